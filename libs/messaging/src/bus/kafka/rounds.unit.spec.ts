import { expect, test } from '@jest/globals';
import { rounds } from './rounds.ts';

const message = (topic: string, partition: number, key: string, bytes = 10) => ({
  topic,
  partition,
  message: { key, headers: { ce_id: key }, value: 'x'.repeat(bytes) },
});
const keys = (sent: ReturnType<typeof rounds>) =>
  sent.map((round) => Object.fromEntries(round.map((of) => [of.topic, of.messages.map(({ key }) => key)])));

test('what fits goes in one request, each topic named once', () => {
  const sent = rounds([message('a', 0, '1'), message('b', 1, '2'), message('a', 1, '3'), message('a', 0, '4')]);
  expect(keys(sent)).toEqual([{ a: ['1', '3', '4'], b: ['2'] }]);
  expect(sent[0]?.[0]?.messages[0]).toEqual({ partition: 0, key: '1', headers: { ce_id: '1' }, value: 'xxxxxxxxxx' });
});

test('a partition that gets more than a record batch holds goes on in the next request, in order, also with what would still fit', () => {
  const sent = rounds([
    message('a', 0, '1', 600_000),
    message('a', 0, '2', 600_000),
    message('a', 0, '3'),
    message('a', 1, '4'),
    message('a', 0, '5', 600_000),
  ]);
  expect(keys(sent)).toEqual([{ a: ['1', '4'] }, { a: ['2', '3'] }, { a: ['5'] }]);
});

test('a message that is larger than that goes alone', () => {
  const sent = rounds([message('a', 0, '1'), message('a', 0, '2', 1_500_000), message('a', 0, '3')]);
  expect(keys(sent)).toEqual([{ a: ['1'] }, { a: ['2'] }, { a: ['3'] }]);
});

test('bytes are counted, not characters', () => {
  const long = { topic: 'a', partition: 0, message: { key: '1', headers: {}, value: '横'.repeat(200_000) } };
  expect(rounds([long, long])).toHaveLength(2);
});
