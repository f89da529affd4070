import { decode, type Message } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import type { EventBus } from '../bus/index.ts';

interface HeardMessage {
  readonly lane: number;
  readonly message: Message;
}

/** What came out at a topic, in the order of each of its partitions. */
export class Heard {
  readonly all: HeardMessage[] = [];

  static async from(bus: EventBus, topic: string): Promise<Heard> {
    const heard = new Heard();
    await bus.consume({
      group: `listener-${uuidv7()}`,
      topics: [topic],
      take: ({ messages, partition: lane }) => {
        heard.all.push(...messages.map(({ headers, value }) => ({ lane, message: decode(headers, value) })));
        return Promise.resolve('taken');
      },
    });
    return heard;
  }

  /** Ids in the order in which they came, with every repeat. */
  ids(lane: number): string[] {
    return this.of(lane).map(({ id }) => id);
  }

  /** Each id where it came first. */
  firsts(lane: number): string[] {
    return [...new Set(this.ids(lane))];
  }

  numbers(lane: number): number[] {
    return this.of(lane).map(({ data }) => (data as { n: number }).n);
  }

  /** Waits until so many different messages have come. */
  async count(count: number): Promise<void> {
    await eventually(() => {
      const distinct = new Set(this.all.map(({ message }) => message.id)).size;
      if (distinct < count) throw new Error(`${distinct} of ${count} messages have come`);
    });
  }

  private of(lane: number): Message[] {
    return this.all.filter((each) => each.lane === lane).map(({ message }) => message);
  }
}
