import { type EventSelection, type Events, type Grants, hengtong, StreamEnded, type StreamOptions } from '@hengtong/client';
import { z } from 'zod';
import { tokensOfClient, tokensOfPerson } from '../auth/tokens.ts';
import { localSystem } from '../local-system.ts';
import type { Terminal } from '../terminal.ts';
import { Misunderstood } from './misunderstood.ts';
import type { Values } from './values.ts';

/** Events, and how a command wants them. */
export interface EventSource {
  readonly events: Events;
  readonly options: StreamOptions;
}

/** The events of the local start that were asked for, as the client that was named, else as the person who signs in. */
export async function eventSource(values: Values, terminal: Terminal): Promise<EventSource> {
  const since = values.since === undefined ? undefined : sinceOf(values.since, Date.now());
  const system = await localSystem(values.data);
  const token = values.client === undefined ? tokensOfPerson(system, terminal) : tokensOfClient(system, values.client);
  const options: StreamOptions = {
    filters: selectionOf(values),
    since,
    signal: terminal.ended,
    interrupted: (why, milliseconds) => {
      // A token has come to its end, as each does: nothing to be told.
      if (why instanceof StreamEnded || milliseconds === 0) return;
      terminal.note(`Interrupted: ${sentenceOf(why)} Trying again in ${(milliseconds / 1_000).toFixed(1)} s.`);
    },
  };
  const { events, grants } = hengtong({ eventHubUrl: system.eventHub, token });
  if (values.client !== undefined) await noteNoGrant(values.client, grants, terminal);
  return { events, options };
}

/** An agency without a grant gets nothing, and whoever waits for it would wonder. Where that cannot be asked, events say what is wrong. */
async function noteNoGrant(client: string, grants: Grants, { note }: Terminal): Promise<void> {
  const page = await grants.list({ limit: 200 }).catch(() => undefined);
  if (!page || page.next !== undefined) return;
  const granted = page.items.some(({ status, types }) => status === 'active' && types.some((type) => type.status === 'granted'));
  if (!granted)
    note(`${client} has no grant, so that nothing comes but what concerns it: ask for one with POST /v1/grants of the event hub.`);
}

function selectionOf({ type = [], types = [], process, department, division, filter, case: subject }: Values): EventSelection {
  const wanted = [...type, ...types].flatMap((list) => list.split(',')).filter((each) => each !== '');
  const given = { ...(wanted.length > 0 && { types: wanted }), process, department, division, filter, subject };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** `90s`, `30m`, `1h`, `2d` before now, or a time (RFC 3339), as a time. @throws {Misunderstood} */
export function sinceOf(text: string, now: number): string {
  const [, number, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (number !== undefined) return new Date(now - Number(number) * (UNITS[unit] ?? 0) * 1_000).toISOString();
  if (z.iso.datetime({ offset: true }).safeParse(text).success) return text;
  throw new Misunderstood(`--since ${text} is neither like 90s, 30m, 1h, 2d nor a time like 2026-11-24T08:00:00+08:00.`);
}

/** What is behind it, too: `fetch failed` alone says nothing. */
export function sentenceOf({ message, cause }: Error): string {
  const why = cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
  return /[.!?]$/.test(why) ? why : `${why}.`;
}
