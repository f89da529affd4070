/**
 * Writes the page's types (`services/console/web/src/api/<name>.d.ts`) from the OpenAPI documents of running services:
 *
 *     node tests/api-types/write.mjs orchestrator=http://127.0.0.1:4002 department=http://127.0.0.1:4106 …
 *
 * With `--check` nothing is written; the names of those that are stale are printed, and the exit code is 1 if there are any.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true });
const folder = join(import.meta.dirname, '../../services/console/web/src/api');

for (const [name, url] of positionals.map((entry) => entry.split(/=(.*)/))) {
  const answer = await fetch(`${url}/openapi.json`);
  if (!answer.ok) throw new Error(`${url} has no OpenAPI document: ${answer.status}`);
  const head = '/** Written from the OpenAPI document of the running service by tests/api-types/write.mjs. */\n\n';
  const text = head + astToString(await openapiTS(await answer.json()));
  const file = join(folder, `${name}.d.ts`);
  if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
  if (!values.check) await writeFile(file, text);
  else {
    console.log(name);
    process.exitCode = 1;
  }
}
