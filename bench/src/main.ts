import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { openChromium } from '@hengtong/testing';

import { measureConsole } from './console/measure-console.ts';
import { putFirst } from './console/put-first.ts';
import { parseHubOptions } from './hub/hub-options.ts';
import { measureHub } from './hub/measure-hub.ts';
import { withInfrastructure } from './infrastructure.ts';
import { measure } from './measure/measure.ts';
import { parseOptions, USAGE } from './options.ts';
import { printMeasurement } from './hub/print-hub.ts';
import { printProfiles } from './profile/print-profiles.ts';
import { print } from './report/print.ts';
import { soak } from './soak/soak.ts';
import { printTokenCosts, tokenCosts } from './token/token.ts';

const [command, ...rest] = process.argv.slice(2);

switch (command) {
  case 'profile':
    await printProfiles(rest[0] ?? '.');
    break;
  case 'token':
    console.log(printTokenCosts(await tokenCosts()));
    break;
  case 'soak':
    await runSoak(rest);
    break;
  case 'hub':
    await runHub(rest);
    break;
  case 'console':
    await runConsole(rest);
    break;
  case undefined:
  case 'help':
    console.log(USAGE);
    break;
  default:
    await runMeasure([command, ...rest]);
}

async function runMeasure(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const result = await withInfrastructure((infrastructure) => measure(infrastructure, options));
  console.log(print(result));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
}

async function runHub(args: readonly string[]): Promise<void> {
  const options = parseHubOptions(args);
  const result = await withInfrastructure((infrastructure) => measureHub(infrastructure, options));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
  const figures = Object.values(result).flatMap((measurement) => measurement.figures);
  process.exitCode = figures.every(({ reached }) => reached) ? 0 : 1;
}

async function runConsole(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '10' },
      open: { type: 'string', default: '10000' },
      rate: { type: 'string', default: '500' },
    },
  });
  const options = { minutes: Number(values.minutes), open: Number(values.open), rate: Number(values.rate) };
  const browser = await openChromium();
  try {
    const turn = await putFirst(browser);
    const measurement = await withInfrastructure((infrastructure) => measureConsole(infrastructure, browser, options));
    console.log(printMeasurement('console', { ...measurement, notes: [turn, ...measurement.notes] }));
    process.exitCode = measurement.figures.every(({ reached }) => reached) ? 0 : 1;
  } finally {
    await browser.close();
  }
}

async function runSoak(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { minutes: { type: 'string', default: '10' }, 'event-hub': { type: 'boolean', default: false } },
  });
  const { minutes, 'event-hub': eventHub } = values;
  const findings = await withInfrastructure((infrastructure) => soak(infrastructure, { minutes: Number(minutes), eventHub }));
  for (const { holds, sentence } of findings) console.log(`${holds ? 'holds' : 'FAILS'}  ${sentence}`);
  process.exitCode = findings.every(({ holds }) => holds) ? 0 : 1;
}
