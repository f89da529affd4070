import { deadLetterRecordedType, decode, eventsTopic, type Message, UnreadableMessage, writerOf } from '@hengtong/contracts';
import type { ReceivedBatch, ReceivedMessage, Verdict } from '../bus/index.ts';
import { deadLetters } from '../dead-letters/index.ts';
import type { BatchRunner, Job } from '../runner/index.ts';
import type { Unit } from '../unit-of-work/index.ts';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Takes one message, of a type and schema that were checked. What it throws makes a dead letter, after one more try. */
export type MessageHandler = (message: Message, unit: Unit) => Promise<void>;

export interface IntakeOptions {
  /** The service that takes the messages. */
  readonly service: string;
  readonly runner: BatchRunner;
  /** Schemas by message type. A type without one is unknown. */
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  /** Messages from before this moment, in milliseconds since 1970, cannot be told from ones that were taken. */
  oldest(): number;
  /** Beside the dead letter, in the same transaction: what the case must know of it. */
  readonly onDeadLetter?: (message: Message, reason: string, deadLetter: string, unit: Unit) => Promise<void>;
}

/** A reason with a stable code, for a message that is read but must not be taken. */
class UnacceptableMessage extends Error {
  override name = 'UnacceptableMessage';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** How far ahead of our clock a message's id may be, in milliseconds: a partition of the inbox must be there for it. */
const CLOCK_AHEAD = 86_400_000;

/** Turns what the bus delivers into jobs, each with its handler and with what is kept of it if it cannot be taken. */
export class Intake {
  private readonly options: IntakeOptions;
  private readonly handlers = new Map<string, MessageHandler>();
  private bus = '';

  constructor(options: IntakeOptions) {
    this.options = options;
  }

  /** Names the bus that the messages come from, as dead letters keep it. */
  from(bus: string): void {
    this.bus = bus;
  }

  /** Says who takes messages of a type. */
  on(type: string, handler: MessageHandler): void {
    this.handlers.set(type, handler);
  }

  /** Checks a message's type and body, then hands it to its handler. */
  async handle(message: Message, unit: Unit): Promise<void> {
    const handler = this.handlers.get(message.type);
    const schema = this.options.schemas[message.type];
    if (!handler || !schema) throw new UnacceptableMessage('message.unknown-type', `${this.options.service} takes no messages of type ${message.type}`);
    const body = schema.safeParse(message.data);
    if (!body.success) throw new UnacceptableMessage('message.breaks-schema', z.prettifyError(body.error));
    await handler({ ...message, data: body.data }, unit);
  }

  async take(batch: ReceivedBatch): Promise<Verdict> {
    const outcomes = await Promise.all(batch.messages.map((received) => this.options.runner.run(this.job(received))));
    return outcomes.some(({ status }) => status === 'later') ? 'later' : 'taken';
  }

  private job(received: ReceivedMessage): Job<void> {
    const read = this.read(received);
    const otherwise = (message: Message | undefined) => (unit: Unit, error: unknown) => this.setAside(received, message, unit, error);
    if (read instanceof Error) {
      return { key: `${received.topic}/${received.partition}/${received.offset}`, cause: {}, run: () => Promise.reject(read), otherwise: otherwise(undefined) };
    }
    const { message, refusal } = read;
    return {
      key: message.subject,
      cause: message,
      ...(refusal?.code === 'message.out-of-time' ? {} : { messageId: message.id.toLowerCase() }),
      run: (unit) => (refusal ? Promise.reject(refusal) : this.handle(message, unit)),
      otherwise: otherwise(message),
    };
  }

  private read(received: ReceivedMessage): { message: Message; refusal?: UnacceptableMessage } | Error {
    try {
      const message = decode(received.headers, received.value);
      const writer = writerOf(received.topic);
      if (message.source !== writer) {
        return { message, refusal: new UnacceptableMessage('message.foreign-source', `ce_source says ${message.source}; only ${writer} writes to ${received.topic}`) };
      }
      const at = Number.parseInt(message.id.replace('-', '').slice(0, 12), 16);
      if (at < this.options.oldest() || at > Date.now() + CLOCK_AHEAD) {
        const when = new Date(at).toISOString();
        return { message, refusal: new UnacceptableMessage('message.out-of-time', `its id is from ${when}, for which nobody can say whether it was taken`) };
      }
      return { message };
    } catch (error) {
      return error as Error;
    }
  }

  private async setAside(received: ReceivedMessage, message: Message | undefined, unit: Unit, error: unknown): Promise<void> {
    const { service, onDeadLetter } = this.options;
    const id = uuidv7();
    const code = codeOf(error);
    const reason = error instanceof Error ? error.message : String(error);
    unit.write(deadLetters, { id, bus: this.bus, received, message, code, reason });
    unit.send({
      topic: eventsTopic(service),
      type: deadLetterRecordedType,
      subject: message?.subject ?? id,
      ...(message?.process && { process: message.process, processversion: message.processversion, step: message.step }),
      data: { deadLetter: id, topic: received.topic, code },
    });
    if (message && code !== 'message.foreign-source') await onDeadLetter?.(message, reason, id, unit);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof UnreadableMessage || error instanceof UnacceptableMessage) return error.code;
  return 'handler.failed';
}
