import type { CaseEvent, Values } from './case-event.ts';
import type { ReplyInput } from './case-input.ts';
import type { Plan } from './plan.ts';

/** The replies' events, which say when by whoever records them. */
type ReplyEvent<Event = CaseEvent> = Event extends { type: ReplyInput['type'] } ? Omit<Event, 'at'> : never;

/** What a fitting reply comes to: the event of the same name, without what the definition does not ask for. */
export function eventOf(plan: Plan, reply: ReplyInput): ReplyEvent {
  const { step, commandKey } = reply;
  switch (reply.type) {
    case 'step-completed':
      return completed(plan, step, commandKey, reply.output);
    case 'step-refused': {
      const { code, law, reason } = reply;
      return {
        type: 'step-refused',
        step,
        data: { commandKey, code, ...(law !== undefined && { law }), ...(reason !== undefined && { reason }) },
      };
    }
    case 'step-failed': {
      const { error, deadLetter } = reply;
      return { type: 'step-failed', step, data: { commandKey, error, ...(deadLetter !== undefined && { deadLetter }) } };
    }
    case 'step-started':
      return { type: 'step-started', step, data: { commandKey, workItem: reply.workItem } };
    case 'step-compensated':
    case 'step-recalled':
      return { type: reply.type, step, data: { commandKey } };
    case 'step-recall-declined':
      return { type: 'step-recall-declined', step, data: { commandKey, because: reply.because } };
    default:
      return reply satisfies never;
  }
}

/** Only the fields that the definition lists leave their owner; without one of them the case cannot go on. */
function completed(plan: Plan, step: string, commandKey: string, answer: Values): ReplyEvent {
  const listed = plan.steps.get(step)?.output ?? [];
  const missing = listed.filter((field) => !Object.hasOwn(answer, field));
  if (missing.length > 0) {
    const error = `the answer lacks ${missing.join(', ')}, which the definition counts on`;
    return { type: 'step-failed', step, data: { commandKey, error } };
  }
  return { type: 'step-completed', step, data: { commandKey, output: Object.fromEntries(listed.map((field) => [field, answer[field]])) } };
}
