import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Case, type OpenCase, replyTypes } from '@hengtong/contracts';
import { type FreshDatabase, freshDatabase } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { exampleCase } from '../adapters/http/example-case.ts';
import { serveOrchestrator } from '../orchestrator.ts';
import { Backbone, SERVERS } from '../testing/backbone.ts';
import { branchOpening, catalogue, lineOf, ownCatalogue, removeCatalogues } from '../testing/catalogue.ts';
import { Child } from '../testing/child.ts';
import { Conversation } from '../testing/conversation.ts';
import { environment, type Settings } from '../testing/orchestrator.ts';
import { Rest } from '../testing/rest.ts';

/** A bus that does not answer: cases are accepted, and their messages wait. */
const nowhere = { settings: { BUS: 'kafka', KAFKA_BROKERS: '127.0.0.1:1' } };

const { division, applicant } = exampleCase;
const owner = exampleCase.input['legalRepresentative'];
const branch: OpenCase = {
  process: 'branch-opening',
  division,
  applicant,
  input: { uscc: '91330106MA2AB1CD5X', name: '杭州晨麦面包有限公司', capital: 5_000, owner, staff: [] },
};

const children: Child[] = [];
afterAll(async () => {
  await Promise.all(children.map((child) => child.stop()));
  await removeCatalogues();
}, SERVERS);

/** Starts the build, in a process of its own, so that what it logs is seen. */
function start(database: FreshDatabase, settings: Settings): Child {
  const child = new Child(environment(database, nowhere, { LOG_LEVEL: 'info', ...settings }));
  children.push(child);
  return child;
}

const errorsOf = ({ lines }: Child): string[] => lines.filter(({ level }) => level === 'error').map(({ msg }) => msg);

describe('a definition from another folder', () => {
  const byOfficer = branchOpening(
    ['process: branch-opening', 'process: branch-by-officer'],
    ['capability: seal.file', 'mode: officer\n    capability: seal.file'],
  );
  const CATALOGUE_DIR = [ownCatalogue, catalogue({ branch: branchOpening(), byOfficer })].join(delimiter);
  const backbone = new Backbone({ CATALOGUE_DIR });

  test('runs without any code of its own: two steps side by side, a third that follows both', async () => {
    const shop = await backbone.open(branch);
    const tax = (await shop.asks('seal', 'tax')).find(({ step }) => step === 'tax');
    expect(tax).toMatchObject({ department: 'taxation', division: '330100', data: { level: 'city', caseDivision: '330106' } });
    await shop.from('seal').answers({ sealNumber: 'S-1' });
    await shop.tells('step-completed', { step: 'seal' });
    await shop.from('tax').answers({ taxpayerType: 'general' });
    await shop.asks('fund');
    await shop.from('fund').answers({ fundAccount: 'F-1' });
    expect((await shop.closes('granted')).result).toEqual({ seal: 'S-1', account: 'F-1' });
  });

  test('skips a step whose condition does not hold', async () => {
    const shop = await backbone.open(branch);
    await shop.asks('seal', 'tax');
    await shop.from('seal').answers({ sealNumber: 'S-1' });
    await shop.from('tax').answers({ taxpayerType: 'small-scale' });
    const { result, steps } = await shop.closes('granted');
    expect(steps['fund']).toMatchObject({ status: 'skipped' });
    expect(result).toEqual({ seal: 'S-1', account: null });
  });

  test('calls back what no officer has in hand yet when another step refuses', async () => {
    const shop = await backbone.open({ ...branch, process: 'branch-by-officer' });
    await shop.asks('seal', 'tax');
    await shop.from('tax').refuses('tax.arrears');
    const [recall] = await shop.recalls('seal');
    expect(recall?.data).toMatchObject({ recalls: `${shop.id}/seal/forward/1`, cause: { step: 'tax', code: 'tax.arrears' } });
    await shop.from('seal').givesBack();
    expect(await shop.closes('refused')).toMatchObject({ steps: { seal: { status: 'recalled' } } });
  });

  test('waits for what an officer has in hand, and has it undone', async () => {
    const shop = await backbone.open({ ...branch, process: 'branch-by-officer' });
    await shop.asks('seal', 'tax');
    const officer = shop.from('seal');
    await officer.says(replyTypes.stepStarted, { workItem: uuidv7() });
    await shop.tells('step-started');
    await shop.from('tax').refuses('tax.arrears');
    await shop.tells('step-refused');
    await officer.answers({ sealNumber: 'S-1' });
    await shop.undoes('seal');
    await shop.from('seal').undone();
    expect(await shop.closes('refused')).toMatchObject({ steps: { seal: { status: 'compensated' } } });
  });

  describe('where others know it', () => {
    let before: Conversation;
    let child: Child;
    let rest: Rest;
    beforeAll(async () => {
      before = await backbone.open(branch);
      const edited = branchOpening(['process: branch-opening', 'process: branch-by-officer'], ['capital > 1000', 'capital > 999999']);
      const second = branchOpening(['version: 1', 'version: 2'], ['capital > 1000', 'capital > 999999']);
      const other = branchOpening(['process: branch-opening', 'process: shop-opening']);
      child = start(backbone.database, { CATALOGUE_DIR: catalogue({ edited, first: branchOpening(), second, other }) });
      rest = new Rest(await child.listens());
    }, SERVERS);

    test('is refused with file and line if it was edited under a known version, and cannot be applied for there', async () => {
      const said = /edited\/process\.yaml:2:1 error version-changed: version 1 of branch-by-officer .* give the new content the version 2$/;
      expect(errorsOf(child)).toEqual([expect.stringMatching(said)]);
      const detail = 'There is no process branch-by-officer. There is branch-opening, shop-opening.';
      expect(await rest.open({ ...branch, process: 'branch-by-officer' })).toMatchObject({ status: 422, body: { detail } });
    });

    test('decides each case by the version that it began with, whoever decides; the newest is for new ones', async () => {
      const [after, other] = await Promise.all(
        [branch, { ...branch, process: 'shop-opening' }].map((application) => rest.open(application)),
      );
      const [newest, shop] = [after, other].map((opened) => new Conversation(backbone.rest, backbone.bus, opened?.body as Case)) as [
        Conversation,
        Conversation,
      ];
      for (const each of [before, newest, shop]) {
        await each.asks('seal', 'tax');
        await each.from('seal').answers({ sealNumber: 'S-1' });
        await each.from('tax').answers({ taxpayerType: 'general' });
      }
      expect(await newest.closes('granted')).toMatchObject({ version: 2, steps: { fund: { status: 'skipped' } } });
      await before.asks('fund');
      expect(await before.is('running')).toMatchObject({ version: 1 });
      await shop.asks('fund');
    });
  });
});

describe('a start', () => {
  const wrong = {
    'no-yaml': branchOpening(['goal: {', 'goal: {{']),
    cyclic: branchOpening(['  seal:\n', '  seal:\n    after: [fund]\n']),
    'no-department': branchOpening(['department: taxation', 'department: tax-office']),
    'no-capability': branchOpening(['capability: tax.register', 'capability: tax.forgive']),
    'no-power': branchOpening(['    power: HF-0601\n', '']),
    'no-step': branchOpening(['after: [seal, tax]', 'after: [seal, taxes]']),
    unread: branchOpening(['registeredCapital: input.capital', 'registeredCapital: input.money']),
    odd: branchOpening(['en: Opening a branch', 'en: "Opening\\0a branch"']),
  };
  let database: FreshDatabase;
  let child: Child;
  beforeAll(async () => {
    database = await freshDatabase('orchestrator');
    const folder = catalogue({ ...wrong, good: branchOpening() });
    mkdirSync(join(folder, 'processes/empty'));
    mkdirSync(join(folder, 'processes/hollow/process.yaml'), { recursive: true });
    child = start(database, { CATALOGUE_DIR: folder });
    await child.listens();
  }, SERVERS);
  afterAll(async () => {
    await child.stop();
    await database.drop();
  }, SERVERS);

  test.each([
    ['no-yaml', 'classification:', 'yaml: this is no valid YAML: '],
    ['cyclic', 'after: [fund]', 'cycle: these steps wait for each other: .*: take one out of an `after`'],
    ['no-department', 'department: tax-office', 'unknown-department: there is no department tax-office: choose one of .*, or add it'],
    ['no-capability', 'capability: tax.forgive', 'unknown-capability: taxation does not offer tax.forgive: choose one of tax.register'],
    ['no-power', '  fund:', 'power-missing: no step runs without a power: add `power:`'],
    ['no-step', 'after: [seal, taxes]', 'unknown-step: taxes is no step: correct the name, or add the step'],
    ['unread', 'registeredCapital: input.money', '.*money'],
    ['odd', 'title:', 'not-keepable: what stands here must not hold the character NUL'],
  ] as const)('says of a definition that may not run (%s) file, line and what to do', (name, piece, what) => {
    const said = new RegExp(`${name}/process\\.yaml:${lineOf(wrong[name], piece)}:\\d+ error ${what}`);
    expect(errorsOf(child)).toContainEqual(expect.stringMatching(said));
  });

  test('says of a folder without a definition, or with one that cannot be read, what to do', () => {
    for (const said of [
      /empty\/process\.yaml:1:1 error file-unreadable: .*: add it, or take/,
      /hollow\/process\.yaml:1:1 error .* EISDIR/,
    ]) {
      expect(errorsOf(child)).toContainEqual(expect.stringMatching(said));
    }
  });

  test('goes on with the definitions that may run', async () => {
    expect(errorsOf(child).filter((line) => line.includes('/good/'))).toEqual([]);
    const rest = new Rest(await child.listens());
    expect(await rest.open(branch)).toMatchObject({ status: 201, body: { process: 'branch-opening' } });
    expect(await rest.open(exampleCase)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/process' }] } });
  });

  test('without a folder, or with departments that cannot be read, is refused with a sentence that names it', async () => {
    const broken = catalogue({ any: branchOpening() });
    const settings = (more: Settings) => environment(database, nowhere, more);
    await expect(serveOrchestrator(settings({ CATALOGUE_DIR: '/nowhere' }))).rejects.toThrow(
      /^\/nowhere\/processes cannot be read: ENOENT/,
    );
    await expect(serveOrchestrator(settings({ DEPARTMENTS_DIR: broken }))).rejects.toThrow(
      `${broken}/departments.yaml cannot be read: ENOENT`,
    );
    writeFileSync(join(broken, 'departments.yaml'), '- { name: Tax Office, title: { zh: 税务局, en: Taxation }, port: 4103 }');
    await expect(serveOrchestrator(settings({ DEPARTMENTS_DIR: broken }))).rejects.toThrow(
      /departments\.yaml cannot be read: 0\.name must be lower-case words/,
    );
    writeFileSync(join(broken, 'departments.yaml'), '- { name: taxation, title: { zh: 税务局, en: Taxation }, port: 4103 }');
    mkdirSync(join(broken, 'capabilities'));
    writeFileSync(join(broken, 'capabilities/taxation.json'), '{"department":"taxation"');
    await expect(serveOrchestrator(settings({ DEPARTMENTS_DIR: broken }))).rejects.toThrow(
      /capabilities\/taxation\.json cannot be read: .*JSON/,
    );
  });
});
