import { delimiter } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Case, type CaseSummary, type Flows, type OpenCase, type ProcessFigures, replyTypes } from '@hengtong/contracts';
import { answerOf, ask, eventually, operator, portal, systemOf } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { exampleCase } from './adapters/http/example-case.ts';
import { afterwards, Backbone, granted, registered } from './testing/backbone.ts';
import { branchOpening, catalogue, ownCatalogue, removeCatalogues } from './testing/catalogue.ts';
import type { Conversation } from './testing/conversation.ts';
import { flowsOf, idleKeeper, queryOf } from './testing/flows.ts';

const byOfficer = branchOpening(
  ['process: branch-opening', 'process: branch-by-officer'],
  ['    capability: seal.file', '    mode: officer\n    capability: seal.file'],
);
const branch = {
  ...exampleCase,
  process: 'branch-by-officer',
  input: { uscc: registered.uscc, name: '晨麦二店', capital: 5_000, owner: exampleCase.input['legalRepresentative'], staff: [] },
};

describe('what flows where', () => {
  const backbone = new Backbone({ CATALOGUE_DIR: [catalogue({ byOfficer }), ownCatalogue].join(delimiter) });
  afterAll(removeCatalogues);

  /** Applications of a division that no other test applies in. */
  let divisions = 330_500;
  const somewhere = (application: OpenCase = exampleCase): OpenCase => ({ ...application, division: String(++divisions) });
  const seen = (division: string): Promise<Flows> => flowsOf(backbone.rest, { division });
  const cellOf = ({ cells }: Flows, process: string, department: string) =>
    cells.find((cell) => cell.process === process && cell.department === department);

  async function refuse(application: OpenCase): Promise<Conversation> {
    const bakery = await backbone.open(application);
    await bakery.asks('register');
    await bakery.from('register').refuses('enterprise.name-taken');
    await bakery.closes('refused');
    return bakery;
  }

  test('a step that waits for an officer, is taken in hand and done: where it lies, since when, and that it is gone', async () => {
    const application = somewhere(branch);
    const shop = await backbone.open(application);
    await shop.asks('seal', 'tax');
    const before = await seen(application.division);
    expect(cellOf(before, 'branch-by-officer', 'public-security')).toMatchObject({
      waiting: 1,
      working: 0,
      stalled: 0,
      oldest: [{ caseId: shop.id, code: shop.opened.code, step: 'seal', status: 'requested' }],
    });
    expect(cellOf(before, 'branch-by-officer', 'taxation')).toMatchObject({ waiting: 0, working: 1 });
    expect(before.processes.find(({ process }) => process === 'branch-by-officer')).toMatchObject({ open: 1, openedToday: 1, idle: 0 });
    expect(before.departments.map(({ department, waiting, working }) => [department, waiting, working])).toEqual(
      expect.arrayContaining([
        ['public-security', 1, 0],
        ['taxation', 0, 1],
      ]),
    );

    await shop.from('seal').says(replyTypes.stepStarted, { workItem: uuidv7() });
    await shop.tells('step-started');
    expect(cellOf(await seen(application.division), 'branch-by-officer', 'public-security')).toMatchObject({ waiting: 0, working: 1 });

    await shop.from('seal').answers({ sealNumber: 'S-1' });
    await shop.tells('step-completed', { step: 'seal' });
    const after = cellOf(await seen(application.division), 'branch-by-officer', 'public-security');
    expect(after).toMatchObject({ waiting: 0, working: 0, oldest: [], perHour: 1, usualSeconds: expect.any(Number) });
    expect(after).not.toHaveProperty('oldestSince');
  });

  test('a case that is opened and closed between two looks is counted once, and what comes late is not counted', async () => {
    const application = somewhere();
    const keeper = await idleKeeper(backbone.database.url);
    const bakery = await refuse(application);
    expect(
      (await ask<Flows>(`${backbone.rest.url}/v1/flows?division=${application.division}`, { as: operator })).body.behind,
    ).toBeGreaterThan(0);
    await keeper.leave();
    const once = {
      open: 0,
      openedToday: 1,
      closedToday: { granted: 0, refused: 1, withdrawn: 0, cancelled: 0 },
      leadSecondsToday: { p50: expect.any(Number), p90: expect.any(Number) },
    };
    const startupOf = ({ processes }: Flows) => processes.find(({ process }) => process === 'enterprise-startup');
    expect(startupOf(await seen(application.division))).toMatchObject(once);

    await bakery.from('register').answers(registered);
    await bakery.tells('ignored');
    await refuse(somewhere());
    const later = await seen(application.division);
    expect(startupOf(later)).toMatchObject(once);
    expect(later.hours).toEqual([{ ...later.hours[0], process: 'enterprise-startup', opened: 1, granted: 0, refused: 1 }]);
  });

  test('a stalled case stands in the list with its error until it is put right', async () => {
    const application = somewhere();
    const bakery = await backbone.open(application);
    await bakery.asks('register');
    await bakery.from('register').fails('the disk is full');
    await bakery.tells('case-stalled');
    const flows = await seen(application.division);
    const { stalled } = flows;
    expect([flows.stalledCount, cellOf(flows, 'enterprise-startup', 'market-regulation')?.stalled]).toEqual([1, 1]);
    expect(stalled).toMatchObject([
      { caseId: bakery.id, code: bakery.opened.code, step: 'register', department: 'market-regulation', error: 'the disk is full' },
    ]);
    const whole = await answerOf<Case>(`${backbone.rest.url}/v1/cases/${bakery.id}`);
    expect(whole.incident).toEqual({ step: 'register', since: stalled[0]?.since, error: 'the disk is full' });

    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    expect(await seen(application.division)).toMatchObject({ stalled: [], stalledCount: 0 });
    expect(await answerOf<Case>(`${backbone.rest.url}/v1/cases/${bakery.id}`)).not.toHaveProperty('incident');
  });

  test('a case without progress is idle, and found as such', async () => {
    const application = somewhere();
    const bakery = await backbone.open(application);
    await bakery.asks('register');
    await seen(application.division);
    await queryOf(backbone.database.url, `update flow_cases set progress_at = progress_at - interval '3 hours' where case_id = $1`, [
      bakery.id,
    ]);
    const idle = async (idleMinutes: string) =>
      (await flowsOf(backbone.rest, { division: application.division, idleMinutes })).processes.find(
        ({ process }) => process === 'enterprise-startup',
      )?.idle;
    expect([await idle('179'), await idle('200')]).toEqual([1, 0]);
    const idleBefore = (hours: number) =>
      backbone.rest.list<CaseSummary>('/v1/cases', {
        division: application.division,
        idleBefore: new Date(Date.now() - hours * 3_600_000).toISOString(),
      });
    expect([await idleBefore(2), await idleBefore(4)]).toEqual([[expect.objectContaining({ id: bakery.id })], []]);
  });

  test('today begins where the caller says, at the whole hour; other zones are refused', async () => {
    const { division } = somewhere();
    const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - 3_600_000).toISOString();
    await queryOf(backbone.database.url, `insert into flow_hours values ($1, 'enterprise-startup', $2, 'opened', -1, 7)`, [hour, division]);
    // In the first zone it is some minutes after midnight, in the second some minutes after noon.
    const openedToday = async (localHour: number): Promise<number | undefined> => {
      const offset = ((new Date().getUTCHours() - localHour + 36) % 24) - 12;
      const { processes } = await flowsOf(backbone.rest, { division, zone: `Etc/GMT${offset < 0 ? '' : '+'}${offset}` });
      return processes.find(({ process }) => process === 'enterprise-startup')?.openedToday;
    };
    expect([await openedToday(0), await openedToday(12)]).toEqual([0, 7]);
    for (const zone of ['Asia/Kolkata', 'Mars/Olympus', ''])
      expect(await ask(`${backbone.rest.url}/v1/flows?zone=${zone}`, { as: operator })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: 'zone' }] },
      });
  });

  test('is for operators alone', async () => {
    for (const as of [portal, systemOf('taxation')]) expect((await ask(`${backbone.rest.url}/v1/flows`, { as })).status).toBe(403);
  });

  test('figures of a version: cases, lead time, and per step and department what was answered and how long it took', async () => {
    const figures = (): Promise<ProcessFigures> =>
      answerOf(`${backbone.rest.url}/v1/processes/enterprise-startup/versions/1/figures`, { as: operator });
    await seen(String(divisions));
    const before = await figures();
    const bakery = await backbone.open(somewhere());
    await bakery.asks('register');
    await bakery.from('register').answers(registered);
    await bakery.asks(...afterwards);
    for (const step of afterwards) await bakery.from(step).answers(granted[step]);
    await bakery.closes('granted');
    await seen(String(divisions));
    const after = await figures();
    expect(after.cases).toMatchObject({
      opened: before.cases.opened + 1,
      granted: before.cases.granted + 1,
      refused: before.cases.refused,
    });
    expect(after.steps.map(({ step }) => step)).toEqual(['register', ...afterwards]);
    for (const [index, step] of after.steps.entries()) {
      expect(step).toMatchObject({
        done: (before.steps[index]?.done ?? 0) + 1,
        waitingSeconds: 0,
        p50: expect.any(Number),
        p90: expect.any(Number),
      });
      expect(after.departments[index]).toMatchObject({ department: step.department, done: step.done, workingSeconds: step.workingSeconds });
    }
  });

  test('many looks at once are one look at the database', async () => {
    const looks = await Promise.all(Array.from({ length: 20 }, () => flowsOf(backbone.rest)));
    expect(new Set(looks.map(({ at }) => at)).size).toBeLessThan(5);
  });

  test('two orchestrators keep it once between them, whoever decides', async () => {
    const second = await backbone.another({ CATALOGUE_DIR: ownCatalogue });
    try {
      const application = somewhere();
      const opened = await Promise.all(
        Array.from({ length: 20 }, (_, each) => (each % 2 === 0 ? backbone.rest : second.rest).open(application).then(({ body }) => body)),
      );
      for (const { id } of opened) {
        const command = await backbone.bus.until('the command', () => backbone.bus.of(id, 'gov.hengtong.step.requested.v1')[0]);
        await backbone.bus.reply('market-regulation', {
          ...command,
          id: uuidv7(),
          type: replyTypes.stepRefused,
          source: 'market-regulation',
          causationid: command.id,
          data: { code: 'enterprise.name-taken' },
        });
      }
      await eventually(async () => {
        const { processes } = await flowsOf(second.rest, { division: application.division });
        expect(processes.find(({ process }) => process === 'enterprise-startup')).toMatchObject({
          open: 0,
          openedToday: 20,
          closedToday: { refused: 20 },
        });
      });
    } finally {
      await second.stop();
    }
  });
});
