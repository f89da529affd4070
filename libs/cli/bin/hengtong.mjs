#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { styleText } from 'node:util';

const program = new URL('../dist/index.js', import.meta.url);
if (!existsSync(program)) throw new Error('hengtong is not built yet: run "npm start" or "npm run build" first');
const { run } = await import(program.href);

const ended = new AbortController();
// A second Ctrl-C ends it at once.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ended.abort());
// Whoever reads has gone (`| head`): that is an end like another.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    ended.abort();
  });

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
  // Knows NO_COLOR, FORCE_COLOR, and whether it is a terminal at all.
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
  ended: ended.signal,
});
