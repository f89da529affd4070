import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Browser } from 'playwright-core';

import { applications } from '../cases/applications.ts';
import { processesOf, startBenchSystem } from '../cases/bench-system.ts';
import { caseClient } from '../cases/case-client.ts';
import { atMost } from '../hub/figure.ts';
import type { Measurement } from '../hub/figure.ts';
import { openSender } from '../hub/sender.ts';
import { freshDatabase } from '../infrastructure.ts';
import type { Infrastructure } from '../infrastructure.ts';
import { percentiles, round } from '../measure/percentiles.ts';
import { watchProcesses } from '../measure/process-use.ts';
import { firstViews, openUnderLoad, signedInContext } from './window-under-load.ts';
import type { WindowUse } from './window-under-load.ts';

export type ConsoleOptions = {
  /** How long it is watched. */
  minutes: number;
  /** Cases that are open meanwhile, each with a work item that waits. */
  open: number;
  /** Events a second meanwhile. */
  rate: number;
};

/** What is watched: the screens on which everything moves. */
const PATHS = ['/', '/events', '/cases'];
/** How often each is opened before, of which the first only loads it, and the milliseconds that it may take (issue 7, “How it should be”). */
const VIEWS = 5;
const VIEW_MARK = 1_000;
/** Seconds in which the keys are pressed, and the milliseconds that one may take (as above). */
const INTERACTING = 30;
const KEY_MARK = 100;
/** Milliseconds that 95 of 100 long tasks may take (issue 7, "Checked"). */
const LONG_TASK_MARK = 100;
/** Milliseconds that the newest event in the list may be old: what is behind is not live, however smooth it is. */
const AGE_MARK = 2_000;
/** Rows that scroll smoothly (issue 7, "Event stream"), and the milliseconds that a frame may take for it: two of a screen with 60 Hz. */
const ROWS = 100_000;
const FRAME_MARK = 34;
/** How often one looks what the heap holds: each time it is collected, which holds the page up. */
const LOOKS = 9;
/** Share by which the heap may have grown between the first and the last third of the time. */
const GROWTH_MARK = 10;

/** The console with many open cases and a steady stream of events: whether the page stays responsive in `browser`, and its memory flat. */
export async function measureConsole(
  at: Infrastructure,
  browser: Browser,
  { minutes, open, rate }: ConsoleOptions,
): Promise<Measurement & { loadBefore: number }> {
  const loadBefore = round(loadavg()[0] ?? 0);
  const stack = new AsyncDisposableStack();
  try {
    const system = await startBenchSystem(at, { eventHub: true, console: true, catalogues: [join('tests', 'e2e', 'catalogue')] });
    stack.defer(() => system.stop());
    const url = system.console?.url ?? '';
    await openMany(system.orchestratorUrl, () => system.tokenFor('applicants-portal'), open);

    const sender = await openSender({
      HOST: '127.0.0.1',
      DATABASE_URL: await freshDatabase(at.adminUrl, 'bench_console_events', ''),
      BUS: 'kafka',
      KAFKA_BROKERS: at.kafka.brokers.join(','),
      ...(at.kafka.sasl && { KAFKA_USERNAME: at.kafka.sasl.username, KAFKA_PASSWORD: at.kafka.sasl.password }),
      OIDC_ISSUER: system.issuerUrl,
      LOG_LEVEL: 'warn',
    });
    stack.defer(() => sender.stop());

    const { people } = JSON.parse(await readFile(join(at.dataDir, 'system', 'identity-secrets.json'), 'utf8')) as {
      people: Record<string, string>;
    };
    const context = await signedInContext(browser, url, 'gao.jie', people['gao.jie'] ?? '');
    const views: number[] = [];
    for (const path of PATHS) views.push(...(await firstViews(context, url, path, VIEWS)).slice(1));
    // The three screens on which everything moves, each in a window of its own.
    const windows = await Promise.all(PATHS.map((path) => openUnderLoad(context, url, path)));

    const use = watchProcesses(processesOf(at, system));
    const sending = sender.send(rate, minutes * 60 + INTERACTING);
    const stream = windows[PATHS.indexOf('/events')];
    const ages: number[] = [];
    for (let look = 0; look < LOOKS; look++) {
      await setTimeout((minutes * 60_000) / LOOKS);
      ages.push((await stream?.age()) ?? NaN);
      for (const window of windows) await window.look();
    }
    const seen = await Promise.all(windows.map((window) => window.use()));
    const keys: number[] = [];
    for (const window of windows) keys.push(...(await window.interact()));
    const { sent } = await sending;
    const used = use();
    const rows = Math.min(ROWS, Math.floor(sent * 0.9));
    const frames = (await stream?.scrollThrough(rows)) ?? [];
    return {
      loadBefore,
      figures: [
        atMost(
          'first view of a screen that was loaded before, p95, with nothing else going on',
          round(percentiles(views).p95),
          VIEW_MARK,
          'ms',
        ),
        ...seen.flatMap(figuresOf),
        atMost('/events: age of the newest event in the list, the oldest of nine looks', Math.max(...ages), AGE_MARK, 'ms'),
        atMost('from a key to what it shows, p95', percentiles(keys).p95, KEY_MARK, 'ms'),
        atMost(`/events: a frame while one scrolls through ${rows} rows, p95`, percentiles(frames).p95, FRAME_MARK, 'ms'),
      ],
      notes: [
        `${open} open cases, ${sent} events in ${minutes} min and while keys were pressed`,
        `first views ${views.map(Math.round).join(' ')} ms, ${VIEWS - 1} of each screen`,
        ...seen.map(noteOf),
      ],
      use: used,
    };
  } finally {
    await stack.disposeAsync();
  }
}

/** Opens so many cases that wait for an officer, at most as many at a time as the orchestrator takes well. */
async function openMany(url: string, token: () => Promise<string>, count: number): Promise<void> {
  const client = caseClient(url, token);
  const next = applications('seal-by-officer');
  for (let opened = 0; opened < count; opened += 100) {
    await Promise.all(Array.from({ length: Math.min(100, count - opened) }, () => client.open(next())));
  }
  client.close();
}

function figuresOf({ path, longTasks, heap }: WindowUse) {
  const p95 = longTasks.length === 0 ? 0 : percentiles(longTasks).p95;
  const third = Math.floor(heap.length / 3);
  const [early, late] = [mean(heap.slice(0, third)), mean(heap.slice(-third))];
  return [
    atMost(`${path}: long tasks, p95`, p95, LONG_TASK_MARK, 'ms'),
    atMost(`${path}: growth of the heap from the first third to the last`, round((100 * (late - early)) / early), GROWTH_MARK, '%'),
  ];
}

function noteOf({ path, longTasks, heap }: WindowUse): string {
  return `${path}: ${longTasks.length} long tasks, the longest ${round(Math.max(0, ...longTasks))} ms; heap ${heap.map((each) => Math.round(each)).join(' ')} MB`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
