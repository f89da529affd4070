import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '@hengtong/persistence';
import { type FreshDatabase, freshDatabase } from '@hengtong/testing';
import { exampleCase } from '../../adapters/http/example-case.ts';
import { rebuildFlows } from '../../adapters/postgres/flows/rebuild-flows.ts';
import { afterwards, granted, registered, SERVERS } from '../../testing/backbone.ts';
import { CaseBus } from '../../testing/case-bus.ts';
import { Conversation } from '../../testing/conversation.ts';
import { flowsOf, idleKeeper } from '../../testing/flows.ts';
import { type Running, start } from '../../testing/orchestrator.ts';
import { busFor, type TestBus } from '../../testing/test-bus.ts';
import { Definitions } from '../definitions.ts';
import { FlowKeeper } from './keeper.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TABLES = ['flow_cases', 'open_steps', 'flow_hours', 'step_hours', 'cell_days', 'case_figures', 'step_figures'];

describe('the keeper of the overview', () => {
  let fresh: FreshDatabase;
  let testBus: TestBus;
  let bus: CaseBus;
  let orchestrator: Running;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase('orchestrator');
    testBus = await busFor(fresh);
    bus = await CaseBus.join(testBus.connect());
    orchestrator = await start(fresh, testBus);
    database = openDatabase({ url: fresh.url, name: 'keeper', log: silent });
  }, SERVERS);
  afterAll(async () => {
    await database.close();
    await orchestrator.stop();
    await bus.leave();
    await testBus.remove();
    await fresh.drop();
  }, SERVERS);

  const keeper = (): FlowKeeper => new FlowKeeper(database.pool, new Definitions(database.pool, silent), silent);

  /** All that is kept, without the order of its rows. */
  async function kept(): Promise<Record<string, unknown[]>> {
    const tables = await Promise.all(
      TABLES.map(async (name) => [name, (await database.pool.query(`select * from ${name} as kept order by kept::text`)).rows]),
    );
    return Object.fromEntries(tables) as Record<string, unknown[]>;
  }

  const notes = async (): Promise<number> => (await database.pool.query('select from case_changes')).rowCount ?? 0;

  /** Cases in every kind of place: at the beginning, half-way, stalled, on the way back, refused, granted, closed and answered once more. */
  async function allKinds(): Promise<void> {
    const opened = await Promise.all(Array.from({ length: 6 }, () => Conversation.open(orchestrator.rest, bus, exampleCase)));
    for (const bakery of opened) await bakery.asks('register');
    const [, midway, stalled, back, refused, done] = opened as [
      Conversation,
      Conversation,
      Conversation,
      Conversation,
      Conversation,
      Conversation,
    ];
    await stalled.from('register').fails('the disk is full');
    await stalled.tells('case-stalled');
    await refused.from('register').refuses('not.today');
    await refused.closes('refused');
    await refused.from('register').refuses('not.at-all');
    await refused.tells('ignored');
    for (const bakery of [midway, back, done]) {
      await bakery.from('register').answers(registered);
      await bakery.asks(...afterwards);
    }
    await midway.from('seal').answers(granted['seal']);
    await midway.tells('step-completed', { step: 'seal' });
    for (const step of afterwards) await back.from(step).refuses('not.today');
    await back.undoes('register');
    for (const step of afterwards) await done.from(step).answers(granted[step]);
    await done.closes('granted');
  }

  test(
    'that dies between taking a note and having followed it loses nothing, and counts nothing twice',
    async () => {
      const idle = await idleKeeper(fresh.url);
      await allKinds();
      await orchestrator.stop();
      await idle.leave();
      const waiting = await notes();
      expect(waiting).toBeGreaterThan(0);

      const dying = new Definitions(database.pool, silent);
      dying.versionOf = () => Promise.reject(new Error('the process is gone'));
      await expect(new FlowKeeper(database.pool, dying, silent).tick()).rejects.toThrow('the process is gone');
      expect([await notes(), (await kept())['case_figures']]).toEqual([waiting, []]);

      while ((await keeper().tick()) > 0);
      const { case_figures: figures, flow_cases: open, step_figures: steps } = await kept();
      const counted = (rows: unknown[] | undefined, what: string): number =>
        ((rows ?? []) as { what: string; count: string }[])
          .filter((row) => row.what === what)
          .reduce((sum, { count }) => sum + Number(count), 0);
      expect([counted(figures, 'opened'), counted(figures, 'granted'), counted(figures, 'refused'), open?.length]).toEqual([6, 1, 1, 4]);
      expect([counted(steps, 'done'), counted(steps, 'refused'), counted(steps, 'failed')]).toEqual([3 + 1 + 5, 1 + 5, 1]);
      orchestrator = await start(fresh, testBus);
    },
    SERVERS,
  );

  test(
    'that comes to a database of an earlier version keeps it from all that ever happened there, to the same numbers',
    async () => {
      await flowsOf(orchestrator.rest);
      const before = await kept();
      await orchestrator.stop();
      // As a migration leaves it: cases and their events, and nothing kept of them.
      for (const name of [...TABLES, 'case_changes', 'flow_version']) await database.pool.query(`delete from ${name}`);
      orchestrator = await start(fresh, testBus);
      const first = keeper();
      first.start();
      await flowsOf(orchestrator.rest);
      await first.stop();
      expect(await kept()).toEqual(before);
    },
    SERVERS,
  );

  test(
    'that keeps all anew while cases go on comes to what happened, too',
    async () => {
      const cases = Array.from({ length: 30 }, async () => {
        const bakery = await Conversation.open(orchestrator.rest, bus, exampleCase);
        await bakery.asks('register');
        await bakery.from('register').refuses('not.today');
        await bakery.tells('case-closed');
      });
      for (let each = 0; each < 5; each++) await rebuildFlows(database.pool);
      await Promise.all(cases);
      await flowsOf(orchestrator.rest);
      const went = await kept();
      await rebuildFlows(database.pool);
      await flowsOf(orchestrator.rest);
      expect(await kept()).toEqual(went);
      expect(went['flow_cases']).toHaveLength(4);
    },
    SERVERS,
  );

  test('is one at a time: whoever comes second finds nothing to do', async () => {
    const idle = await idleKeeper(fresh.url);
    const bakery = await Conversation.open(orchestrator.rest, bus, exampleCase);
    await bakery.asks('register');
    expect(await keeper().tick()).toBe(0);
    await idle.leave();
    await flowsOf(orchestrator.rest);
    expect(await notes()).toBe(0);
  });
});
