import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';

import type { BenchEvent, Receipts } from './receipts.ts';

/** Readers of the live stream. */
export type SseReaders = { close: () => void };

/** Connections that are opened at a time: a crowd that comes all at once is another matter than one that is there. */
const AT_ONCE = 100;

/** Opens one stream for each address; resolves when each has begun. @throws when one is refused or ends by itself. */
export async function openReaders(urls: readonly string[], token: string, receipts: Receipts): Promise<SseReaders> {
  const agent = new Agent({ maxSockets: Infinity });
  const streams: IncomingMessage[] = [];
  for (let from = 0; from < urls.length; from += AT_ONCE) {
    const opened = urls.slice(from, from + AT_ONCE).map((url, n) => openStream(url, token, agent, receipts, from + n));
    streams.push(...(await Promise.all(opened)));
  }
  return {
    close: () => {
      for (const stream of streams) stream.destroy();
      agent.destroy();
    },
  };
}

function openStream(url: string, token: string, agent: Agent, receipts: Receipts, place: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (stream) => {
      if (stream.statusCode !== 200) return reject(new Error(`${url} answered ${stream.statusCode}`));
      stream.once('data', () => resolve(stream));
      read(stream, receipts, place);
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** Takes the stream apart (WHATWG HTML §9.2), as far as the hub makes use of it: `id`, `event` and `data`, each on one line. */
function read(stream: IncomingMessage, receipts: Receipts, place: number): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const messages = (rest + text).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const data = message.split('\n').find((line) => line.startsWith('data: '));
      if (data === undefined) continue;
      const event = JSON.parse(data.slice('data: '.length)) as BenchEvent & { id: string };
      receipts.note(place, event.id, event);
    }
  });
  stream.on('error', () => undefined);
}
