import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningService } from '@hengtong/local';
import { answerOf, readTopics, startTestSystem, type TestSystem } from '@hengtong/testing';
import { expectAllGranted, expectTopicsLikeOutboxes, type RunningServices } from './exactly-once.ts';
import { handInMany } from './many-cases.ts';

const COUNT = 200;

/** On four partitions, so that there is something to share. */
describe('two orchestrators and two of taxation', () => {
  let system: TestSystem;
  const killed = new Set<RunningService>();
  beforeAll(async () => {
    system = await startTestSystem({ env: { BUS_PARTITIONS: '4' } });
    await Promise.all([system.join('orchestrator'), system.join('taxation')]);
  });
  afterAll(() => system.stop());

  const alive = (service: string) => system.services.filter((each) => each.service === service && !killed.has(each));
  const orchestrators = () => alive('orchestrator').map(({ url }) => url);

  /** The system, by the addresses of those that are alive. */
  const survivors = (): RunningServices => ({
    ...system,
    orchestratorUrl: orchestrators()[0] ?? '',
    departments: { ...system.departments, taxation: alive('taxation')[0]?.url ?? '' },
  });

  test('share the work', async () => {
    await expectAllGranted(system, handInMany(orchestrators, COUNT));
    for (const { url } of [...alive('orchestrator'), ...alive('taxation')]) {
      expect(await answerOf(`${url}/metrics`)).toMatch(/^hengtong_jobs_total\{outcome="done"\} [1-9]/m);
    }
  });

  test.each(['taxation', 'orchestrator'])('%s: one is killed, another joins, in the middle of 200 cases', async (service) => {
    const cases = handInMany(orchestrators, COUNT);
    await cases.acknowledged(COUNT / 2);
    const [first] = alive(service);
    if (!first) throw new Error(`there is no ${service}`);
    killed.add(first);
    await first.kill();
    await system.join(service);
    await expectAllGranted(survivors(), cases);
  });

  test('lose nothing, and send nothing that was not committed, in all of this', async () => {
    const topics = await readTopics(system);
    await expectTopicsLikeOutboxes(system, topics);
    await topics.stop();
  });
});
