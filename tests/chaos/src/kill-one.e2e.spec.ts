import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Kept } from '@hengtong/local';
import { answerOf, readTopics, startTestSystem, type TestSystem } from '@hengtong/testing';
import { expectAllGranted, expectTopicsLikeOutboxes } from './exactly-once.ts';
import { expectLogLikeTopics } from './log-like-topics.ts';
import { handInMany } from './many-cases.ts';

const COUNT = 200;

/** On the partitions that are shipped. */
describe('kill -9 in the middle of 200 cases', () => {
  let system: TestSystem;
  beforeAll(async () => void (system = await startTestSystem()));
  afterAll(() => system.stop());

  const victim = (name: string): Kept => {
    const found = [...system.services, system.postgres.server, system.kafka?.server].find((each) => each?.name === name);
    if (!found) throw new Error(`nothing that runs here is called ${name}`);
    return found;
  };

  test.each([
    'orchestrator',
    'event-hub',
    'market-regulation',
    'public-security',
    'taxation',
    'human-resources',
    'healthcare-security',
    'housing-fund',
    'PostgreSQL',
    'Kafka',
  ])('of %s, then its restart: every acknowledged case closes, with one effect at each department', async (name) => {
    const cases = handInMany(() => [system.orchestratorUrl], COUNT);
    await cases.acknowledged(COUNT / 2);
    await victim(name).kill();
    // Applications are taken as long as the orchestrator and its database are there, so that work piles up for what is away.
    if (name !== 'orchestrator' && name !== 'PostgreSQL') await cases.all;
    await victim(name).restart();
    await expectAllGranted(system, cases);
  });

  test('of the taxation that works, while another stands by: that one takes over', async () => {
    const standby = await system.join('taxation');
    const cases = handInMany(() => [system.orchestratorUrl], COUNT);
    await cases.acknowledged(COUNT / 2);
    await victim('taxation').kill();
    await expectAllGranted({ ...system, departments: { ...system.departments, taxation: standby.url } }, cases);
    expect(await answerOf(`${standby.url}/metrics`)).toMatch(/^hengtong_jobs_total\{outcome="done"\} [1-9]/m);
  });

  test('has lost nothing, and sent nothing that was not committed, in all of them', async () => {
    const topics = await readTopics(system);
    await expectTopicsLikeOutboxes(system, topics);
    await expectLogLikeTopics(system, topics);
    await topics.stop();
  });
});
