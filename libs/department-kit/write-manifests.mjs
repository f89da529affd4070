// Writes what each built department offers and tells of to catalogue/capabilities/<department>.json; with --check it only says what would
// change. A type of event that was released is never replaced by one that breaks it: that takes a new version of the type.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { brokenPromises } from '@hengtong/contracts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'catalogue/capabilities');
const check = process.argv.includes('--check');
let wrong = 0;

mkdirSync(folder, { recursive: true });
for (const department of readdirSync(join(root, 'services/departments'))) {
  const main = join(root, 'services/departments', department, 'dist/main.js');
  const manifest = execFileSync(process.execPath, [main, '--manifest'], { encoding: 'utf8' });
  const file = join(folder, `${department}.json`);
  const [before, now] = [existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, JSON.parse(manifest)];
  if (isDeepStrictEqual(before, now)) continue;
  const broken = brokenPromises(before?.events ?? {}, now.events);
  if (check || broken.length > 0) wrong += 1;
  if (broken.length > 0) console.error(`${department}: ${broken.join('\n')}`);
  else if (check) console.error(`catalogue/capabilities/${department}.json is not what its code says: run npm run capabilities`);
  else {
    writeFileSync(file, manifest);
    console.log(`wrote ${department}.json`);
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
