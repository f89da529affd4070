import { expect } from '@jest/globals';
import type { Definition } from '@hengtong/process-model';
import { fold } from '../evolve.ts';
import type { CaseEvent, Values } from '../case-event.ts';
import type { ReplyContext } from '../case-input.ts';
import { stepOf, type CaseState } from '../case-state.ts';
import type { Command } from '../command.ts';
import type { Decision } from '../decide.ts';
import type { IgnoredReason } from '../ignored.ts';
import { Conversation, type Answer, type Application } from '../scenarios/conversation.ts';

/**
 * A case as a conversation between the engine and departments, for tests. Every command must be expected by the call that follows: a
 * command that nobody mentions fails the test at the next turn.
 */
export function saga(definition: Definition): Saga {
  return new Saga(definition);
}

class Saga {
  readonly #conversation: Conversation;
  #unmentioned: Command[] = [];
  #last: Decision | undefined;
  #speaker = '';

  constructor(definition: Definition) {
    this.#conversation = new Conversation(definition);
  }

  open(application: Application): this {
    return this.#turn(this.#conversation.open(application));
  }

  /** Who speaks next, by the name of the step. */
  from(step: string): this {
    this.#speaker = step;
    return this;
  }

  answers(output: Values = {}, context?: Partial<ReplyContext>): this {
    return this.#says({ type: 'step-completed', output }, context);
  }

  refuses(code: string, context?: Partial<ReplyContext>): this {
    return this.#says({ type: 'step-refused', code }, context);
  }

  fails(error = 'the database is full', context?: Partial<ReplyContext>): this {
    return this.#says({ type: 'step-failed', error }, context);
  }

  starts(): this {
    return this.#says({ type: 'step-started', workItem: '01900000-0000-7000-8000-000000000002' });
  }

  undone(context?: Partial<ReplyContext>): this {
    return this.#says({ type: 'step-compensated' }, context);
  }

  givesBack(): this {
    return this.#says({ type: 'step-recalled' });
  }

  keeps(because: 'claimed' | 'answered' | 'unknown' = 'claimed'): this {
    return this.#says({ type: 'step-recall-declined', because });
  }

  /** The steps that are asked for now, in this order; the one that was asked alone speaks next. */
  asks(...steps: string[]): this {
    return this.#mentions('step-requested', steps);
  }

  undoes(step: string): this {
    return this.#mentions('step-compensation-requested', [step]);
  }

  recalls(...steps: string[]): this {
    return this.#mentions('step-recall-requested', steps);
  }

  /** Nothing is sent in this turn. */
  waits(): this {
    expect(this.#unmentioned).toEqual([]);
    return this;
  }

  /** The last turn changed nothing but for the record of it. */
  ignores(reason: IgnoredReason): this {
    expect(this.#last).toMatchObject({ ignored: reason, commands: [], events: [{ type: 'ignored', data: { reason } }] });
    return this;
  }

  /** The last turn changed nothing at all. */
  shrugs(reason: IgnoredReason): this {
    expect(this.#last).toMatchObject({ ignored: reason, commands: [], events: [] });
    return this;
  }

  /** The types of the last turn's events. */
  records(...types: CaseEvent['type'][]): this {
    expect(this.#last?.events.map(({ type }) => type)).toEqual(types);
    return this;
  }

  is(status: CaseState['status']): this {
    expect(this.#conversation.state.status).toBe(status);
    return this;
  }

  step(name: string, status: string): this {
    expect(stepOf(this.#conversation.state, name)?.status ?? 'waiting').toBe(status);
    return this;
  }

  closes(outcome: 'granted' | 'refused', result?: Values): CaseState {
    const { state, events } = this.#conversation;
    expect(this.#unmentioned).toEqual([]);
    expect(state).toMatchObject({ status: 'closed', outcome, ...(result && { result }) });
    expect(fold(events)).toEqual(state);
    return state;
  }

  get definition(): Definition {
    return this.#conversation.definition;
  }

  get state(): CaseState {
    return this.#conversation.state;
  }

  /** The commands of the last turn. */
  get commands(): readonly Command[] {
    return this.#last?.commands ?? [];
  }

  get events(): readonly CaseEvent[] {
    return this.#conversation.events;
  }

  #says(answer: Answer, context?: Partial<ReplyContext>): this {
    return this.#turn(this.#conversation.reply(this.#speaker, answer, context));
  }

  #turn(decision: Decision): this {
    expect(this.#unmentioned).toEqual([]);
    this.#unmentioned = [...decision.commands];
    this.#last = decision;
    return this;
  }

  #mentions(kind: Command['kind'], steps: readonly string[]): this {
    expect(this.#unmentioned.filter((command) => command.kind === kind).map(({ step }) => step)).toEqual(steps);
    this.#unmentioned = this.#unmentioned.filter((command) => command.kind !== kind);
    if (steps.length === 1) this.#speaker = steps[0] ?? '';
    return this;
  }
}
