/** One wish of a line: `department:taxation`, `-process:newborn`. */
export interface Token {
  readonly key: string;
  readonly value: string;
  /** What must not be. */
  readonly isNegated: boolean;
}

/** A token where it stands: offsets in the line, `to` the first behind it. */
export interface PlacedToken extends Token {
  readonly from: number;
  readonly to: number;
  /** Where its value begins, a quotation mark included. */
  readonly valueFrom: number;
}

export type FaultCode =
  | 'no-key'
  | 'no-value'
  | 'open-quote'
  | 'after-quote'
  | 'unknown-key'
  | 'not-a-case'
  | 'no-case'
  | 'not-a-division'
  | 'stars'
  | 'too-long'
  | 'refused';

/** What is wrong with a line, and where. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly code: FaultCode;
  /** The words that it is about; for `refused` what the service says. */
  readonly what: string;
}

export interface Line {
  readonly tokens: readonly PlacedToken[];
  readonly faults: readonly Fault[];
}

/** A colon is also what a Chinese keyboard gives for one. */
const KEY = /^(-?)([A-Za-z][A-Za-z0-9-]*)[:：]/;
const BARE = /^\S+/;

/**
 * Reads a line: tokens `key:value` with white space between, `-` before what must not be, quotation marks around a value that holds white
 * space (`\"` and `\\` within them). All that can be read is read, whatever is wrong beside it.
 */
export function parseLine(text: string): Line {
  const tokens: PlacedToken[] = [];
  const faults: Fault[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const { token, fault, to } = readToken(text, at);
    if (token) tokens.push(token);
    if (fault) faults.push(fault);
    at = to;
  }
  return { tokens, faults };
}

/** Writes tokens as a line that reads as them again. */
export function printLine(tokens: readonly Token[]): string {
  return tokens.map(({ key, value, isNegated }) => `${isNegated ? '-' : ''}${key}:${printValue(value)}`).join(' ');
}

/** A value as it stands in a line. */
export function printValue(value: string): string {
  return value === '' || value.startsWith('"') || /\s/.test(value) ? `"${value.replace(/["\\]/g, String.raw`\$&`)}"` : value;
}

interface Read {
  readonly token?: PlacedToken;
  readonly fault?: Fault;
  /** Where to read on. */
  readonly to: number;
}

function readToken(text: string, from: number): Read {
  const head = KEY.exec(text.slice(from));
  if (!head) {
    const [word = ''] = BARE.exec(text.slice(from)) ?? [];
    return { fault: { from, to: from + word.length, code: 'no-key', what: word }, to: from + word.length };
  }
  const [whole, sign, key = ''] = head;
  const valueFrom = from + whole.length;
  const { value, to, code } = text[valueFrom] === '"' ? readQuoted(text, valueFrom) : readBare(text, valueFrom);
  if (code) return { fault: { from, to, code, what: text.slice(from, to) }, to };
  return { token: { key, value, isNegated: sign === '-', from, to, valueFrom }, to };
}

interface Value {
  readonly value: string;
  readonly to: number;
  readonly code?: FaultCode;
}

function readBare(text: string, from: number): Value {
  const [value = ''] = BARE.exec(text.slice(from)) ?? [];
  return { value, to: from + value.length, ...(value === '' && { code: 'no-value' }) };
}

function readQuoted(text: string, from: number): Value {
  let value = '';
  let at = from + 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++;
    value += text[at];
  }
  if (at >= text.length) return { value, to: text.length, code: 'open-quote' };
  const [rest = ''] = BARE.exec(text.slice(at + 1)) ?? [];
  return { value, to: at + 1 + rest.length, ...(rest !== '' && { code: 'after-quote' }) };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}
