import { parseArgs } from 'node:util';

import type { WarmUp } from './measure/warm-up.ts';

/** What can be measured. Several of them in one run share one broker and one database server. */
export const SUBJECTS = ['raw', 'told', 'cases', 'peers'] as const;

/** The command line, checked. Times in ms. */
export type Options = {
  subjects: (typeof SUBJECTS)[number][];
  /** File that takes the result as JSON; nothing is written without it. */
  json: string | undefined;
  /** Rounds in turn, of which the median counts; 3, or 1 with --quick. */
  rounds: number;
  /** After each start, until the rate rises no more: for 90 s at most, or 2 s with --quick. */
  warmUp: WarmUp;
  /** Before each window, not counted; 3 s, or 1 s with --quick. */
  warmUpMs: number;
  /** Each window; 12 s, or 5 s with --quick. */
  measureMs: number;
  /** Cases in flight, one window each; one case alone is always measured as well. 50, 200 and 800. */
  inFlight: number[];
  /** Partition settings of raw and told; the real system has one setting only. 1, 2 and 4. */
  partitions: number[];
  /** Folder for `.cpuprofile` files of each process; no profile is taken without it. */
  cpuProfile: string | undefined;
  /** Start the event hub with the real system; without, as before there was one. */
  eventHub: boolean;
};

export const USAGE = `npm run bench -- raw told cases peers [--json FILE] [--quick] [--rounds N] [--in-flight 50,200,800] [--partitions 1,2,4] [--cpu-profile DIR] [--event-hub]
npm run bench -- soak [--minutes 10] [--event-hub]
npm run bench -- hub [--only a,b,c,d,e,f] [--json FILE] [--quick] [--cpu-profile DIR]
npm run bench -- console [--minutes 10] [--open 10000] [--rate 500]
npm run bench -- token
npm run bench -- profile DIR`;

/** Reads what follows `npm run bench --`. Throws a sentence for people when it is not understood. */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      'in-flight': { type: 'string', default: '50,200,800' },
      partitions: { type: 'string', default: '1,2,4' },
      'cpu-profile': { type: 'string' },
      'event-hub': { type: 'boolean', default: false },
    },
  });
  const subjects = SUBJECTS.filter((subject) => positionals.includes(subject));
  const unknown = positionals.find((name) => !SUBJECTS.some((subject) => subject === name));
  if (unknown !== undefined) throw new Error(`There is nothing called "${unknown}" to measure.\n${USAGE}`);
  if (subjects.length === 0) throw new Error(`What shall be measured?\n${USAGE}`);
  return {
    subjects,
    json: values.json,
    rounds: counts('--rounds', values.rounds ?? (values.quick ? '1' : '3'))[0],
    warmUp: values.quick ? { windowMs: 2_000, mostMs: 2_000 } : { windowMs: 6_000, mostMs: 90_000 },
    warmUpMs: values.quick ? 1_000 : 3_000,
    measureMs: values.quick ? 5_000 : 12_000,
    inFlight: counts('--in-flight', values['in-flight']),
    partitions: counts('--partitions', values.partitions),
    cpuProfile: values['cpu-profile'],
    eventHub: values['event-hub'],
  };
}

/** A comma-separated list of whole numbers above zero. */
function counts(option: string, list: string): [number, ...number[]] {
  const [first = NaN, ...others] = list.split(',').map(Number);
  for (const count of [first, ...others]) {
    if (!Number.isInteger(count) || count < 1) throw new Error(`${option} takes whole numbers above zero, not "${list}"`);
  }
  return [first, ...others];
}
