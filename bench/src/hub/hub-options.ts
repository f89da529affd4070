import { parseArgs } from 'node:util';

import { USAGE } from '../options.ts';

/** The figures that there are: latency, backlog, hanging endpoints, readers, replay, kills. */
export const FIGURES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type FigureName = (typeof FIGURES)[number];

/** The command line of `hub`, checked. */
export type HubOptions = {
  only: FigureName[];
  /** A first look: smaller in everything. */
  quick: boolean;
  /** File that takes the result as JSON; nothing is written without it. */
  json: string | undefined;
  /** Folder for `.cpuprofile` files of the hub; no profile is taken without it. */
  cpuProfile: string | undefined;
};

/** Reads what follows `npm run bench -- hub`. Throws a sentence for people when it is not understood. */
export function parseHubOptions(args: readonly string[]): HubOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: FIGURES.join(',') },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      'cpu-profile': { type: 'string' },
    },
  });
  const asked = values.only.split(',');
  const unknown = asked.find((name) => !FIGURES.some((figure) => figure === name));
  if (unknown !== undefined) throw new Error(`There is no figure "${unknown}"; there are ${FIGURES.join(', ')}.\n${USAGE}`);
  return {
    only: FIGURES.filter((figure) => asked.includes(figure)),
    quick: values.quick,
    json: values.json,
    cpuProfile: values['cpu-profile'],
  };
}
