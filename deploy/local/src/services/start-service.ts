import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { logTail, startServerProcess, type Ending } from '../server-process.ts';
import { waitUntil } from '../wait-until.ts';
import type { Run } from './keep-running.ts';
import type { ServicePlan } from './service-plan.ts';

/** How one process of a service is run: its whole environment, its log file, and flags for Node besides ours. */
export interface ServiceRun {
  plan: ServicePlan;
  env: Record<string, string>;
  logFile: string;
  nodeArgs: readonly string[];
}

/** A service drains within 10 s of SIGTERM (DESIGN §7); it gets a little longer before it is cut off. */
const ending: Ending = { signals: ['SIGTERM', 'SIGKILL'], graceMs: 11_000 };

/** Milliseconds that a service may take to be ready. On two cores all of them start at once, each with migrations the first time. */
const readyWithin = 60_000;

/**
 * Heap limits that keep all services together within 1.5 GB, counting once what they share: old objects 384 MB, where a service holds
 * some 60 MB at full load, and the orchestrator up to 150 before it clears them away; young ones 16 MB a half, Node's own default on
 * 64 bits, said here because newer releases choose more on a large machine. Helper threads for the young ones cost more than they bring
 * where seven services share two cores: a sixth of all cases a second, as measured.
 */
export const HEAP_LIMITS: readonly string[] = ['--max-old-space-size=384', '--max-semi-space-size=16', '--no-parallel-scavenge'];

/** Starts a service as a process of its own on this Node; resolves when it says that it is ready. @throws with the end of its log. */
export async function startService({ plan, env, logFile, nodeArgs }: ServiceRun): Promise<Run> {
  const logStart = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  const args = [...HEAP_LIMITS, ...nodeArgs, plan.main];
  const server = await startServerProcess({ command: process.execPath, args, env, cwd: join(plan.main, '..'), logFile, ending });
  const throwIfEnded = async () => {
    const how = server.hasEnded();
    if (how !== undefined) throw new Error(`${plan.name} did not start (${how}):\n${await logTail(logFile, logStart)}`);
  };
  if (await waitUntil(() => isReady(plan.port), readyWithin, throwIfEnded)) return server;
  await server.stop();
  const seconds = readyWithin / 1000;
  throw new Error(`${plan.name} was not ready within ${seconds} s; the end of ${logFile}:\n${await logTail(logFile, logStart)}`);
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3_000) });
  await answer.arrayBuffer();
  return answer.ok;
}
