import { isTransient, inTransaction } from '@hengtong/persistence';
import type { Definition } from '@hengtong/process-model';
import type { Pool } from 'pg';
import { setTimeout as rest } from 'node:timers/promises';
import { addCounts } from '../../adapters/postgres/flows/add-counts.ts';
import { type ChangedFlow, keepFlows, readFlowsOf } from '../../adapters/postgres/flows/kept-flows.ts';
import { isKept, rebuildFlows, tryKeeperLock } from '../../adapters/postgres/flows/rebuild-flows.ts';
import { type ChangedCase, readChanged, takeChanges } from '../../adapters/postgres/flows/take-changes.ts';
import { type CaseFlow, follow, Tallies } from '../../domain/flows/index.ts';
import type { Definitions } from '../definitions.ts';

type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;

/** Milliseconds between two looks: while something happens, and while nothing does. */
const BUSY = 500;
const QUIET = 1_000;
/** Notes of changes in one transaction, each of one batch. */
const PAGE = 20;

/**
 * Keeps what `GET /v1/flows` and the figures show from the notes that each batch leaves, off the hot path. Of all orchestrators of a
 * database one does so at a time; which one does not matter.
 */
export class FlowKeeper {
  private readonly pool: Pool;
  private readonly definitions: Definitions;
  private readonly log: Log;
  private readonly stopping = new AbortController();
  private isKept = false;
  private ended: Promise<void> | undefined;

  constructor(pool: Pool, definitions: Definitions, log: Log) {
    this.pool = pool;
    this.definitions = definitions;
    this.log = log;
  }

  /** Keeps on until `stop`. On a database that was not kept by this version, it goes through all its cases first. */
  start(): void {
    this.ended ??= this.loop();
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  /** Takes the oldest notes, 20 at most, if nobody else is at it. Resolves with how many there were. */
  async tick(): Promise<number> {
    return inTransaction(this.pool, async (db) => {
      if (!(await tryKeeperLock(db))) return 0;
      const { notes, changes } = await takeChanges(db, PAGE);
      if (notes === 0) return 0;
      const changed = await readChanged(db, changes);
      const kept = await readFlowsOf(
        db,
        changed.map(({ id }) => id),
      );
      const tallies = new Tallies();
      const flows: ChangedFlow[] = [];
      for (const each of changed) {
        const definition = await this.definitions.versionOf(each.process, each.version);
        flows.push(followCase(each, definition, kept.get(each.id), tallies));
      }
      await keepFlows(db, flows);
      await addCounts(db, tallies);
      return notes;
    });
  }

  private async prepare(): Promise<void> {
    if (this.isKept) return;
    if (!(await isKept(this.pool))) {
      await rebuildFlows(this.pool);
      this.log.info({}, 'the overview is kept anew from the events of all cases');
    }
    this.isKept = true;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pause = await this.round();
      if (pause > 0) await rest(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves with how long to rest. Nothing here may end the loop: what cannot be kept now is tried again. */
  private async round(): Promise<number> {
    try {
      await this.prepare();
      const notes = await this.tick();
      if (notes === PAGE) return 0;
      return notes > 0 ? BUSY : QUIET;
    } catch (err) {
      if (!this.stopping.signal.aborted)
        this.log[isTransient(err) ? 'warn' : 'error']({ err }, 'the overview could not be kept up; trying again');
      return QUIET;
    }
  }
}

/** Follows a case by its new events, and counts what they count for. */
function followCase(
  { id, process, version, division, events }: ChangedCase,
  { steps }: Definition,
  before: CaseFlow | undefined,
  tallies: Tallies,
): ChangedFlow {
  const stepOf = new Map(steps.map((step) => [step.name, step]));
  const departmentOf = (step: string): string => stepOf.get(step)?.department ?? '';
  let after = before;
  for (const event of events) {
    const followed = follow(after, event, (step) => stepOf.get(step)?.mode ?? 'automatic');
    after = followed.flow;
    for (const count of followed.counts) tallies.add({ process, version, division, departmentOf }, count);
  }
  return { id, process, division, before, after, departmentOf };
}
