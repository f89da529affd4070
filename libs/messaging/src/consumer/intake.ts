import { deadLetterRecordedType, decode, eventsTopic, type Message, type Remnant, UnreadableMessage, writerOf } from '@hengtong/contracts';
import type { ReceivedBatch, ReceivedMessage, Verdict } from '../bus/index.ts';
import { deadLetterAt, deadLetters, placeOf } from '../dead-letters/index.ts';
import type { BatchRunner, Job } from '../runner/index.ts';
import type { Unit } from '../unit-of-work/index.ts';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Takes one message, of a type and schema that were checked. What it throws makes a dead letter, after one more try. */
export type MessageHandler = (message: Message, unit: Unit) => Promise<void>;

/**
 * Keeps messages of every type as they are: nothing is known of their bodies, so nothing is asked of them. It tells by itself which it
 * has already, and for which times it has room, so that they need no inbox.
 */
export interface Keeper {
  readonly keep: MessageHandler;
  /** Messages from before this moment, in milliseconds since 1970, are kept no more. */
  oldest(): number;
  /** For messages from this moment on there is no room yet. */
  newest(): number;
}

export interface IntakeOptions {
  /** The service that takes the messages. */
  readonly service: string;
  readonly runner: BatchRunner;
  /** Schemas by message type. A type without one is unknown. */
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  /** Messages from before this moment, in milliseconds since 1970, cannot be told from ones that were taken. */
  oldest(): number;
  /** For messages from this moment on there is no room yet. */
  newest(): number;
  readonly log: { error(details: object, message: string): void };
  /** Takes all messages, in the place of handlers by type. */
  readonly keeper?: Keeper;
  /** Beside the dead letter, in the same transaction: what the case must know of it. */
  readonly onDeadLetter?: (message: Remnant, reason: string, deadLetter: string, unit: Unit) => Promise<void>;
}

/** A reason with a stable code, for a message that is read but must not be taken; a handler throws it, too. */
export class UnacceptableMessage extends Error {
  override name = 'UnacceptableMessage';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** How far ahead of our clock a sender's may be, in milliseconds. */
const CLOCK_AHEAD = 86_400_000;

/** Turns what the bus delivers into jobs, each with its handler and with what is kept of it if it cannot be taken. */
export class Intake {
  private readonly options: IntakeOptions;
  private readonly handlers = new Map<string, MessageHandler>();
  private bus = '';
  /** Batches in hand, each with the time of its first message. */
  private readonly inHand = new Map<ReceivedBatch, number>();

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

  /** Checks a message's type and body, then hands it to its handler; to the keeper as it is. */
  async handle(message: Message, unit: Unit): Promise<void> {
    if (this.options.keeper) return this.options.keeper.keep(message, unit);
    const handler = this.handlers.get(message.type);
    const schema = this.options.schemas[message.type];
    if (!handler || !schema)
      throw new UnacceptableMessage('message.unknown-type', `${this.options.service} takes no messages of type ${message.type}`);
    const body = schema.safeParse(message.data);
    if (!body.success) throw new UnacceptableMessage('message.breaks-schema', z.prettifyError(body.error));
    await handler({ ...message, data: body.data }, unit);
  }

  /** How old the oldest message is that is being worked on, in seconds: how far behind the service is. 0 while nothing waits. */
  lag(now = Date.now()): number {
    return Math.max(0, ...[...this.inHand.values()].map((since) => (now - since) / 1000));
  }

  async take(batch: ReceivedBatch): Promise<Verdict> {
    const since = sentAt(batch.messages[0]);
    if (since !== undefined) this.inHand.set(batch, since);
    try {
      const outcomes = await Promise.all(batch.messages.map((received) => this.options.runner.run(this.job(received))));
      return outcomes.some(({ status }) => status === 'later') ? 'later' : 'taken';
    } finally {
      this.inHand.delete(batch);
    }
  }

  private job(received: ReceivedMessage): Job<void> {
    const { message, about, refusal } = this.read(received);
    return {
      // Behind what came before it of its case, if it says which.
      key: about?.subject ?? `${received.topic}/${received.partition}/${received.offset}`,
      cause: message ?? {},
      // What is refused for what it says of itself must not use up the id of another message.
      ...(message && !refusal && !this.options.keeper && { messageId: message.id.toLowerCase() }),
      run: (unit) => (message && !refusal ? this.handle(message, unit) : Promise.reject(refusal)),
      otherwise: (unit, error) => this.setAside(received, about, unit, error),
    };
  }

  private read(received: ReceivedMessage): Reading {
    try {
      const message = decode(received.headers, received.value);
      return { message, about: message, refusal: foreignSource(message, received.topic) ?? this.outOfTime(message) };
    } catch (error) {
      return { about: (error as UnreadableMessage).remnant, refusal: error as UnreadableMessage };
    }
  }

  private outOfTime({ id }: Message): UnacceptableMessage | undefined {
    const at = timeIn(id);
    const room = this.options.keeper ?? this.options;
    if (at >= room.oldest() && at < Math.min(room.newest(), Date.now() + CLOCK_AHEAD)) return undefined;
    return new UnacceptableMessage(
      'message.out-of-time',
      `its id is from ${new Date(at).toISOString()}, for which nobody can say whether it was taken`,
    );
  }

  private async setAside(received: ReceivedMessage, about: Remnant | undefined, unit: Unit, error: unknown): Promise<void> {
    const { service, onDeadLetter, log } = this.options;
    if (about?.type === deadLetterRecordedType) {
      // It tells of a dead letter. If it made another, and that were told, there would be no end to it.
      const { topic, partition, offset } = received;
      return log.error({ err: error, topic, partition, offset }, 'an event that tells of a dead letter could not be taken');
    }
    if (await unit.load(deadLetterAt, placeOf(this.bus, received))) return;
    const id = uuidv7();
    const code = codeOf(error);
    const reason = error instanceof Error ? error.message : String(error);
    unit.write(deadLetters, { id, bus: this.bus, received, about, code, reason });
    unit.send({
      topic: eventsTopic(service),
      type: deadLetterRecordedType,
      subject: about?.subject ?? id,
      ...(about?.process && { process: about.process, processversion: about.processversion, step: about.step }),
      data: { deadLetter: id, topic: received.topic, code },
    });
    const writer = writerOf(received.topic);
    if (about && writer && (about.source ?? writer) === writer) await onDeadLetter?.({ ...about, source: writer }, reason, id, unit);
  }
}

/** A received message, as far as it can be read. */
interface Reading {
  readonly message?: Message;
  readonly about: Remnant | undefined;
  /** Why it is not handled, though it may be readable. */
  readonly refusal: Error | undefined;
}

/** The time in an id that is a UUIDv7 (RFC 9562 §5.7), in milliseconds since 1970. */
const timeIn = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

/** When a message was sent, by its own account; undefined where it gives none that can be read, or one that is not over. */
function sentAt(message: ReceivedMessage | undefined): number | undefined {
  const at = timeIn(String(message?.headers['ce_id']));
  return at <= Date.now() ? at : undefined;
}

function foreignSource({ source }: Message, topic: string): UnacceptableMessage | undefined {
  const writer = writerOf(topic);
  if (source === writer) return undefined;
  return new UnacceptableMessage('message.foreign-source', `ce_source says ${source}; only ${writer} writes to ${topic}`);
}

function codeOf(error: unknown): string {
  if (error instanceof UnreadableMessage || error instanceof UnacceptableMessage) return error.code;
  return 'handler.failed';
}
