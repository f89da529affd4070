import type { Applicant } from '@hengtong/contracts';
import type { Definition } from '@hengtong/process-model';
import type { CaseEvent, Values } from '../case-event.ts';
import type { ReplyContext, ReplyInput } from '../case-input.ts';
import { stepOf, type CaseState } from '../case-state.ts';
import { commandKey, type Verb } from '../command-key.ts';
import { decide, type Decision } from '../decide.ts';
import { isBeingRecalled, isUndoing } from '../step-state.ts';

/** What an applicant hands in. */
export interface Application {
  readonly division: string;
  readonly applicant: Applicant;
  readonly input: Values;
}

type Bare<Reply> = Reply extends ReplyInput ? Omit<Reply, keyof ReplyContext> : never;
/** A reply without its context, which follows from the step and what was asked of it. */
export type Answer = Bare<ReplyInput>;

const START = Date.parse('2026-11-24T09:00:00+08:00');
const MINUTE_MS = 60_000;

/** One case, played through the engine turn by turn, a minute apart: for scenarios and tests. */
export class Conversation {
  readonly definition: Definition;
  readonly events: CaseEvent[] = [];
  #state: CaseState | undefined;
  #turns = 0;

  constructor(definition: Definition) {
    this.definition = definition;
  }

  /** The state so far. Throws before the case is opened. */
  get state(): CaseState {
    if (!this.#state) throw new Error('open the case first');
    return this.#state;
  }

  get isOpen(): boolean {
    return this.#state !== undefined;
  }

  open(application: Application): Decision {
    return this.#take(
      decide(this.definition, undefined, { type: 'open-case', caseId: CASE_ID, code: 'CASE-1', ...application }, this.#now()),
    );
  }

  /** A department answers for a step. `context` says otherwise what would follow: another sender, another key. */
  reply(step: string, answer: Answer, context: Partial<ReplyContext> = {}): Decision {
    const department = this.definition.steps.find(({ name }) => name === step)?.department ?? 'nobody';
    const asked = { step, department, commandKey: commandKey(CASE_ID, step, this.#verbOf(step, answer)), ...context };
    return this.#take(decide(this.definition, this.state, { ...answer, ...asked }, this.#now()));
  }

  /** Which command an answer must be the answer to. */
  #verbOf(step: string, answer: Answer): Verb {
    if (answer.type === 'step-compensated') return 'compensate';
    if (answer.type === 'step-recalled' || answer.type === 'step-recall-declined') return 'recall';
    if (answer.type !== 'step-failed') return 'forward';
    const now = stepOf(this.state, step);
    return isUndoing(now) ? 'compensate' : isBeingRecalled(now) ? 'recall' : 'forward';
  }

  #take(decision: Decision): Decision {
    this.events.push(...decision.events);
    this.#state = decision.state;
    return decision;
  }

  #now(): string {
    return new Date(START + this.#turns++ * MINUTE_MS).toISOString();
  }
}

export const CASE_ID = '01900000-0000-7000-8000-000000000001';
