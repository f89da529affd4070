import { casesRound } from '../cases/cases-round.ts';
import type { Infrastructure } from '../infrastructure.ts';
import type { Options } from '../options.ts';
import { rawRound } from '../raw/raw-round.ts';
import { toResult } from '../report/result.ts';
import type { Result, Round, Subject } from '../report/result.ts';
import { toldRound } from '../told/told-round.ts';

/** Measures what was asked for, in rounds in turn, so that what the machine does besides meets all of them alike. */
export async function measure(at: Infrastructure, options: Options): Promise<Result> {
  const rounds = new Map<Subject, Round[]>();
  const keep = (subject: Subject, round: Round) => rounds.set(subject, [...(rounds.get(subject) ?? []), round]);
  for (let round = 1; round <= options.rounds; round++) {
    console.error(`round ${round} of ${options.rounds}`);
    if (options.subjects.includes('raw')) keep('raw', await rawRound(at, options));
    if (options.subjects.includes('told')) keep('told', await toldRound(at, options));
    if (options.subjects.includes('cases')) {
      const { chain, enterpriseStartup } = await casesRound(at, options);
      keep('chain', chain);
      keep('enterpriseStartup', enterpriseStartup);
    }
    if (options.subjects.includes('peers')) keep('pgBoss', await (await import('../peers/peers-round.ts')).peersRound(at, options));
  }
  return toResult(rounds);
}
