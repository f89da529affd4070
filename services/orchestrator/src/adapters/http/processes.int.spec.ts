import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { ProcessFigures, ProcessList, ProcessVersion } from '@hengtong/contracts';
import { answerOf, ask, officerOf, operator, portal, systemOf } from '@hengtong/testing';
import { Backbone, SERVERS } from '../../testing/backbone.ts';
import { branchOpening, catalogue, ownCatalogue, removeCatalogues } from '../../testing/catalogue.ts';
import { queryOf } from '../../testing/flows.ts';

const source = branchOpening(['version: 1', '# A comment of its author\nversion: 1']);

describe('processes', () => {
  const backbone = new Backbone({ CATALOGUE_DIR: [catalogue({ branch: source }), ownCatalogue].join(delimiter) });
  afterAll(removeCatalogues);
  const get = <Body>(path = ''): Promise<Body> => answerOf<Body>(`${backbone.rest.url}/v1/processes${path}`, { as: operator });

  test('are listed with their versions', async () => {
    const { items } = await get<ProcessList>();
    expect(items).toMatchObject([
      {
        process: 'branch-opening',
        title: { zh: '开办分店' },
        version: 1,
        versions: [{ version: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      },
      { process: 'enterprise-startup', title: { zh: '企业开办' }, goal: { zh: expect.any(String) }, version: 1 },
    ]);
  });

  test('a version is shown as it is decided by, with the file that it was read from', async () => {
    const version = await get<ProcessVersion>('/branch-opening/versions/1');
    expect(version).toMatchObject({ process: 'branch-opening', version: 1, source });
    expect(version.definition).toMatchObject({
      steps: [{ name: 'seal', mode: 'automatic', level: 'county' }, { name: 'tax' }, { name: 'fund', after: ['seal', 'tax'] }],
    });
    const own = readFileSync(join(ownCatalogue, 'processes/enterprise-startup/process.yaml'), 'utf8');
    expect(await get('/enterprise-startup/versions/1')).toMatchObject({ source: own });
  });

  test(
    'a version that was loaded before files were kept is shown without, until its file comes again',
    async () => {
      await queryOf(backbone.database.url, `update process_versions set source = null where process = 'branch-opening'`);
      expect(await get('/branch-opening/versions/1')).not.toHaveProperty('source');
      const again = branchOpening();
      const second = await backbone.another({ CATALOGUE_DIR: catalogue({ branch: again }) });
      await second.stop();
      expect(await get('/branch-opening/versions/1')).toMatchObject({ source: again });
    },
    SERVERS,
  );

  test(
    'of a newer version, new cases are opened by that; the older one stays',
    async () => {
      const second = await backbone.another({ CATALOGUE_DIR: catalogue({ branch: branchOpening(['version: 1', 'version: 2']) }) });
      const { items } = await answerOf<ProcessList>(`${second.rest.url}/v1/processes`, { as: operator });
      await second.stop();
      expect(items[0]).toMatchObject({ process: 'branch-opening', version: 2, versions: [{ version: 2 }, { version: 1 }] });
      // Here nobody can apply for it, and it is no case’s.
      expect(items[1]).not.toHaveProperty('version');
    },
    SERVERS,
  );

  test('figures of a version without cases are nothing, step by step', async () => {
    expect(await get<ProcessFigures>('/branch-opening/versions/1/figures')).toEqual({
      process: 'branch-opening',
      version: 1,
      cases: { opened: 0, granted: 0, refused: 0, withdrawn: 0, cancelled: 0 },
      leadSeconds: {},
      steps: [
        ['seal', 'public-security'],
        ['tax', 'taxation'],
        ['fund', 'housing-fund'],
      ].map(([step, department]) => ({ step, department, done: 0, refused: 0, failed: 0, waitingSeconds: 0, workingSeconds: 0 })),
      departments: ['public-security', 'taxation', 'housing-fund'].map((department) => ({
        department,
        done: 0,
        refused: 0,
        failed: 0,
        waitingSeconds: 0,
        workingSeconds: 0,
      })),
    });
  });

  test('are for operators, officers and departments, and what is not there is said to be so', async () => {
    const { url } = backbone.rest;
    for (const path of ['', '/branch-opening/versions/1', '/branch-opening/versions/1/figures']) {
      for (const as of [systemOf('taxation'), officerOf('taxation', '330106')])
        expect((await ask(`${url}/v1/processes${path}`, { as })).status).toBe(200);
      expect((await ask(`${url}/v1/processes${path}`, { as: portal })).status).toBe(403);
    }
    for (const path of ['/branch-opening/versions/9', '/moon-landing/versions/1', '/moon-landing/versions/1/figures'])
      expect(await ask(`${url}/v1/processes${path}`, { as: operator })).toMatchObject({
        status: 404,
        body: { detail: expect.stringMatching(/^There is no version/) },
      });
    for (const path of ['/branch-opening/versions/0', '/branch-opening/versions/9999999999', '/Branch/versions/1'])
      expect((await ask(`${url}/v1/processes${path}`, { as: operator })).status).toBe(400);
  });
});
