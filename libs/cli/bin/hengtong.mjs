#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/index.js', import.meta.url);
if (!existsSync(program)) throw new Error('hengtong is not built yet: run "npm start" or "npm run build" first');
const { run } = await import(program.href);
process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});
