import { expect, jest, test } from '@jest/globals';
import { silent } from '../testing/contract-tools.ts';
import { TakenOffsets } from './taken-offsets.ts';

type Commit = (offsets: { topic: string; partition: number; offset: string }[]) => Promise<void>;

test('commits the next offset of each partition, and nothing when nothing has changed', async () => {
  const commitOffsets = jest.fn<Commit>().mockResolvedValue();
  const offsets = new TakenOffsets({ commitOffsets }, silent);
  offsets.taken('a', 0, '6');
  offsets.taken('a', 0, '9007199254740993');
  offsets.taken('a', 1, '0');
  await offsets.commit();
  await offsets.commit();
  expect(commitOffsets.mock.calls).toEqual([
    [
      [
        { topic: 'a', partition: 0, offset: '9007199254740994' },
        { topic: 'a', partition: 1, offset: '1' },
      ],
    ],
  ]);
});

test('what could not be committed, or was taken meanwhile, is committed the next time', async () => {
  const commitOffsets = jest.fn<Commit>().mockRejectedValueOnce(new Error('away')).mockResolvedValue();
  const offsets = new TakenOffsets({ commitOffsets }, silent);
  offsets.taken('a', 0, '1');
  await offsets.commit();
  const committing = offsets.commit();
  offsets.taken('a', 0, '2');
  await committing;
  await offsets.commit();
  expect(commitOffsets.mock.calls.flat(2).map(({ offset }) => offset)).toEqual(['2', '2', '3']);
});

test('forgets partitions that somebody else has now', async () => {
  const commitOffsets = jest.fn<Commit>().mockResolvedValue();
  const offsets = new TakenOffsets({ commitOffsets }, silent);
  offsets.taken('a', 0, '1');
  offsets.taken('a', 1, '1');
  offsets.taken('b', 0, '1');
  offsets.keepOnly({ a: [1] });
  await offsets.commit();
  expect(commitOffsets.mock.calls).toEqual([[[{ topic: 'a', partition: 1, offset: '2' }]]]);
});
