import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { addressesOf, answerOf, ask } from '@hengtong/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { system } from './shared-system.ts';

describe.each(addressesOf(system))('%s', (service, url) => {
  test('describes itself by a valid OpenAPI 3.1 document with an example for every body', async () => {
    const document = await answerOf<{ openapi: string; paths: Record<string, Record<string, { requestBody?: object }>> }>(
      `${url}/openapi.json`,
    );
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(3);
    for (const { requestBody } of operations) if (requestBody) expect(JSON.stringify(requestBody)).toContain('"example');
  });

  test('can be read at /docs', async () => {
    const { status, headers } = await ask(`${url}/docs`);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: expect.stringContaining('text/html') });
  });

  test('is alive and ready, with broker and database asked', async () => {
    expect(await answerOf(`${url}/health/live`)).toEqual({ status: 'alive' });
    expect(await answerOf(`${url}/health/ready`)).toMatchObject({
      status: 'ready',
      checks: { database: { status: 'ok' }, bus: { status: 'ok' } },
    });
  });

  test('tells its metrics', async () => {
    const lines = (await answerOf<string>(`${url}/metrics`)).split('\n');
    expect(lines).toContain('hengtong_outbox_unpublished 0');
  });

  test('lists its dead letters', async () => {
    expect(await answerOf(`${url}/v1/dead-letters`)).toEqual(expect.objectContaining({ items: expect.any(Array) }));
    expect(await ask(`${url}/v1/dead-letters?limit=none`)).toMatchObject({ status: 400 });
    expect(await ask(`${url}/v1/dead-letters/0190b8a2-0000-7000-8000-000000000000`)).toMatchObject({ status: 404 });
    expect(service).toMatch(/^[a-z-]+$/);
  });
});

test('the page of the console was written for what the services say of themselves (HENGTONG_WRITE_DOCS=1 writes its types anew)', async () => {
  const write = process.env['HENGTONG_WRITE_DOCS'] === '1' ? [] : ['--check'];
  const documents = {
    console: system.consoleUrl,
    orchestrator: system.orchestratorUrl,
    'event-hub': system.eventHubUrl,
    department: system.departments['housing-fund'],
  };
  const script = fileURLToPath(new URL('../../api-types/write.mjs', import.meta.url));
  const named = Object.entries(documents).map((entry) => entry.join('='));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...write, ...named]).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(stdout.trim()).toBe('');
}, 60_000);
