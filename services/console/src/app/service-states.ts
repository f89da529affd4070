import type { Agent } from 'undici';
import { z } from 'zod';
import type { KnownService, Services } from './services.ts';

/** Milliseconds that a service may take to say how it is. */
const LIMIT = 1_000;
/** For which an answer is good for all who ask: every open page does, every few seconds. */
const FRESH = 1_000;

export type Ready = 'up' | 'degraded' | 'down';

/** What a service says of itself, or that it says nothing. */
export interface ServiceState extends Omit<KnownService, 'url'> {
  readonly ready: Ready;
  readonly checks: Readonly<Record<string, Check>>;
  /** Since when it is so, as far as this process has seen it: an RFC 3339 time. */
  readonly since: string;
}

const Check = z.object({ status: z.enum(['ok', 'degraded', 'failed']), detail: z.string().optional() });
type Check = z.infer<typeof Check>;

const Readiness = z.object({ status: z.enum(['ready', 'degraded', 'unavailable', 'stopping']), checks: z.record(z.string(), Check) });

/** How all services are, asked of themselves at once. */
export class ServiceStates {
  private readonly services: Services;
  private readonly agent: Agent;
  private readonly seen = new Map<string, { readonly ready: Ready; readonly since: string }>();
  private latest: { readonly at: number; readonly states: Promise<ServiceState[]> } | undefined;

  constructor(services: Services, agent: Agent) {
    this.services = services;
    this.agent = agent;
  }

  all(): Promise<ServiceState[]> {
    if (!this.latest || Date.now() - this.latest.at > FRESH) this.latest = { at: Date.now(), states: this.ask() };
    return this.latest.states;
  }

  private ask(): Promise<ServiceState[]> {
    return Promise.all(
      this.services.all.map(async ({ url, ...service }) => {
        const said = await this.readiness(url);
        return { ...service, ...said, since: this.since(service.name, said.ready) };
      }),
    );
  }

  private async readiness(url: string): Promise<Pick<ServiceState, 'ready' | 'checks'>> {
    try {
      const signal = AbortSignal.timeout(LIMIT);
      const { body } = await this.agent.request({ origin: url, path: '/health/ready', method: 'GET', signal });
      const { status, checks } = Readiness.parse(await body.json());
      return { ready: status === 'ready' ? 'up' : status === 'degraded' ? 'degraded' : 'down', checks };
    } catch {
      return { ready: 'down', checks: {} };
    }
  }

  private since(name: string, ready: Ready): string {
    const before = this.seen.get(name);
    if (before?.ready === ready) return before.since;
    const now = { ready, since: new Date().toISOString() };
    this.seen.set(name, now);
    return now.since;
  }
}
