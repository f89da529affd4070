import { randomUUID } from 'node:crypto';
import { accessList, decode, encode, type Message, repliesTopic, type WireMessage } from '@hengtong/contracts';
import type { EventBus, ReceivedBatch } from '@hengtong/messaging';
import { DEPARTMENTS } from './test-bus.ts';

/** Milliseconds in which whatever is awaited must have happened: less than Jest gives a test, so that the failure says what it was. */
const PATIENCE = 4_500;

/** The bus as the departments and the world see it: takes all that the orchestrator sends, and keeps it by case. */
export class CaseBus {
  private readonly bus: EventBus;
  private readonly byCase = new Map<string, Message[]>();
  private readonly looks = new Set<() => void>();

  private constructor(bus: EventBus) {
    this.bus = bus;
  }

  /** @param bus is closed with `leave` */
  static async join(bus: EventBus): Promise<CaseBus> {
    const joined = new CaseBus(bus);
    const [orchestrator, ...departments] = accessList(DEPARTMENTS);
    const sent = orchestrator?.writes ?? [];
    await bus.ensureTopics([...sent, ...departments.flatMap(({ writes }) => writes)], 1);
    await bus.consume({ group: `test-${randomUUID()}`, topics: sent, take: async (batch) => joined.take(batch) });
    return joined;
  }

  /** All that was sent of a case (or of a dead letter that belongs to none, by its own id), in the order of its topic. */
  of(subject: string, type?: string): Message[] {
    return (this.byCase.get(subject) ?? []).filter((message) => (type ?? message.type) === message.type);
  }

  all(type: string): Message[] {
    return [...this.byCase.values()].flat().filter((message) => message.type === type);
  }

  /** Resolves with what `look` finds as soon as it finds something. @throws if that takes longer than `patience`, in milliseconds. */
  async until<T>(what: string, look: () => T | undefined, patience = PATIENCE): Promise<T> {
    return new Promise((resolve, reject) => {
      const again = (): void => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        this.looks.delete(again);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.looks.delete(again);
        reject(new Error(`waited in vain for ${what}`));
      }, patience);
      this.looks.add(again);
      again();
    });
  }

  /** Publishes messages on the reply topic of a department, as that department or whoever has got hold of its credential. */
  async reply(department: string, ...messages: readonly Message[]): Promise<void> {
    await this.replyBytes(department, ...messages.map((message) => encode(message)));
  }

  /** The same for what may be no message at all. */
  async replyBytes(department: string, ...messages: readonly WireMessage[]): Promise<void> {
    await this.bus.publish(messages.map((message) => ({ topic: repliesTopic(department), partition: 0, message })));
  }

  async leave(): Promise<void> {
    await this.bus.close();
  }

  private take({ messages }: ReceivedBatch): 'taken' {
    for (const { headers, value } of messages) {
      const message = decode(headers, value);
      const known = this.byCase.get(message.subject);
      if (known) known.push(message);
      else this.byCase.set(message.subject, [message]);
    }
    for (const look of this.looks) look();
    return 'taken';
  }
}
