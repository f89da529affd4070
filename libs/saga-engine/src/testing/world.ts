import type { Definition } from '@hengtong/process-model';
import type { CaseEvent } from '../case-event.ts';
import type { CaseInput, ReplyInput } from '../case-input.ts';
import type { CaseState } from '../case-state.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { CASE_ID } from '../scenarios/conversation.ts';
import { aBakery } from './definitions.ts';

/** Takes the next of a random sequence of choices: a whole number from 0 to `below - 1`. */
export type Choose = (below: number) => number;

/**
 * A case among departments that answer as they please, as long as it is lawful: complete, refuse, fail and complete later, claim work,
 * give it back or keep it. The bus keeps the order of answers to one command, and no other; it delivers twice, and lets strangers in.
 */
export class World {
  readonly events: CaseEvent[] = [];
  readonly commands: Command[] = [];
  /** Answers on their way, by the key of their command. */
  readonly #post = new Map<string, ReplyInput[]>();
  readonly #delivered: ReplyInput[] = [];
  readonly #definition: Definition;
  readonly #choose: Choose;
  #state: CaseState | undefined;
  #clock = Date.parse('2026-11-24T09:00:00Z');

  constructor(definition: Definition, choose: Choose) {
    this.#definition = definition;
    this.#choose = choose;
    this.take({ type: 'open-case', caseId: CASE_ID, code: 'CASE-1', ...aBakery });
  }

  get state(): CaseState {
    if (!this.#state) throw new Error('the case is not open');
    return this.#state;
  }

  /** Delivers until nothing is on its way. */
  run(): void {
    while (this.#post.size > 0) {
      const [key, answers] = [...this.#post][this.#choose(this.#post.size)] ?? ['', []];
      const [next, ...later] = answers;
      if (later.length > 0) this.#post.set(key, later);
      else this.#post.delete(key);
      if (next) this.#deliver(next);
      if (this.#choose(3) === 0) this.#disturb();
    }
  }

  take(input: CaseInput): void {
    const { events, commands, state } = decide(this.#definition, this.#state, input, new Date((this.#clock += 1000)).toISOString());
    this.#state = stored(state);
    this.events.push(...events);
    this.commands.push(...commands);
    for (const command of commands) this.#post.set(command.commandKey, this.#answers(command));
  }

  #deliver(reply: ReplyInput): void {
    this.take(reply);
    if (reply.type !== 'step-started' && reply.type !== 'step-failed') this.#delivered.push(reply);
  }

  /** An answer again, or one from a stranger. */
  #disturb(): void {
    const again = this.#delivered[this.#choose(this.#delivered.length + 1)];
    const forged = this.commands[this.#choose(this.commands.length + 1)];
    if (again) this.take(again);
    if (forged) this.take({ ...completion(forged, FORGED), department: 'a-stranger' });
  }

  #answers(command: Command): ReplyInput[] {
    const failure: ReplyInput[] =
      this.#choose(4) === 0 ? [{ ...contextOf(command), type: 'step-failed', error: 'the database is full' }] : [];
    return [...failure, ...this.#finalAnswers(command)];
  }

  #finalAnswers(command: Command): ReplyInput[] {
    const context = contextOf(command);
    switch (command.kind) {
      case 'step-requested': {
        const claim: ReplyInput[] = this.#choose(3) === 0 ? [{ ...context, type: 'step-started', workItem: CASE_ID }] : [];
        const last: ReplyInput =
          this.#choose(8) === 0 ? { ...context, type: 'step-refused', code: `${command.step}.no` } : completion(command);
        return [...claim, last];
      }
      case 'step-compensation-requested':
        return [{ ...context, type: 'step-compensated' }];
      case 'step-recall-requested': {
        // What is given back is not answered any more; its answer can have left before, and then it is too late.
        if (this.#choose(2) === 0 || !this.#post.delete(command.data.recalls))
          return [{ ...context, type: 'step-recall-declined', because: 'answered' }];
        return [{ ...context, type: 'step-recalled' }];
      }
      default:
        return command satisfies never;
    }
  }
}

/** As a database gives it back. */
const stored = <Value>(value: Value): Value => {
  const text = JSON.stringify(value);
  return JSON.parse(text) as Value;
};

const contextOf = ({ step, department, commandKey }: Command) => ({ step, department, commandKey });

/** What a stranger answers; it must never be found in a case. */
export const FORGED = 'forged';

const completion = (command: Command, x = command.step): ReplyInput => ({
  ...contextOf(command),
  type: 'step-completed',
  output: { x, more: 1 },
});
