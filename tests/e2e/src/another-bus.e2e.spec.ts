import { rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Case, WorkItem } from '@hengtong/contracts';
import { demoCases, kafkaAvailable } from '@hengtong/local';
import {
  answerOf,
  casesOf,
  listOf,
  recordsIn,
  removeScratchFolder,
  scratchFolder,
  startTestSystem,
  type TestSystem,
  systemOf,
} from '@hengtong/testing';

const { ok: hasBroker } = await kafkaAvailable();
const onBroker = hasBroker || process.env['HENGTONG_REQUIRE_KAFKA'] === '1' ? describe : describe.skip;

const catalogueDir = ['../../../catalogue', '../catalogue'].map((folder) => join(import.meta.dirname, folder)).join(delimiter);
const application = demoCases();

onBroker('databases that have worked with a broker that is no more', () => {
  let dataDir: string;
  let system: TestSystem | undefined;
  let granted: Case;
  /** Taxation has not seen its command. */
  let underway: Case;
  /** No officer has got round to the seal. */
  let atOfficer: Case;
  const options = () => ({ bus: 'kafka', dataDir, catalogueDir }) as const;

  beforeAll(async () => {
    dataDir = await scratchFolder();
    system = await startTestSystem(options());
    const cases = casesOf(system.orchestratorUrl);
    granted = await cases.closed((await cases.open(application(0))).id);
    atOfficer = await cases.open({ ...application(1), process: 'seal-by-officer' });
    await cases.until(atOfficer.id, ({ steps }) => steps['tax']?.status === 'completed');
    await system.services.find(({ service }) => service === 'taxation')?.kill();
    underway = await cases.open(application(2));
    await cases.until(underway.id, ({ steps }) => Object.values(steps).filter(({ status }) => status === 'completed').length === 5);
    await system.stop();
    system = undefined;
    await rm(join(dataDir, 'kafka'), { recursive: true });
  });
  afterAll(async () => {
    await system?.stop();
    await removeScratchFolder(dataDir);
  });

  test('do not start on another one by themselves: a sentence says what to do, and no further start is tried', async () => {
    const sentence =
      /the bus cannot be used: this database works with the bus kafka:\S+, but the configuration names kafka:\S+: .*--rebind/;
    const refusal = await startTestSystem(options()).then(
      () => 'it has started',
      (error: unknown) => String(error),
    );
    expect(refusal).toMatch(sentence);
    expect(refusal).toContain('did not start (exit code 78)');
  });

  test('start on it when told to, and go on with every open case where it stood', async () => {
    system = await startTestSystem({ ...options(), rebind: true });
    const cases = casesOf(system.orchestratorUrl);
    expect(await cases.closed(underway.id)).toMatchObject({ outcome: 'granted' });

    const workItems = `${system.departments['public-security']}/v1/work-items`;
    const items = await listOf<WorkItem>(workItems, { caseId: atOfficer.id });
    expect(items).toMatchObject([{ status: 'waiting' }]);
    await answerOf(`${workItems}/${items[0]?.id}/completion`, { body: {}, headers: { 'if-match': '*' }, as: systemOf('public-security') });
    expect(await cases.closed(atOfficer.id)).toMatchObject({ outcome: 'granted' });

    // What was closed stays as it was, nothing was done twice, and new cases find their way.
    expect(await cases.get(granted.id)).toEqual(granted);
    for (const { id } of [granted, underway]) expect(await recordsIn(system, { caseId: id })).toHaveLength(6);
    expect(await cases.closed((await cases.open(application(3))).id)).toMatchObject({ outcome: 'granted' });
  });
});
