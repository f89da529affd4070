import { type Bilingual, type CloudEvent, type EventType, eventTypes } from '@hengtong/contracts';
import type { Style, Terminal } from '../terminal.ts';

/** Cases whose codes are remembered. */
const REMEMBERED = 10_000;
const STYLES: readonly (readonly [RegExp, Style])[] = [
  [/\.(refused|failed|stalled)\.v\d+$/, 'red'],
  [/\.(compensation-requested|compensated|recall-requested|recalled|recall-declined|voided)\.v\d+$/, 'yellow'],
  [/\.(completed|resumed)\.v\d+$/, 'green'],
  [/\.(reply-ignored|dead-letter\.recorded)\.v\d+$|\.(subscription|grant)\.[a-z-]+\.v\d+$/, 'gray'],
];
const OF_OUTCOME: Readonly<Record<string, Style>> = { granted: 'green', refused: 'red' };
const platform = new Map(eventTypes.map(({ type, title }: EventType) => [type, title]));

/**
 * Makes events into lines for a person: local time, the case, process and step, what has happened in both languages, what came of it, the
 * department. `titles` gives more of what types are called than the platform itself knows, those of departments.
 */
export function eventLines(
  { paint }: Pick<Terminal, 'paint'>,
  titles: ReadonlyMap<string, Bilingual> = platform,
): (event: CloudEvent) => string {
  const codes = new Map<string, string>();

  const nameOf = (event: CloudEvent): string => {
    const code = textIn(event.data, 'code');
    if (code !== undefined && /\.case\.(opened|closed)\.v\d+$/.test(event.type)) {
      codes.delete(event.subject);
      codes.set(event.subject, code);
      if (codes.size > REMEMBERED) codes.delete(codes.keys().next().value as string);
    }
    // The end of a UUIDv7 is what tells it from its neighbours.
    return codes.get(event.subject) ?? `…${event.subject.slice(-12)}`;
  };

  return (event) => {
    const title = titles.get(event.type);
    const parts = [
      localTime(event.time),
      nameOf(event).padEnd(22),
      [event.process, event.step].filter(Boolean).join('/'),
      [title ? `${title.zh} ${title.en}` : event.type, outcomeOf(event)].filter(Boolean).join(': '),
      event.department ?? event.source,
    ];
    const line = plain(parts.filter((part) => part !== '').join('  '));
    const style = styleOf(event);
    return style ? paint(style, line) : line;
  };
}

function styleOf({ type, data }: CloudEvent): Style | undefined {
  const outcome = textIn(data, 'outcome');
  if (outcome !== undefined) return OF_OUTCOME[outcome];
  return STYLES.find(([pattern]) => pattern.test(type))?.[1];
}

/** What came of it: the outcome of a case, the ground of a refusal, why something was ignored. */
function outcomeOf({ type, data }: CloudEvent): string {
  const names = /\.refused\.v\d+$/.test(type) ? ['code', 'law'] : ['outcome', 'reason', 'topic'];
  return names
    .map((name) => textIn(data, name))
    .filter((text) => text !== undefined)
    .join(', ');
}

function textIn(data: unknown, name: string): string | undefined {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function localTime(time: string): string {
  const at = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}

/** Without what a terminal would obey: an event is written by somebody else. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
