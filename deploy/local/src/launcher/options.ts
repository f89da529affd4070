import { parseArgs } from 'node:util';
import type { BusWish } from '../bus-choice.ts';
import { defaultPortBase } from '../services/service-plan.ts';

/** What `npm start -- …` was asked for. */
export interface LaunchOptions {
  once: boolean;
  /** How many start-up cases to open; 0 with --empty. */
  cases: number;
  bus: BusWish;
  portBase: number;
  dataDir: string;
  fresh: boolean;
  rebind: boolean;
  help: boolean;
}

export const usage = `npm start -- [options]

  --once             open the case, wait until it is closed, stop; exit code 0 only if it was granted
  --empty            open no case
  --cases N          open N cases (default 1)
  --bus WHICH        kafka, embedded, or auto (default): Kafka where it can be had
  --port-base N      console at N, orchestrator at N+2, identity at N+6, departments from N+101 on (default ${defaultPortBase})
  --data DIR         where everything is kept (default .hengtong)
  --fresh            throw away what is kept there, and begin anew
  --rebind           go on with the data of another bus; what open cases wait for is sent again
  --help             this text

  DATABASE_URL       a PostgreSQL to use in place of a local one; its role must be able to create roles and databases
  KAFKA_BROKERS      brokers to use in place of a local one: host:port, several joined by commas
  HENGTONG_CACHE     where Kafka's jars are kept once fetched (default ~/.cache/hengtong)`;

/** Reads the command line. @throws with a sentence that names the option that is wrong. */
export function readOptions(args: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      cases: { type: 'string' },
      bus: { type: 'string', default: 'auto' },
      'port-base': { type: 'string', default: String(defaultPortBase) },
      data: { type: 'string', default: '.hengtong' },
      fresh: { type: 'boolean', default: false },
      rebind: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.empty && (values.once || values.cases !== undefined))
    throw new Error('--empty opens no case, so it cannot go with --once or --cases.');
  return {
    once: values.once,
    cases: values.empty ? 0 : wholeNumber('--cases', values.cases ?? '1', 1, 100_000),
    bus: busWish(values.bus),
    portBase: wholeNumber('--port-base', values['port-base'], 1024, 60_000),
    dataDir: values.data,
    fresh: values.fresh,
    rebind: values.rebind,
    help: values.help,
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${option} must be a whole number from ${least} to ${most}, but is "${text}".`);
}

function busWish(text: string): BusWish {
  if (text === 'kafka' || text === 'embedded' || text === 'auto') return text;
  throw new Error(`--bus must be kafka, embedded or auto, but is "${text}".`);
}
