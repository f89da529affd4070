import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { addressesOf, answerOf, authorization, officerOf, operator, partOfPage, portal, systemOf, type Who } from '@hengtong/testing';
import { parse } from 'yaml';
import { system } from './shared-system.ts';

const repository = new URL('../../../', import.meta.url);
const { rights } = parse(readFileSync(new URL('deploy/local/identity.yaml', repository), 'utf8')) as { rights: Record<string, string[]> };
const held = (role: string): { scope: string } => ({ scope: (rights[role] ?? []).join(' ') });

/** Every kind of caller, with the scopes that the local start gives it. `here` is the department whose service is called. */
const CALLERS: Readonly<Record<string, (here: string) => Who | undefined>> = {
  nobody: () => undefined,
  portal: () => ({ ...portal, ...held('portal') }),
  agency: () => ({ actor: 'agency', agency: 'statistics', client_id: 'statistics', ...held('agency') }),
  'own system': (here) => ({ ...systemOf(here), ...held('system') }),
  'another’s system': () => ({ ...systemOf('health'), ...held('system') }),
  'own officer': (here) => ({ ...officerOf(here, '330106'), ...held('officer') }),
  'another’s officer': () => ({ ...officerOf('health', '330106'), ...held('officer') }),
  observer: () => ({ ...operator, role: 'observer', ...held('observer') }),
  operator: () => ({ ...operator, role: 'operator', ...held('operator') }),
  supervisor: () => ({ ...operator, role: 'supervisor', ...held('supervisor') }),
};

/** Beside those of the documents: each service has them. */
const COMMON = ['get /metrics', 'get /health/live', 'get /health/ready', 'get /docs', 'get /openapi.json'];
const NOTHING = '019ab3c4-7d2e-7f00-8a11-5b6c7d8e9f00';

async function routesOf(url: string): Promise<string[]> {
  const { paths } = await answerOf<{ paths: Record<string, object> }>(`${url}/openapi.json`);
  return [...Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`)), ...COMMON];
}

const TAKES_A_BODY = new Set(['post', 'patch']);

/** ✓ it is let in, whatever is then said to an empty request; – it is not (403), or nobody knows who it is (401). */
async function cell(url: string, route: string, who: Who | undefined): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const address = url + path.replaceAll('{type}', 'thing').replaceAll(/\{\w+\}/g, NOTHING);
  const { status, body } = await fetch(address, {
    method: method.toUpperCase(),
    headers: { ...(who && (await authorization(who))), ...(TAKES_A_BODY.has(method) && { 'content-type': 'application/json' }) },
    ...(TAKES_A_BODY.has(method) && { body: '{}' }),
  });
  // A stream does not end by itself.
  await body?.cancel();
  expect([address, status]).not.toEqual([address, 500]);
  return status === 401 ? '401' : status === 403 ? '–' : '✓';
}

test('every kind of caller on every route of every service: what the page on security says is what happens', async () => {
  const rows = new Map<string, Set<string>>();
  for (const [service, url] of addressesOf(system)) {
    for (const route of await routesOf(url)) {
      const cells = await Promise.all(Object.values(CALLERS).map((caller) => cell(url, route, caller(service))));
      const name = service in system.departments ? 'department' : service;
      const [method = '', path = ''] = route.split(' ');
      const key = `| ${name} | \`${method.toUpperCase()} ${path}\``;
      rows.set(key, (rows.get(key) ?? new Set()).add(`| ${cells.join(' | ')} |`));
    }
  }
  // Departments are alike: what one lets in, each lets in.
  for (const [row, kinds] of rows) expect([row, kinds.size]).toEqual([row, 1]);
  const names = Object.keys(CALLERS);
  const head = [`| service | route | ${names.join(' | ')} |`, `|---|---|${names.map(() => '---|').join('')}`];
  const made = ['', ...head, ...[...rows].map(([row, kinds]) => `${row} ${[...kinds].join('')}`), ''].join('\n').trim();
  expect(await partOfPage(new URL('docs/security.md', repository), 'route-matrix', made)).toBe(made);
}, 120_000);
