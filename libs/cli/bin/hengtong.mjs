#!/usr/bin/env node
const { run } = await import('../dist/index.js').catch((cause) => {
  throw new Error('hengtong is not built yet: run "npm start" or "npm run build" first', { cause });
});
process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
});
