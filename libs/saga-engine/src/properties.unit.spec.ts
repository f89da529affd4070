import { expect, test } from '@jest/globals';
import type { Definition } from '@hengtong/process-model';
import fc from 'fast-check';
import type { CaseEvent } from './case-event.ts';
import type { ReplyInput } from './case-input.ts';
import { causeOf } from './case-state.ts';
import { commandKey, type Verb } from './command-key.ts';
import { fold } from './evolve.ts';
import { outstanding } from './outstanding.ts';
import { CASE_ID } from './scenarios/conversation.ts';
import { hasFailed, type StepState } from './step-state.ts';
import { choices, definitions } from './testing/arbitraries.ts';
import { FORGED, World } from './testing/world.ts';

/** The steps of all events of a type, in order. */
const stepsOf = (events: readonly CaseEvent[], type: CaseEvent['type']): string[] =>
  events.filter((event) => event.type === type).map(({ step }) => step ?? '');

/** What holds of any history, whatever the departments do. */
function expectSound(definition: Definition, world: World): void {
  const { events, commands, state } = world;
  const completed = stepsOf(events, 'step-completed');
  const undone = stepsOf(events, 'step-compensation-requested');
  const compensatable = new Set(definition.steps.filter(({ compensate }) => compensate).map(({ name }) => name));

  expect(fold(events)).toStrictEqual(state);
  expect(state.sequence).toBe(events.length);
  expect(stepsOf(events, 'case-closed').length).toBeLessThanOrEqual(1);
  expect(new Set(commands.map((command) => command.commandKey)).size).toBe(commands.length);
  expect(new Set(completed).size).toBe(completed.length);
  // Undone is what was completed and can be undone, last first; each once, the next when the one before is answered.
  const inReverse = completed.filter((step) => compensatable.has(step)).toReversed();
  expect(undone).toEqual(inReverse.slice(0, undone.length));
  expect(stepsOf(events, 'step-compensated')).toEqual(undone.slice(0, stepsOf(events, 'step-compensated').length));
  expect(undone.length - stepsOf(events, 'step-compensated').length).toBeLessThanOrEqual(1);
  expect(Object.values(state.steps).filter((step) => 'output' in step && step.output['x'] === FORGED)).toEqual([]);
  expect(outOfPlace(definition, events)).toEqual([]);
  expectStalledWhileFailed(world);
}

/** A case is stalled as long as something failed in it that has not been put right, and says so once, at each end. */
function expectStalledWhileFailed({ events, state }: World): void {
  const turns = events.filter(({ type }) => type === 'case-stalled' || type === 'case-resumed').map(({ type }) => type);
  expect(turns).toEqual(turns.map((_, index) => (index % 2 === 0 ? 'case-stalled' : 'case-resumed')));
  const isUnasked = (step: StepState): boolean => step.status === 'failed' && step.phase === 'condition';
  const failed = Object.values(state.steps).filter((step) => hasFailed(step) && !(causeOf(state) && isUnasked(step)));
  if (state.status !== 'closed') expect(state.status === 'stalled').toBe(failed.length > 0);
}

/** The events that come when they must not: a request before all that it comes after is over or after a refusal, anything after the end. */
function outOfPlace(definition: Definition, events: readonly CaseEvent[]): CaseEvent[] {
  const after = new Map(definition.steps.map((step) => [step.name, step.after]));
  const over = new Set<string>();
  let isRefused = false;
  let isClosed = false;
  return events.filter((event) => {
    if (event.type === 'step-completed' || event.type === 'step-skipped') over.add(event.step);
    const isEarly = event.type === 'step-requested' && after.get(event.step)?.some((earlier) => !over.has(earlier));
    const isLate = (isRefused && event.type === 'step-requested') || (isClosed && event.type !== 'ignored');
    isRefused ||= event.type === 'step-refused';
    isClosed ||= event.type === 'case-closed';
    return isEarly === true || isLate;
  });
}

test('every case closes exactly once, with all that was done either in the result or undone', () => {
  fc.assert(
    fc.property(definitions('true', 'false'), choices, (definition, choose) => {
      const world = new World(definition, choose());
      world.run();
      const { events, state } = world;
      expectSound(definition, world);
      const refused = stepsOf(events, 'step-refused').length > 0;
      expect(state).toMatchObject({ status: 'closed', outcome: refused ? 'refused' : 'granted' });
      expect(outstanding(definition, state)).toEqual([]);
      const inForce = Object.values(state.steps).filter(({ status }) => status === 'completed');
      const keptSteps = definition.steps.filter(({ compensate }) => !compensate).map(({ name }) => name);
      if (refused) expect(inForce.length).toBe(stepsOf(events, 'step-completed').filter((step) => keptSteps.includes(step)).length);
    }),
    { numRuns: 300 },
  );
});

test('the same replies give the same events and commands', () => {
  fc.assert(
    fc.property(definitions('true', 'false'), choices, (definition, choose) => {
      const [one, other] = [new World(definition, choose()), new World(structuredClone(definition), choose())];
      one.run();
      other.run();
      expect(other.events).toEqual(one.events);
      expect(other.commands).toEqual(one.commands);
    }),
    { numRuns: 100 },
  );
});

const verbOf: Readonly<Record<ReplyInput['type'], Verb>> = {
  'step-completed': 'forward',
  'step-refused': 'forward',
  'step-failed': 'forward',
  'step-started': 'forward',
  'step-compensated': 'compensate',
  'step-recalled': 'recall',
  'step-recall-declined': 'recall',
};

/** Replies of any kind, for any step of a definition, now and then from another or under another key. */
const replyTo = ({ steps }: Definition): fc.Arbitrary<ReplyInput> =>
  fc
    .record({
      step: fc.constantFrom(...steps),
      type: fc.constantFrom(...(Object.keys(verbOf) as ReplyInput['type'][])),
      sender: fc.constantFrom(undefined, undefined, undefined, 'taxation'),
      verb: fc.constantFrom(undefined, undefined, 'forward' as const, 'compensate' as const, 'recall' as const),
      output: fc.constantFrom({ x: 1 }, { x: 2 }, {}),
    })
    .map(({ step, type, sender, verb, output }) => ({
      type,
      step: step.name,
      department: sender ?? step.department,
      commandKey: commandKey(CASE_ID, step.name, verb ?? verbOf[type]),
      output,
      code: 'some.reason',
      error: 'something',
      workItem: CASE_ID,
      because: 'claimed' as const,
    }));

const whatever = definitions('true', 'false', 'input.floor > 1').chain((definition) =>
  fc.record({
    definition: fc.constant(definition),
    replies: fc.noBias(fc.array(replyTo(definition), { minLength: 40, maxLength: 100, size: 'max' })),
  }),
);

test('whatever comes, in whatever order, breaks none of it', () => {
  fc.assert(
    fc.property(whatever, ({ definition, replies }) => {
      const world = new World(definition, () => 1);
      for (const reply of replies) world.take(reply);
      expectSound(definition, world);
    }),
    { numRuns: 300 },
  );
});
