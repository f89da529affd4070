import type { FlowCell, FlowDepartment, FlowHour, FlowProcess, Flows, FlowsQuery } from '@hengtong/contracts';
import { inTransaction } from '@hengtong/persistence';
import type { Pool } from 'pg';
import {
  type CellRow,
  dayBegan,
  type HourRow,
  type OpenRow,
  readBehind,
  readCells,
  readHours,
  readOldest,
  readOpen,
  readRates,
  readStalled,
  readUsual,
} from '../../adapters/postgres/flows/read-flows.ts';
import { addTo, type Histogram, quantileOf, quantilesOf, secondsOf } from '../../domain/flows/index.ts';
import type { Definitions } from '../definitions.ts';

const HOUR = 3_600_000;
/** Milliseconds for which an answer serves whoever asks the same. */
const FRESH = 1_000;

/** Answers what flows where. However many look, the tables are asked once a second for each filter. */
export class Overview {
  private readonly pool: Pool;
  private readonly definitions: Definitions;
  private readonly answers = new Map<string, { readonly until: number; readonly flows: Promise<Flows> }>();

  constructor(pool: Pool, definitions: Definitions) {
    this.pool = pool;
    this.definitions = definitions;
  }

  /** What flows where now. */
  flows(query: FlowsQuery): Promise<Flows> {
    const now = Date.now();
    for (const [key, { until }] of this.answers) if (until <= now) this.answers.delete(key);
    const key = JSON.stringify([query.division, query.zone, query.idleMinutes]);
    const known = this.answers.get(key);
    if (known) return known.flows;
    const flows = this.read(query, new Date(now));
    this.answers.set(key, { until: now + FRESH, flows });
    flows.catch(() => this.answers.delete(key));
    return flows;
  }

  private async read({ division, zone, idleMinutes }: FlowsQuery, now: Date): Promise<Flows> {
    const within = division ?? null;
    const read = await inTransaction(this.pool, async (db) => {
      // One moment for all of it, so that its numbers agree with one another.
      await db.query('set transaction isolation level repeatable read, read only');
      const cells = await readCells(db, within);
      const today = await dayBegan(db, now, zone);
      const from = new Date(Math.min(today.getTime(), lastHours(now).getTime()));
      return {
        cells,
        today,
        oldest: await readOldest(db, cells, within),
        usual: await readUsual(db, now),
        rates: await readRates(db, now, within),
        open: await readOpen(db, within, new Date(now.getTime() - idleMinutes * 60_000)),
        counted: await readHours(db, within, from),
        stalled: await readStalled(db, within),
        behind: await readBehind(db),
      };
    });
    const cells = cellsOf(read);
    return {
      at: now.toISOString(),
      behind: read.behind,
      cells,
      processes: this.processesOf(read),
      departments: departmentsOf(cells),
      hours: hoursOf(read.counted.filter(({ hour }) => hour >= lastHours(now))),
      stalled: await Promise.all(
        read.stalled.map(async ({ caseId, code, process, version, step, since, error }) => {
          const { steps } = await this.definitions.versionOf(process, version);
          const department = steps.find(({ name }) => name === step)?.department;
          return { caseId, code, process, step, since: new Date(since).toISOString(), error, ...(department && { department }) };
        }),
      ),
      stalledCount: read.stalled[0]?.total ?? 0,
    };
  }

  /** Each process that can be applied for, and each of which there is something to say. */
  private processesOf({ open, counted, today }: { open: readonly OpenRow[]; counted: readonly HourRow[]; today: Date }): FlowProcess[] {
    const byProcess = Map.groupBy(
      counted.filter(({ hour }) => hour >= today),
      ({ process }) => process,
    );
    const rows = new Map(open.map((row) => [row.process, row]));
    const names = [...new Set([...this.definitions.names(), ...rows.keys(), ...byProcess.keys()])].sort();
    return names.map((process) => {
      const { opened, lead, ...closed } = summed(byProcess.get(process) ?? []);
      const now = rows.get(process) ?? { process, open: 0, suspended: 0, stalled: 0, compensating: 0, idle: 0 };
      return { ...now, openedToday: opened, closedToday: closed, leadSecondsToday: quantilesOf(lead) };
    });
  }
}

/** When the first of the last 24 hours began, of which the present one is the last. */
const lastHours = (now: Date): Date => new Date((Math.floor(now.getTime() / HOUR) - 23) * HOUR);

interface CellParts {
  readonly cells: readonly CellRow[];
  readonly oldest: Awaited<ReturnType<typeof readOldest>>;
  readonly usual: Awaited<ReturnType<typeof readUsual>>;
  readonly rates: Awaited<ReturnType<typeof readRates>>;
}

const keyOf = ({ process, department }: { readonly process: string; readonly department: string }): string => `${process} ${department}`;

function cellsOf({ cells, oldest, usual, rates }: CellParts): FlowCell[] {
  const [lying, old, durations, perHour] = [
    new Map(cells.map((cell) => [keyOf(cell), cell])),
    Map.groupBy(oldest, keyOf),
    Map.groupBy(usual, keyOf),
    new Map(rates.map((rate) => [keyOf(rate), rate.perHour])),
  ];
  return [...new Set([...lying.keys(), ...durations.keys(), ...perHour.keys()])].sort().map((key) => {
    const [process = '', department = ''] = key.split(' ');
    const now = lying.get(key);
    const usualSeconds = secondsOf(quantileOf(histogramOf(durations.get(key) ?? []), 0.9));
    return {
      process,
      department,
      waiting: now?.waiting ?? 0,
      working: now?.working ?? 0,
      stalled: now?.stalled ?? 0,
      ...(now && { oldestSince: now.oldestSince.toISOString() }),
      ...(usualSeconds !== undefined && { usualSeconds }),
      oldest: (old.get(key) ?? []).map(({ caseId, code, step, since, status }) => ({
        caseId,
        code,
        step,
        since: since.toISOString(),
        status,
      })),
      perHour: perHour.get(key) ?? 0,
    };
  });
}

function departmentsOf(cells: readonly FlowCell[]): FlowDepartment[] {
  return [...Map.groupBy(cells, ({ department }) => department)].map(([department, own]) => {
    const sum = (of: 'waiting' | 'working' | 'stalled' | 'perHour'): number => own.reduce((all, cell) => all + cell[of], 0);
    const [oldestSince] = own.flatMap((cell) => cell.oldestSince ?? []).sort();
    const perHour = Math.round(sum('perHour') * 10) / 10;
    return {
      department,
      waiting: sum('waiting'),
      working: sum('working'),
      stalled: sum('stalled'),
      ...(oldestSince && { oldestSince }),
      perHour,
    };
  });
}

function hoursOf(counted: readonly HourRow[]): FlowHour[] {
  return [...Map.groupBy(counted, ({ hour, process }) => `${hour.toISOString()} ${process}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const [hour = '', process = ''] = key.split(' ');
      const { lead, ...counts } = summed(rows);
      return { hour, process, ...counts, ...quantilesOf(lead) };
    });
}

function summed(rows: readonly HourRow[]) {
  const sum = { opened: 0, granted: 0, refused: 0, withdrawn: 0, cancelled: 0 };
  for (const { what, count } of rows) sum[what] += count;
  return { ...sum, lead: histogramOf(rows.filter(({ what }) => what !== 'opened')) };
}

const histogramOf = (rows: readonly { readonly bucket: number; readonly count: number }[]): Histogram =>
  rows.reduce((histogram, { bucket, count }) => addTo(histogram, bucket, count), new Map<number, number>());
