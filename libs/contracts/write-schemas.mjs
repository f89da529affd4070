// Writes the JSON Schema of every message, from its built zod schema, to schemas/<type>.json; with --check it only says what would
// change. A schema that was written once is never replaced by one that breaks it: that takes a new version of the type.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { incompatibilities } from './dist/compatibility.js';
import { messageJsonSchemas } from './dist/index.js';

const folder = join(import.meta.dirname, 'schemas');
const check = process.argv.includes('--check');
let wrong = 0;

mkdirSync(folder, { recursive: true });
for (const [type, schema] of Object.entries(messageJsonSchemas())) {
  const file = join(folder, `${type}.json`);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) continue;
  const broken = before === undefined ? [] : incompatibilities(JSON.parse(before), schema);
  if (check || broken.length > 0) wrong += 1;
  if (broken.length > 0) console.error(`${type} was released otherwise: ${broken.join('; ')}: give the new form a new version`);
  else if (check) console.error(`schemas/${type}.json is not what the code says: run npm run schemas`);
  else {
    writeFileSync(file, text);
    console.log(`wrote schemas/${type}.json`);
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
