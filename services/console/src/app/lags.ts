import type { KnownService } from './services.ts';
import type { Session } from './sessions.ts';
import type { Upstream } from './upstream.ts';

/** Milliseconds that a service may take to show its measurements. */
const LIMIT = 1_000;
const LAG = /^hengtong_intake_lag_seconds (\d\S*)$/m;

/** How far behind with its messages a service is, in seconds, by its measurements; undefined where it does not say. */
export async function lagOf(upstream: Upstream, service: KnownService, session: Session): Promise<number | undefined> {
  try {
    const call = { method: 'GET', path: '/metrics', headers: {}, signal: AbortSignal.timeout(LIMIT) } as const;
    const { statusCode, body } = await upstream.call(service, session, call);
    const [, seconds] = LAG.exec(await body.text()) ?? [];
    return statusCode === 200 && seconds !== undefined ? Number(seconds) : undefined;
  } catch {
    return undefined;
  }
}
