import { randomBytes } from 'node:crypto';
import { webhookSecret } from '@hengtong/contracts';
import { eventLines } from '../events/event-line.ts';
import type { Terminal } from '../terminal.ts';
import { forward, type Tried } from '../webhooks/forward.ts';
import { eventSource } from './event-source.ts';
import { Misunderstood } from './misunderstood.ts';
import type { Values } from './values.ts';

/**
 * `hengtong listen`: brings events to a receiver on the developer's own machine, one after another, signed as the event hub signs them.
 * @throws {Misunderstood} without an address; what no other try mends
 */
export async function listen({ forward: url, secret: given, ...values }: Values, terminal: Terminal): Promise<void> {
  if (url === undefined || !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Misunderstood('Say where to: --forward http://localhost:3000/hook');
  const secret = given ?? `whsec_${randomBytes(32).toString('base64')}`;
  const faulty = webhookSecret.safeParse(secret).error?.issues[0];
  if (faulty) throw new Misunderstood(`--secret ${faulty.message}.`);

  const { events, options } = await eventSource(values, terminal);
  const line = eventLines(terminal);
  terminal.note(`Each call is signed with ${secret}`);
  const receiver = {
    url,
    secret,
    ended: terminal.ended,
    tried: (event: Parameters<typeof line>[0], tried: Tried) => terminal.out(`${resultOf(terminal, tried)}  ${line(event)}`),
  };
  for await (const { event } of events.stream({ ...options, connected: () => terminal.note(`Connected; events go to ${url}.`) })) {
    if (await forward(event, receiver)) continue;
    if (!terminal.ended.aborted) terminal.note('The receiver has answered 410 Gone: the event hub would end the subscription.');
    return;
  }
}

function resultOf({ paint }: Terminal, { status, milliseconds, again }: Tried): string {
  const taken = typeof status === 'number' && status >= 200 && status < 300;
  const what = `${status}  ${milliseconds} ms${again === undefined ? '' : `, again in ${(again / 1_000).toFixed(1)} s`}`;
  return paint(taken ? 'green' : 'red', what.padEnd(14));
}
