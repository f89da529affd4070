import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type CaseState, type CaseInput, decide, type Command, parseCommandKey } from '@hengtong/saga-engine';
import { type Definition, parseDefinition } from '@hengtong/process-model';
import fc from 'fast-check';
import { branchOpening, ownCatalogue } from '../../testing/catalogue.ts';
import { type CaseFlow, type Count, follow, type FlowEvent } from './case-flow.ts';

const byOfficers = definitionOf(branchOpening(['    capability: seal.file', '    mode: officer\n    capability: seal.file']));
const startup = definitionOf(readFileSync(join(ownCatalogue, 'processes/enterprise-startup/process.yaml'), 'utf8'));
const START = Date.parse('2026-11-24T08:00:00.000Z');

/** Follows events, each given with its seconds since the start. */
function followed(...events: readonly (Omit<FlowEvent, 'at'> & { readonly at: number })[]): {
  flow: CaseFlow | undefined;
  counts: Count[];
} {
  let flow: CaseFlow | undefined;
  const counts: Count[] = [];
  for (const event of events) {
    const next = follow(flow, { ...event, at: event.at * 1000 }, (step) => (step === 'seal' ? 'officer' : 'automatic'));
    flow = next.flow;
    counts.push(...next.counts);
  }
  return { flow, counts };
}

const opened = { type: 'case-opened', at: 0 } as const;

describe('an officer’s step', () => {
  const asked = [opened, { type: 'step-requested', step: 'seal', at: 1 }] as const;

  test('waits until it is taken in hand, and is worked on from then', () => {
    expect(followed(...asked).flow?.steps['seal']).toMatchObject({ status: 'requested', phase: 'waiting', askedAt: 1_000 });
    const { flow, counts } = followed(
      ...asked,
      { type: 'step-started', step: 'seal', at: 31 },
      { type: 'step-completed', step: 'seal', at: 36 },
    );
    expect(flow?.steps).toEqual({});
    expect(counts.at(-1)).toEqual({ of: 'step', what: 'done', step: 'seal', at: 36_000, waited: 30_000, worked: 5_000 });
  });

  test('that is called back leaves nothing, and counts for nobody', () => {
    const { flow, counts } = followed(
      ...asked,
      { type: 'step-recall-requested', step: 'seal', at: 2 },
      { type: 'step-recalled', step: 'seal', at: 3 },
    );
    expect([flow?.steps, counts.length]).toEqual([{}, 1]);
  });
});

describe('software’s step', () => {
  const asked = [opened, { type: 'step-requested', step: 'tax', at: 1 }] as const;

  test('is worked on from when it is asked', () => {
    const { counts } = followed(...asked, { type: 'step-refused', step: 'tax', at: 3 });
    expect(counts.at(-1)).toMatchObject({ what: 'refused', waited: 0, worked: 2_000 });
  });

  test('that somebody takes in hand all the same has waited until then', () => {
    const { counts } = followed(...asked, { type: 'step-started', step: 'tax', at: 11 }, { type: 'step-completed', step: 'tax', at: 12 });
    expect(counts.at(-1)).toMatchObject({ waited: 10_000, worked: 1_000 });
  });

  test('that fails stalls, for as long as nobody’s time, and is done when the true answer comes', () => {
    const failing = [
      ...asked,
      { type: 'step-failed', step: 'tax', at: 2, error: 'the disk is full', verb: 'forward' },
      { type: 'case-stalled', at: 2 },
    ] as const;
    const { flow } = followed(...failing);
    expect(flow).toMatchObject({ status: 'stalled', failures: [{ step: 'tax', since: 2_000, error: 'the disk is full' }] });
    expect(flow?.steps['tax']).toMatchObject({ status: 'failed', phase: 'stalled' });
    const put = followed(...failing, { type: 'step-completed', step: 'tax', at: 3_602 }, { type: 'case-resumed', at: 3_602 });
    expect(put.flow).toMatchObject({ status: 'running', failures: [], steps: {} });
    expect(put.counts.map(({ what }) => what)).toEqual(['opened', 'failed', 'done']);
    expect(put.counts.at(-1)).toMatchObject({ waited: 0, worked: 1_000 });
  });
});

describe('a case', () => {
  test('that is closed is followed no further, whatever comes late', () => {
    const { flow, counts } = followed(
      opened,
      { type: 'case-closed', at: 60, outcome: 'refused' },
      { type: 'ignored', step: 'tax', at: 61 },
    );
    expect(flow).toBeUndefined();
    expect(counts).toEqual([
      { of: 'case', what: 'opened', at: 0 },
      { of: 'case', what: 'refused', at: 60_000, took: 60_000 },
    ]);
  });

  test('makes no progress by failing, stalling, or by what is ignored', () => {
    const { flow } = followed(
      opened,
      { type: 'step-requested', step: 'tax', at: 5 },
      { type: 'step-failed', step: 'tax', at: 6, verb: 'forward' },
      { type: 'case-stalled', at: 6 },
      { type: 'ignored', at: 7 },
    );
    expect(flow?.progressAt).toBe(5_000);
  });

  test('whatever departments answer: is open as long as the engine says so, with the steps that lie with departments', () => {
    const turns = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('completes', 'completes', 'refuses', 'fails', 'starts', 'declines', 'recalls'), fc.nat(10_000)),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(fc.constantFrom(byOfficers, startup), turns, (definition, all) => {
        const world = new World(definition);
        for (const [pick, how, pause] of all) {
          world.turn(pick, how, pause);
          world.agrees();
        }
      }),
    );
  });
});

function definitionOf(text: string): Definition {
  const { definition, findings } = parseDefinition(text, 'process.yaml');
  if (!definition) throw new Error(JSON.stringify(findings));
  return definition;
}

/** A case decided by the engine, and followed event by event. */
class World {
  private readonly definition: Definition;
  private readonly sent: Command[] = [];
  private now = START;
  private state: CaseState | undefined;
  private flow: CaseFlow | undefined;
  private readonly counts: Count[] = [];
  private readonly types: string[] = [];

  constructor(definition: Definition) {
    this.definition = definition;
    const applicant = { kind: 'person', idType: 'other', idNumber: '1', name: 'A' } as const;
    this.take({
      type: 'open-case',
      caseId: 'c',
      code: 'code',
      division: '330106',
      applicant,
      input: { capital: 5_000, registeredCapital: 1 },
    });
  }

  turn(pick: number, how: string, pause: number): void {
    this.now += pause;
    // Rather what was sent last: what came before is mostly answered.
    const command = this.sent.at(-1 - (pick % Math.min(6, this.sent.length)));
    if (!command) return;
    const { step, department, commandKey } = command;
    const about = { step, department, commandKey };
    const output = Object.fromEntries(
      (this.definition.steps.find(({ name }) => name === step)?.output ?? []).map((field) => [field, 'general']),
    );
    const verb = parseCommandKey(commandKey)?.verb;
    if (how === 'fails') return this.take({ type: 'step-failed', ...about, error: 'broken' });
    if (verb === 'compensate') return this.take({ type: 'step-compensated', ...about });
    if (verb === 'recall')
      return this.take(
        how === 'declines' ? { type: 'step-recall-declined', ...about, because: 'claimed' } : { type: 'step-recalled', ...about },
      );
    if (how === 'refuses') return this.take({ type: 'step-refused', ...about, code: 'tax.no' });
    if (how === 'starts') return this.take({ type: 'step-started', ...about, workItem: '019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00' });
    this.take({ type: 'step-completed', ...about, output });
  }

  agrees(): void {
    const { state, flow, counts } = this;
    const lying = Object.entries(state?.steps ?? {}).filter(([, { status }]) =>
      ['requested', 'in-progress', 'failed', 'compensating'].includes(status),
    );
    const isClosed = state?.status === 'closed';
    expect(flow?.status ?? 'closed').toBe(state?.status);
    const statuses = Object.entries(flow?.steps ?? {}).map(([step, { status }]) => [step, status]);
    expect(Object.fromEntries(statuses)).toEqual(isClosed ? {} : Object.fromEntries(lying.map(([step, { status }]) => [step, status])));
    if (state?.status === 'stalled') expect(flow?.failures).not.toHaveLength(0);
    const counted = (what: Count['what']) => counts.filter((count) => count.what === what).length;
    const outcome = state?.status === 'closed' ? state.outcome : undefined;
    for (const each of ['granted', 'refused'] as const)
      expect(counts.filter(({ of, what }) => of === 'case' && what === each)).toHaveLength(each === outcome ? 1 : 0);
    expect(counted('opened')).toBe(1);
    expect(counted('done')).toBe(this.types.filter((type) => type === 'step-completed').length);
    for (const count of counts) if ('waited' in count) expect(count.waited + count.worked).toBeLessThanOrEqual(count.at - START);
  }

  private take(input: CaseInput): void {
    const decision = decide(this.definition, this.state, input, new Date(this.now).toISOString());
    this.state = decision.state;
    this.sent.push(...decision.commands);
    for (const { type, step, at, data } of decision.events) {
      this.types.push(type);
      const { commandKey, error, outcome } = data as { commandKey?: string; error?: string; outcome?: 'granted' | 'refused' };
      const verb = commandKey === undefined ? undefined : parseCommandKey(commandKey)?.verb;
      const modes = new Map(this.definition.steps.map((each) => [each.name, each.mode]));
      const next = follow(this.flow, { type, step, at: Date.parse(at), error, outcome, verb }, (name) => modes.get(name) ?? 'automatic');
      this.flow = next.flow;
      this.counts.push(...next.counts);
    }
  }
}
