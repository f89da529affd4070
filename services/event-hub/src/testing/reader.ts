import { get, type IncomingMessage } from 'node:http';
import type { CloudEvent } from '@hengtong/contracts';
import { authorization, eventually, type Who } from '@hengtong/testing';

/** What a stream says: an event, a comment, or where it is. */
export interface Said {
  readonly id?: string;
  readonly event?: string;
  readonly data?: CloudEvent;
  readonly comment?: string;
}

/** Somebody who reads a stream of server-sent events over real HTTP, and writes down what comes. */
export class Reader {
  readonly status: number;
  readonly said: Said[] = [];
  /** Resolves with how the stream ended: as it should, or broken off. */
  readonly ended: Promise<'ended' | 'cut off'>;
  private readonly answer: IncomingMessage;
  private text = '';

  private constructor(answer: IncomingMessage) {
    this.answer = answer;
    this.status = answer.statusCode ?? 0;
    answer.setEncoding('utf8').on('data', (part: string) => this.take(part));
    this.ended = new Promise((resolve) => {
      answer.once('end', () => resolve('ended'));
      answer.once('error', () => resolve('cut off'));
    });
  }

  /** Begins to read. @param token in place of one for `as` */
  static async open(url: string, { as, last, token }: { as?: Who; last?: string | undefined; token?: string }): Promise<Reader> {
    const headers = {
      ...(token === undefined ? as && (await authorization(as)) : { authorization: `Bearer ${token}` }),
      ...(last !== undefined && { 'last-event-id': last }),
    };
    return new Promise((resolve, reject) => {
      get(url, { headers, agent: false }, (answer) => resolve(new Reader(answer))).once('error', reject);
    });
  }

  get events(): CloudEvent[] {
    return this.said.flatMap(({ data }) => data ?? []);
  }

  get comments(): string[] {
    return this.said.flatMap(({ comment }) => comment ?? []);
  }

  /** The cursor that a browser would come back with. */
  get last(): string | undefined {
    return this.said.findLast(({ id }) => id !== undefined)?.id;
  }

  /** Waits until so many events have come. */
  async until(count: number): Promise<CloudEvent[]> {
    return eventually(() => {
      if (this.events.length < count) throw new Error(`${this.events.length} of ${count} events have come`);
      return this.events;
    });
  }

  /** Hangs up. */
  close(): void {
    this.answer.destroy();
  }

  private take(part: string): void {
    const blocks = (this.text + part).split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(\w*): ?(.*)$/s.exec(line) ?? []);
      const value = (name: string): string | undefined => fields.find(([, field]) => field === name)?.[2];
      const [id, event, data, comment] = [value('id'), value('event'), value('data'), value('')];
      this.said.push({
        ...(id !== undefined && { id }),
        ...(event !== undefined && { event }),
        ...(data !== undefined && { data: JSON.parse(data) as CloudEvent }),
        ...(comment !== undefined && { comment }),
      });
    }
  }
}
