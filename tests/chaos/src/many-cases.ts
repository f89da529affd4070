import { randomUUID } from 'node:crypto';
import { demoCases } from '@hengtong/local';
import { casesOf, eventually, handIn } from '@hengtong/testing';

/** How many applicants there are at a time. */
const AT_A_TIME = 20;

/** Milliseconds for all cases to close, after what was taken away is back. */
const CLOSED_WITHIN = 180_000;
const LOOK_EVERY = 250;

const make = demoCases();
let made = 0;

/** Start-ups that are handed in side by side, by clients that ask again until they are acknowledged. */
export interface ManyCases {
  /** Resolves when so many are acknowledged; the others go on. */
  acknowledged(count: number): Promise<void>;
  /** Resolves with the ids of all of them, when the last is acknowledged. */
  readonly all: Promise<string[]>;
  /** Waits until every one is closed, and nothing else under their reference. @returns how each ended. */
  closed(): Promise<{ id: string; outcome: string | undefined }[]>;
}

/** Begins to hand in `count` applications; each goes to one of `urls` in turn, and to the next when that does not answer. */
export function handInMany(urls: () => readonly string[], count: number): ManyCases {
  const reference = `run-${randomUUID()}`;
  const ids: string[] = [];
  const queue = Array.from({ length: count }, () => make(made++)).entries();
  const applicant = async (): Promise<void> => {
    for (const [index, application] of queue) {
      const { applicant: person } = application;
      const id = await handIn(
        () => urls()[index % urls().length] ?? '',
        { ...application, applicant: { ...person, reference } },
        randomUUID(),
      );
      ids.push(id);
    }
  };
  const all = Promise.all(Array.from({ length: AT_A_TIME }, applicant)).then(() => ids);
  return {
    all,
    acknowledged: (enough) =>
      eventually(() => {
        if (ids.length < enough) throw new Error(`${ids.length} of ${enough} cases are acknowledged`);
      }, CLOSED_WITHIN),
    closed: () =>
      eventually(
        async () => {
          const cases = await casesOf(urls()[0] ?? '').list({ reference });
          const open = cases.filter(({ status }) => status !== 'closed').map(({ code, status }) => `${code} ${status}`);
          if (cases.length < count || open.length > 0) throw new Error(`${cases.length} of ${count} cases, not closed: ${open.join(', ')}`);
          return cases.map(({ id, outcome }) => ({ id, outcome }));
        },
        CLOSED_WITHIN,
        LOOK_EVERY,
      ),
  };
}
