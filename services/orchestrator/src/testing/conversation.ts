import { expect } from '@jest/globals';
import { type Case, caseEvents, commandTypes, type Message, type OpenCase, ORCHESTRATOR, replyTypes } from '@hengtong/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { CaseBus } from './case-bus.ts';
import type { Rest } from './rest.ts';

const { stepRequested, stepCompensationRequested, stepRecallRequested } = commandTypes;
const commands = new Set<string>(Object.values(commandTypes));

/** What a test changes of a reply that would be right. */
export type Slip = Partial<Message>;

/**
 * A case as a conversation between the orchestrator and departments, which the test plays. Every command must be expected by the call
 * that follows: one that nobody mentions fails the test at the next turn.
 */
export class Conversation {
  readonly id: string;
  readonly opened: Case;
  private readonly rest: Rest;
  private readonly bus: CaseBus;
  private mentioned = 0;

  constructor(rest: Rest, bus: CaseBus, opened: Case) {
    this.id = opened.id;
    this.opened = opened;
    this.rest = rest;
    this.bus = bus;
  }

  /** Applies by REST. */
  static async open(rest: Rest, bus: CaseBus, application: OpenCase): Promise<Conversation> {
    const { status, body } = await rest.open(application);
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'running' } });
    return new Conversation(rest, bus, body);
  }

  /** The steps that are asked for now, and nothing else is. */
  asks(...steps: string[]): Promise<Message[]> {
    return this.sends(stepRequested, steps);
  }

  async undoes(step: string): Promise<Message> {
    const [command] = await this.sends(stepCompensationRequested, [step]);
    return command as Message;
  }

  recalls(...steps: string[]): Promise<Message[]> {
    return this.sends(stepRecallRequested, steps);
  }

  /** Who speaks next: the department that was last told something about this step. */
  from(step: string): Speaker {
    const command = this.commands().findLast((each) => each.step === step);
    if (!command) throw new Error(`nobody was asked for ${step}`);
    return new Speaker(this.bus, command);
  }

  /** The world is told this, in words of the case's events. */
  async tells(event: keyof typeof caseEvents, about: object = {}): Promise<Message> {
    const { type } = caseEvents[event];
    return this.bus.until(`${event} ${JSON.stringify(about)} of ${this.id}`, () =>
      this.bus.of(this.id, type).find((each) => holds(each, about)),
    );
  }

  async is(status: Case['status'], about: object = {}): Promise<Case> {
    const { body } = await this.rest.case(this.id);
    expect(body).toMatchObject({ status, ...about });
    return body;
  }

  /** The case ends so; every event of it is there without a gap, the same by REST and on the bus, and no command was left out. */
  async closes(outcome: 'granted' | 'refused'): Promise<Case> {
    await this.tells('case-closed', { data: { outcome } });
    expect(this.commands().slice(this.mentioned)).toEqual([]);
    const events = await this.rest.events(this.id);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(this.told()).toEqual(events.map(({ sequence, type, step }) => ({ sequence, type, ...(step && { step }) })));
    return this.is('closed', { outcome });
  }

  /** The events as the world is told them; the steps that were asked for because of one stand in it. */
  private told(): object[] {
    const typeOf = new Map(Object.entries(caseEvents).map(([name, { type }]) => [type as string, name]));
    return this.bus.of(this.id).flatMap(({ sequence, type, step, data }) => {
      if (sequence === undefined) return [];
      const { asks = [] } = data as { asks?: string[] };
      const asked = asks.map((name, index) => ({ sequence: sequence + index + 1, type: 'step-requested', step: name }));
      return [{ sequence, type: typeOf.get(type), ...(step && { step }) }, ...asked];
    });
  }

  /** The types of the case's events, as REST shows them. */
  async events(): Promise<string[]> {
    return (await this.rest.events(this.id)).map(({ type, step }) => (step ? `${type} ${step}` : type));
  }

  private async sends(type: string, steps: readonly string[]): Promise<Message[]> {
    const arrived = await this.bus.until(`${type} for ${steps.join(', ')} of ${this.id}`, () => {
      const fresh = this.commands().slice(this.mentioned);
      return fresh.length >= steps.length ? fresh : undefined;
    });
    expect(arrived.map((command) => `${command.type} ${command.step}`).toSorted()).toEqual(
      steps.map((step) => `${type} ${step}`).toSorted(),
    );
    this.mentioned += arrived.length;
    for (const command of arrived) {
      expect(command).toMatchObject({
        source: ORCHESTRATOR,
        subject: this.id,
        process: this.opened.process,
        processversion: this.opened.version,
      });
    }
    return arrived;
  }

  private commands(): Message[] {
    return this.bus.of(this.id).filter(({ type }) => commands.has(type));
  }
}

/** A department that was told to do something, and answers that command. */
export class Speaker {
  readonly command: Message;
  private readonly bus: CaseBus;

  constructor(bus: CaseBus, command: Message) {
    this.bus = bus;
    this.command = command;
  }

  get department(): string {
    return this.command.department ?? '';
  }

  answers(output: Record<string, unknown> = {}, slip?: Slip): Promise<Message> {
    return this.says(replyTypes.stepCompleted, { output }, slip);
  }

  refuses(code: string, slip?: Slip): Promise<Message> {
    return this.says(replyTypes.stepRefused, { code, law: '税收征收管理法 44' }, slip);
  }

  fails(error: string, slip?: Slip): Promise<Message> {
    return this.says(replyTypes.stepFailed, { error }, slip);
  }

  undone(slip?: Slip): Promise<Message> {
    return this.says(replyTypes.stepCompensated, {}, slip);
  }

  givesBack(slip?: Slip): Promise<Message> {
    return this.says(replyTypes.stepRecalled, {}, slip);
  }

  async says(type: string, data: unknown, slip: Slip = {}): Promise<Message> {
    const message = this.message(type, data, slip);
    await this.bus.reply(this.department, message);
    return message;
  }

  /** The right reply but for the slip, not sent yet. */
  message(type: string, data: unknown, slip: Slip = {}): Message {
    const { subject, step, commandkey, process, processversion, id } = this.command;
    const about = { subject, step, commandkey, process, processversion, causationid: id };
    return { ...about, id: uuidv7(), type, source: this.department, time: new Date().toISOString(), data, ...slip };
  }
}

/** Whether all that `part` has stands in `whole`. */
function holds(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(([key, value]) => holds((whole as Record<string, unknown>)[key], value));
}
