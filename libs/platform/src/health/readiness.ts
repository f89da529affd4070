import type { HealthCheck } from './health-check.ts';

/** Milliseconds that one check may take: less than any prober waits. */
const LIMIT = 2_000;

export interface CheckResult {
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly detail?: string;
}

/** What `/health/ready` answers. `degraded`: it serves, with a limit that `detail` names. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable' | 'stopping';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

/** Runs all checks at once. One that fails, or takes longer than 2 s, makes the service unavailable. */
export async function readiness(checks: Readonly<Record<string, HealthCheck>>): Promise<Readiness> {
  const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await run(check)] as const));
  const has = (status: CheckResult['status']) => results.some(([, result]) => result.status === status);
  return { status: has('failed') ? 'unavailable' : has('degraded') ? 'degraded' : 'ready', checks: Object.fromEntries(results) };
}

async function run(check: HealthCheck): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    const result = await Promise.race([check(), limit]);
    return result ? { status: 'degraded', detail: result.degraded } : { status: 'ok' };
  } catch (error) {
    return { status: 'failed', detail: messageOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Node's error for several failed addresses of one host has a code and no message. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, code } = error as Error & { code?: string };
  return message === '' ? (code ?? error.name) : message;
}
