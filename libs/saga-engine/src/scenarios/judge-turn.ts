import { isDeepStrictEqual } from 'node:util';
import type { CaseState } from '../case-state.ts';
import type { Command } from '../command.ts';
import type { Decision } from '../decide.ts';
import type { Turn } from './scenario.ts';

/** Where a decision differs from what its turn expects, as sentences. */
export function judgeTurn(turn: Turn, { events, commands, state, ignored }: Decision): string[] {
  const skipped = events.filter(({ type }) => type === 'step-skipped').map(({ step }) => step);
  const asked = commands.filter(({ kind }) => kind === 'step-requested');
  return [
    ...(ignored ? [`the answer is ignored: ${ignored}`] : []),
    ...judgeAsked(turn.asks, asked),
    ...differs('calls back', turn.recalls.toSorted(), stepsOf(commands, 'step-recall-requested').toSorted()),
    ...differs('undoes', turn.undoes ? [turn.undoes] : [], stepsOf(commands, 'step-compensation-requested')),
    ...(turn.skips ? differs('skips', turn.skips, skipped) : []),
    ...(turn.events
      ? differs(
          'events',
          turn.events,
          events.map(({ type }) => type),
        )
      : []),
    ...(turn.status ? differs('status', turn.status, state.status) : []),
    ...differs('closes', turn.closes, outcomeOf(state)),
    ...(turn.result ? differs('result', turn.result, state.status === 'closed' ? state.result : undefined) : []),
  ];
}

function judgeAsked(expected: Turn['asks'], asked: readonly Command[]): string[] {
  const names = asked.map(({ step }) => step).toSorted();
  if (Array.isArray(expected)) return differs('asks', expected.toSorted(), names);
  const inputs = asked.map(({ step, data }) => [step, 'input' in data ? data.input : undefined] as const);
  return differs('asks', expected, Object.fromEntries(inputs));
}

const stepsOf = (commands: readonly Command[], kind: Command['kind']): string[] =>
  commands.filter((it) => it.kind === kind).map(({ step }) => step);

const outcomeOf = (state: CaseState): string | undefined => (state.status === 'closed' ? state.outcome : undefined);

const differs = (what: string, expected: unknown, actual: unknown): string[] =>
  isDeepStrictEqual(expected, actual) ? [] : [`${what}: expected ${show(expected)}, but it is ${show(actual)}`];

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
