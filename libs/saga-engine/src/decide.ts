import type { Definition } from '@hengtong/process-model';
import type { CaseEvent } from './case-event.ts';
import type { CaseInput, OpenCaseInput } from './case-input.ts';
import type { CaseState } from './case-state.ts';
import type { Command } from './command.ts';
import { Draft } from './draft.ts';
import { ignoredKey, MAX_IGNORED, type IgnoredReason } from './ignored.ts';
import { objectionTo } from './objection.ts';
import { planOf, type Plan } from './plan.ts';
import { eventOf } from './reply-event.ts';
import { settle } from './settle.ts';

/** What follows from an input. */
export interface Decision {
  /** To be appended to the case's events: the first has the number `sequence + 1` of the state before. */
  readonly events: readonly CaseEvent[];
  /** To be sent, in the same transaction. */
  readonly commands: readonly Command[];
  /** The state after these events, the same that `fold` gives. */
  readonly state: CaseState;
  /** Why the input changes nothing. Without an event if the very same was recorded before; worth a metric in any case. */
  readonly ignored?: IgnoredReason;
}

/** A reply to a case that was never opened here. */
export class UnknownCase extends Error {
  override name = 'UnknownCase';
  readonly code = 'case.unknown';
}

/**
 * What happens next in a case: a pure function of the definition, the state and the input.
 * @param state undefined before the case is opened
 * @param now RFC 3339 with offset; all events of the decision happened then
 * @throws {UnknownCase} for a reply without a state
 */
export function decide(definition: Definition, state: CaseState | undefined, input: CaseInput, now: string): Decision {
  const plan = planOf(definition);
  if (input.type === 'open-case') return state ? ignore(plan, state, input, 'duplicate', now) : open(plan, input, now);
  if (!state) throw new UnknownCase(`a ${input.type} for ${input.commandKey}, but there is no such case`);
  const event = eventOf(plan, input);
  const objection = objectionTo(plan, state, input, event.type);
  return objection ? ignore(plan, state, input, objection, now) : settled(new Draft(plan, now, state, event));
}

function open(plan: Plan, { caseId, code, division, applicant, input }: OpenCaseInput, now: string): Decision {
  const data = { caseId, code, process: plan.process, version: plan.version, division, applicant, input };
  return settled(new Draft(plan, now, undefined, { type: 'case-opened', data }));
}

function settled(draft: Draft): Decision {
  settle(draft);
  const { events, commands, state } = draft;
  return { events, commands, state };
}

function ignore(plan: Plan, state: CaseState, input: CaseInput, reason: IgnoredReason, now: string): Decision {
  const about = input.type === 'open-case' ? {} : { step: input.step };
  const key = input.type === 'open-case' ? {} : { commandKey: input.commandKey, department: input.department };
  const data = { reason, reply: input.type, ...key };
  const isKnown = state.ignored.length >= MAX_IGNORED || state.ignored.includes(ignoredKey(data));
  if (isKnown) return { events: [], commands: [], state, ignored: reason };
  const draft = new Draft(plan, now, state, { type: 'ignored', ...about, data });
  return { events: draft.events, commands: [], state: draft.state, ignored: reason };
}
