import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '@hengtong/testing';
import { exampleCase } from '../adapters/http/example-case.ts';
import { afterwards, granted, registered, SERVERS } from '../testing/backbone.ts';
import { CaseBus } from '../testing/case-bus.ts';
import { Child } from '../testing/child.ts';
import { Conversation } from '../testing/conversation.ts';
import { environment, type Running, start } from '../testing/orchestrator.ts';
import { busFor, embedded, type TestBus } from '../testing/test-bus.ts';

describe('a database that is to work with another bus', () => {
  let database: FreshDatabase;
  let old: TestBus;
  let other: TestBus;
  /** Cases as the old bus has left them. */
  let before: Record<'early' | 'midway' | 'stuck' | 'undoing' | 'over', Conversation>;

  beforeAll(async () => {
    database = await freshDatabase('orchestrator');
    [old, other] = [await busFor(database), await embedded(database)];
    const { orchestrator, bus } = await running(old);
    const opened = await Promise.all(Array.from({ length: 5 }, () => Conversation.open(orchestrator.rest, bus, exampleCase)));
    for (const bakery of opened) await bakery.asks('register');
    const [early, midway, stuck, undoing, over] = opened as [Conversation, Conversation, Conversation, Conversation, Conversation];
    await midway.from('register').answers(registered);
    await midway.asks(...afterwards);
    await midway.from('seal').answers(granted['seal']);
    await midway.tells('step-completed', { step: 'seal' });
    await stuck.from('register').fails('the disk is full');
    await stuck.tells('case-stalled');
    await undoing.from('register').answers(registered);
    await undoing.asks(...afterwards);
    for (const step of afterwards) await undoing.from(step).refuses('not.today');
    await undoing.undoes('register');
    await over.from('register').refuses('not.today');
    await over.closes('refused');
    before = { early, midway, stuck, undoing, over };
    await orchestrator.stop();
    await bus.leave();
  }, SERVERS);
  afterAll(async () => {
    await Promise.all([old.remove(), other.remove()]);
    await database.drop();
  }, SERVERS);

  async function running(testBus: TestBus, settings = {}): Promise<{ orchestrator: Running; bus: CaseBus }> {
    const bus = await CaseBus.join(testBus.connect());
    return { bus, orchestrator: await start(database, testBus, settings) };
  }

  describe('and is not told so', () => {
    let child: Child;
    beforeAll(async () => {
      child = new Child(environment(database, other));
      await child.ended;
    }, SERVERS);

    test('refuses to start with a sentence that says what to do', async () => {
      expect(await child.ended).toBe(78);
      expect(child.stderr).toMatch(
        /^the bus cannot be used: this database works with the bus (kafka|embedded):\S+, but the configuration names embedded:\S+: .*BUS_REBIND=true.*\n$/,
      );
    });
  });

  describe('and is told so', () => {
    let orchestrator: Running;
    let bus: CaseBus;
    beforeAll(async () => void ({ orchestrator, bus } = await running(other, { BUS_REBIND: 'true' })), SERVERS);
    afterAll(async () => {
      await orchestrator.stop();
      await bus.leave();
    }, SERVERS);

    const on = (conversation: Conversation): Conversation => new Conversation(orchestrator.rest, bus, conversation.opened);

    test('sends again what open cases wait for, under the same command keys, and nothing else', async () => {
      const [early, midway, stuck, undoing] = [before.early, before.midway, before.stuck, before.undoing].map(on) as [
        Conversation,
        Conversation,
        Conversation,
        Conversation,
      ];
      expect((await early.asks('register')).map(({ commandkey }) => commandkey)).toEqual([`${early.id}/register/forward/1`]);
      for (const { step, commandkey } of await midway.asks(...afterwards.slice(1)))
        expect(commandkey).toBe(`${midway.id}/${step}/forward/1`);
      await stuck.asks('register');
      expect(await undoing.undoes('register')).toMatchObject({ commandkey: `${undoing.id}/register/compensate/1` });
      expect(bus.of(before.over.id)).toEqual([]);

      for (const step of afterwards.slice(1)) await midway.from(step).answers(granted[step]);
      await midway.tells('case-closed', { data: { outcome: 'granted' } });
      await stuck.from('register').answers(registered);
      await stuck.tells('case-resumed');
      await undoing.from('register').undone();
      await undoing.tells('case-closed', { data: { outcome: 'refused' } });
    });

    test('has no more to send at its next start', async () => {
      await orchestrator.stop();
      orchestrator = await start(database, other, { BUS_REBIND: 'true' });
      const fresh = await Conversation.open(orchestrator.rest, bus, exampleCase);
      await fresh.asks('register');
      expect(bus.of(before.early.id)).toHaveLength(1);
    });
  });
});
