import { parseLine, printValue } from './line.ts';

/** A word that a line can begin a token with. */
export interface FilterField {
  readonly key: string;
  /** What it is about, in words. */
  readonly title: string;
  readonly values?: readonly { readonly value: string; readonly title: string }[];
}

export interface Choice {
  /** What is put into the line. */
  readonly text: string;
  /** What it means. */
  readonly title: string;
  /** Nothing follows in this token. */
  readonly isWhole: boolean;
}

/** What can stand where the cursor is: `choices` in place of the text from `from` to `to`. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
}

const MOST = 50;

/**
 * What can be meant by what is typed before the cursor: of a word without a colon the words to begin with and, from two characters on,
 * every value that it occurs in; behind a colon the values of that word. It is found in what is typed and in what that means.
 */
export function completionAt(line: string, cursor: number, fields: readonly FilterField[]): Completion {
  const { from, to } = wordAt(line, cursor);
  const typed = line.slice(from, cursor);
  const sign = typed.startsWith('-') ? '-' : '';
  const [, key, begun = ''] = /^-?([A-Za-z][A-Za-z0-9-]*)[:：]"?(.*)$/s.exec(typed) ?? [];
  if (key !== undefined) {
    const field = fields.find((each) => each.key === key);
    return { from, to, choices: field ? valuesOf(field, begun, sign).slice(0, MOST) : [] };
  }
  const word = typed.slice(sign.length).toLowerCase();
  const keys = fields
    .filter((field) => field.key.toLowerCase().startsWith(word) || (word !== '' && occurs(word, field.title)))
    .map((field) => ({ text: `${sign}${field.key}:`, title: field.title, isWhole: false }));
  const values = [...word].length < 2 ? [] : fields.flatMap((field) => valuesOf(field, word, sign));
  return { from, to, choices: [...keys, ...values].slice(0, MOST) };
}

/** Puts a choice into a line. @returns the line, and where the cursor then stands. */
export function complete(line: string, { from, to }: Completion, { text, isWhole }: Choice): { line: string; cursor: number } {
  const rest = line.slice(to);
  const put = isWhole && !/^\s/.test(rest) ? `${text} ` : text;
  return { line: line.slice(0, from) + put + rest, cursor: from + put.length + (isWhole && put === text ? 1 : 0) };
}

function valuesOf(field: FilterField, begun: string, sign: string): Choice[] {
  const wanted = begun.toLowerCase();
  return (field.values ?? [])
    .filter(({ value, title }) => occurs(wanted, value) || occurs(wanted, title))
    .map(({ value, title }) => ({ text: `${sign}${field.key}:${printValue(value)}`, title, isWhole: true }));
}

const occurs = (wanted: string, text: string): boolean => text.toLowerCase().includes(wanted);

/** The token that the cursor stands in or behind. Quotation marks that are still open hold nothing behind the cursor. */
function wordAt(line: string, cursor: number): { from: number; to: number } {
  const { tokens, faults } = parseLine(line);
  const word = [...tokens, ...faults].find(({ from, to }) => from <= cursor && cursor <= to);
  if (!word) return { from: cursor, to: cursor };
  return { from: word.from, to: 'code' in word && word.code === 'open-quote' ? cursor : word.to };
}
