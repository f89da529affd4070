import { fileURLToPath } from 'node:url';
import { launch } from './launcher/launch.ts';
import { readOptions, usage } from './launcher/options.ts';

/** Run by ../start.mjs, once everything is installed and built. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const asked = new AbortController();

/** Asked once, everything stops in order. Asked again, this process ends at once, and its guard ends what it leaves behind. */
function ask(): void {
  if (asked.signal.aborted) process.exit(130);
  asked.abort();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
// The channel to ../start.mjs closes when that process is gone, be it by `kill -9`.
process.on('disconnect', ask);

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else process.exitCode = await launch(options, { show: (line) => console.log(line), asked: asked.signal, root });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.off('disconnect', ask);
if (process.connected) process.disconnect();
