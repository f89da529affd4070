import type { BenchEvent } from './receipts.ts';

/** Where the log is pulled, by whom, and how many events a page. */
export type PullOptions = { url: string; token: string; limit: number };

/** What came of it. `inOrder`: number after number, with none left out. */
export type Pulled = { count: number; seconds: number; inOrder: boolean };

/** Pulls the log from its beginning, page after page over one connection that is kept, until a page has nothing more. */
export async function pullAll({ url, token, limit }: PullOptions): Promise<Pulled> {
  const begun = performance.now();
  let [count, inOrder, after] = [0, true, ''];
  for (;;) {
    const answer = await fetch(`${url}/v1/events?limit=${limit}${after}`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
    const { items, next } = (await answer.json()) as { items: BenchEvent[]; next: string };
    for (const { data } of items) {
      count++;
      if (data.n !== count) inOrder = false;
    }
    if (items.length === 0) return { count, seconds: (performance.now() - begun) / 1000, inOrder };
    after = `&after=${encodeURIComponent(next)}`;
  }
}
