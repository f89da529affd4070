import { eventLines } from '../events/event-line.ts';
import type { Terminal } from '../terminal.ts';
import { eventSource } from './event-source.ts';
import type { Values } from './values.ts';

/** `hengtong tail`: events as they happen, a line each, until Ctrl-C. @throws what no other try mends */
export async function tail(values: Values, terminal: Terminal): Promise<void> {
  const { events, options } = await eventSource(values, terminal);
  const line = values.json ? (event: object) => JSON.stringify(event) : eventLines(terminal, await titlesOf(events));
  for await (const { event } of events.stream({ ...options, connected: () => terminal.note('Connected; Ctrl-C ends it.') })) {
    terminal.out(line(event));
  }
}

/** What departments call their types stands in the hub's catalogue; without it, lines name the type. */
async function titlesOf(events: Awaited<ReturnType<typeof eventSource>>['events']) {
  const types = await events.types().catch(() => undefined);
  return types && new Map(types.map(({ type, title }) => [type, title]));
}
