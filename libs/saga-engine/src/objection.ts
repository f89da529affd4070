import type { ReplyInput } from './case-input.ts';
import { stepOf, type CaseState } from './case-state.ts';
import { ATTEMPT, parseCommandKey, type Verb } from './command-key.ts';
import type { IgnoredReason } from './ignored.ts';
import type { Plan } from './plan.ts';
import { isOpen, isUndoing, recallOf, type StepState } from './step-state.ts';

/**
 * Why a reply changes nothing; undefined if it is the answer to what was asked.
 * @param comesTo the event that it would be: a completion that cannot be used is a failure
 */
export function objectionTo(plan: Plan, state: CaseState, reply: ReplyInput, comesTo: ReplyInput['type']): IgnoredReason | undefined {
  const step = plan.steps.get(reply.step);
  if (!step) return 'unknown-step';
  if (step.department !== reply.department) return 'wrong-department';
  if (state.status === 'closed') return 'closed';
  const key = parseCommandKey(reply.commandKey);
  if (!key || key.caseId !== state.caseId || key.step !== step.name || !ANSWERS[reply.type].includes(key.verb)) return 'not-asked';
  if (key.attempt !== ATTEMPT) return key.attempt < ATTEMPT ? 'stale-attempt' : 'not-asked';
  return UNFIT[key.verb](stepOf(state, step.name), comesTo);
}

/** Which command each reply can answer. */
const ANSWERS: Readonly<Record<ReplyInput['type'], readonly Verb[]>> = {
  'step-completed': ['forward'],
  'step-refused': ['forward'],
  'step-started': ['forward'],
  'step-compensated': ['compensate'],
  'step-recalled': ['recall'],
  'step-recall-declined': ['recall'],
  'step-failed': ['forward', 'compensate', 'recall'],
};

/**
 * What speaks against a reply, by the command that it answers. A failure is no last word: whoever redrives the dead letter sends the
 * true answer under the same key. The same failure again is a duplicate.
 */
const UNFIT: Readonly<Record<Verb, (step: StepState | undefined, reply: ReplyInput['type']) => IgnoredReason | undefined>> = {
  forward(step, reply) {
    if (!step || step.status === 'skipped' || (step.status === 'failed' && step.phase === 'condition')) return 'not-asked';
    const again = (reply === 'step-started' && step.status === 'in-progress') || (reply === 'step-failed' && step.status === 'failed');
    return isOpen(step) && !again ? undefined : 'duplicate';
  },
  compensate(step, reply) {
    if (isUndoing(step)) return reply === 'step-failed' && step.status === 'failed' ? 'duplicate' : undefined;
    return step?.status === 'compensated' ? 'duplicate' : 'not-asked';
  },
  recall(step, reply) {
    const recall = recallOf(step)?.status;
    if (recall === undefined) return step?.status === 'recalled' ? 'duplicate' : 'not-asked';
    return recall === 'answered' || (recall === 'failed' && reply === 'step-failed') ? 'duplicate' : undefined;
  },
};
