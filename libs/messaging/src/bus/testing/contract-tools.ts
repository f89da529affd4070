import type { BusLog } from '../bus-log.ts';
import type { Consumption, OutgoingMessage, ReceivedMessage, Verdict } from '../event-bus.ts';

/** What the suites of the buses share: messages with numbers, members, and ways to wait for what is to happen. */

export const silent: BusLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export const ascending = (a: number, b: number): number => a - b;

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

export const order = (n: number): OutgoingMessage['message'] => ({
  key: `case-${n}`,
  headers: { ce_id: String(n) },
  value: JSON.stringify({ n }),
});

export const numberOf = ({ headers }: ReceivedMessage): number => Number(headers['ce_id']);

export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** Conditions that are waited for; all are looked at whenever anything happens to anybody. */
const waiting = new Set<() => void>();

function somethingHappened(): void {
  for (const look of waiting) look();
}

/** What came in, and a way to wait for it. */
export class Taken {
  readonly messages: ReceivedMessage[] = [];

  readonly all = ({ messages }: { messages: readonly ReceivedMessage[] }): Promise<Verdict> => {
    this.add(messages);
    return Promise.resolve('taken');
  };

  add(messages: readonly ReceivedMessage[]): void {
    this.messages.push(...messages);
    somethingHappened();
  }

  count(count: number): Promise<void> {
    return until(() => this.messages.length >= count);
  }

  of(partition?: number, topic?: string): ReceivedMessage[] {
    return this.messages.filter(
      (message) => (partition ?? message.partition) === message.partition && (topic ?? message.topic) === message.topic,
    );
  }

  /** In the order in which they first came: a bus may deliver again, which the inbox takes care of. */
  numbers(partition?: number, topic?: string): number[] {
    return [...new Set(this.of(partition, topic).map(numberOf))];
  }

  partitions(topic: string): number[] {
    return [...new Set(this.of(undefined, topic).map(({ partition }) => partition))].toSorted(ascending);
  }

  /** How many different ones came, here or there. */
  distinct(other?: Taken): number {
    return new Set([...this.numbers(), ...(other?.numbers() ?? [])]).size;
  }
}

/** One of a group: what it has and what it has taken. */
export class Member {
  readonly taken = new Taken();
  has: readonly number[] = [];

  readonly part: Pick<Consumption, 'take' | 'assigned'> = {
    take: this.taken.all,
    assigned: (partitions) => {
      this.has = partitions;
      somethingHappened();
    },
  };
}

export function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
  });
}

/** Sends again and again, and what was refused once more, as the outbox does. */
export function sending(send: (call: number) => Promise<void>): { refused: Promise<void>; sent: () => number; stop: () => Promise<void> } {
  const refusal = gate();
  let sent = 0;
  let over = false;
  const count = () => void sent++;
  const done = (async () => {
    while (!over) {
      await send(sent).then(count, refusal.open);
      await new Promise(setImmediate);
    }
  })();
  return {
    refused: refusal.opened,
    sent: () => sent,
    stop: () => {
      over = true;
      return done;
    },
  };
}
