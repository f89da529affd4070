import { expect } from '@jest/globals';
import { answerOf, eventually, type RunningSystem, type Topics } from '@hengtong/testing';

/** The event hub hands out each event that lies on a topic once, and no other. */
export async function expectLogLikeTopics({ eventHubUrl }: RunningSystem, { messages }: Topics): Promise<void> {
  await eventually(async () => {
    const told = messages.filter(({ topic }) => topic.startsWith('ht.events.')).map(({ headers }) => headers['ce_id'] ?? '');
    const text = await answerOf<string>(`${eventHubUrl}/v1/events/export`);
    const kept = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(kept.toSorted(byText)).toEqual([...new Set(told)].toSorted(byText));
  }, 60_000);
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);
