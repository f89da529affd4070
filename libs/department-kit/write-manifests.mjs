// Writes what each built department offers to catalogue/capabilities/<department>.json; with --check it only says what would change.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'catalogue/capabilities');
const check = process.argv.includes('--check');
let stale = 0;

mkdirSync(folder, { recursive: true });
for (const department of readdirSync(join(root, 'services/departments'))) {
  const main = join(root, 'services/departments', department, 'dist/main.js');
  const manifest = execFileSync(process.execPath, [main, '--manifest'], { encoding: 'utf8' });
  const file = join(folder, `${department}.json`);
  if (existsSync(file) && isDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(manifest))) continue;
  stale += 1;
  console.log(
    check ? `catalogue/capabilities/${department}.json is not what its code says: run npm run capabilities` : `wrote ${department}.json`,
  );
  if (!check) writeFileSync(file, manifest);
}
process.exitCode = check && stale > 0 ? 1 : 0;
