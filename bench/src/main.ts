import { writeFile } from 'node:fs/promises';

import { casesRound } from './cases/cases-round.ts';
import { openInfrastructure } from './infrastructure.ts';
import { parseOptions } from './options.ts';
import { rawRound } from './raw/raw-round.ts';
import { print } from './report/print.ts';
import { toResult } from './report/result.ts';
import type { Round, Subject } from './report/result.ts';

const options = parseOptions(process.argv.slice(2));
const infrastructure = await openInfrastructure();
try {
  const rounds = new Map<Subject, Round[]>();
  const keep = (subject: Subject, round: Round) => rounds.set(subject, [...(rounds.get(subject) ?? []), round]);
  for (let round = 1; round <= options.rounds; round++) {
    console.error(`round ${round} of ${options.rounds}`);
    if (options.subjects.includes('raw')) keep('raw', await rawRound(infrastructure, options));
    if (!options.subjects.includes('cases')) continue;
    const { chain, enterpriseStartup } = await casesRound(infrastructure, options);
    keep('chain', chain);
    keep('enterpriseStartup', enterpriseStartup);
  }
  const result = toResult(rounds);
  console.log(print(result));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await infrastructure.stop();
}
