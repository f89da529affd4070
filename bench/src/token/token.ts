import { IssuerKeys, TokenCheck } from '@hengtong/platform';
import { issuerUrl, portal, tokenOf } from '@hengtong/testing';

import { median } from '../measure/percentiles.ts';

/** Microseconds of CPU for one of each. */
export type TokenCosts = {
  /** A token that was checked within the last minute. */
  cached: number;
  /** One that is seen for the first time: its signature is checked. */
  first: number;
  /** `JSON.parse` of a text of the token's length, to hold the others against. */
  parse: number;
};

const CHECKS = 200_000;
const ROUNDS = 5;

/** What it costs to find out who calls, by the check that every service runs; each figure is the median of five rounds. */
export async function tokenCosts(): Promise<TokenCosts> {
  const issuer = await issuerUrl();
  const check = new TokenCheck({ issuer, audience: 'hengtong', keys: new IssuerKeys(issuer) });
  const header = `Bearer ${await tokenOf(portal)}`;
  // Each is another token by its subject.
  const fresh = await Promise.all(
    Array.from({ length: 400 * ROUNDS }, async (_, n) => `Bearer ${await tokenOf({ ...portal, sub: String(n) })}`),
  );
  const text = JSON.stringify({ token: header }).slice(0, header.length - 2) + '"}';
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      cached: await costOf(CHECKS, () => check.caller(header)),
      first: await costOf(400, (n) => check.caller(fresh[round * 400 + n])),
      parse: await costOf(CHECKS, () => JSON.parse(text) as unknown),
    });
  }
  return {
    cached: median(rounds.map((r) => r.cached)),
    first: median(rounds.map((r) => r.first)),
    parse: median(rounds.map((r) => r.parse)),
  };
}

/** The lines that are shown. */
export const printTokenCosts = ({ cached, first, parse }: TokenCosts): string =>
  [
    `a token that was checked before  ${cached.toFixed(2)} µs, ${(cached / parse).toFixed(1)} times one JSON.parse of its length (${parse.toFixed(2)} µs)`,
    `a token that is new              ${first.toFixed(0)} µs, ${(first / parse).toFixed(0)} times`,
  ].join('\n');

async function costOf(times: number, act: (n: number) => unknown): Promise<number> {
  const from = process.cpuUsage();
  for (let n = 0; n < times; n++) await act(n);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / times;
}
