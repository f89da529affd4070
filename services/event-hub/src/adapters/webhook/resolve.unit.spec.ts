import { expect, test } from '@jest/globals';
import { nameServers } from './resolve.ts';

type Answers = Partial<Record<'resolve4' | 'resolve6', string[]>>;
type Done = (error: NodeJS.ErrnoException | null, addresses: string[]) => void;

/** Asks servers that know these addresses and no others. */
function resolved(answers: Answers): unknown {
  const answer =
    (kind: keyof Answers) =>
    (_name: string, done: Done): void =>
      answers[kind]
        ? done(null, answers[kind])
        : done(Object.assign(new Error(kind), { code: kind === 'resolve4' ? 'ENOTFOUND' : 'ENODATA' }), []);
  let outcome: unknown;
  const resolver = { resolve4: answer('resolve4'), resolve6: answer('resolve6') } as unknown as NonNullable<
    Parameters<typeof nameServers>[0]
  >;
  nameServers(resolver)('agency.example', (error, addresses) => (outcome = error?.code ?? addresses));
  return outcome;
}

test('addresses of both families are found, and one of them is enough', () => {
  const [four, six] = [
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700::1', family: 6 },
  ];
  expect(resolved({ resolve4: ['8.8.8.8'], resolve6: ['2606:4700::1'] })).toEqual([four, six]);
  expect(resolved({ resolve6: ['2606:4700::1'] })).toEqual([six]);
  expect(resolved({ resolve4: ['8.8.8.8'] })).toEqual([four]);
});

test('a name without any address is an error', () => {
  expect(resolved({})).toBe('ENOTFOUND');
});
