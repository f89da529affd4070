import type { CaseEvent } from './case-event.ts';
import type { CaseState } from './case-state.ts';
import type { Command } from './command.ts';
import { evolve } from './evolve.ts';
import type { Plan } from './plan.ts';

type Unstamped<Event> = Event extends CaseEvent ? Omit<Event, 'at'> : never;

/** A decision in the making: what has been recorded so far, the state that this gives, and what is to be sent. */
export class Draft {
  readonly events: CaseEvent[] = [];
  readonly commands: Command[] = [];
  readonly plan: Plan;
  state: CaseState;
  readonly #now: string;

  constructor(plan: Plan, now: string, before: CaseState | undefined, first: Unstamped<CaseEvent>) {
    this.plan = plan;
    this.#now = now;
    const event = this.#stamped(first);
    this.events.push(event);
    this.state = evolve(before, event);
  }

  record(unstamped: Unstamped<CaseEvent>): void {
    const event = this.#stamped(unstamped);
    this.events.push(event);
    this.state = evolve(this.state, event);
  }

  /** Records that a command is sent, and sends it. */
  send(command: Command): void {
    this.record({ type: command.kind, step: command.step, data: { commandKey: command.commandKey } });
    this.commands.push(command);
  }

  #stamped(event: Unstamped<CaseEvent>): CaseEvent {
    return { ...event, at: this.#now };
  }
}
