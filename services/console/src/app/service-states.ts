import { setTimeout as after } from 'node:timers/promises';
import type { Agent } from 'undici';
import { z } from 'zod';
import type { KnownService, Services } from './services.ts';

/** Milliseconds after which a service that has not said yet how it is counts as slow. Nobody who asks waits longer. */
const SLOW = 1_000;
/** Milliseconds after which it counts as not answering at all. */
const LIMIT = 5_000;
/** For which an answer is good for all who ask: every open page does, every few seconds. */
const FRESH = 1_000;

export type Ready = 'up' | 'degraded' | 'slow' | 'down';

/** What a service says of itself, or that it says nothing. */
export interface ServiceState extends Omit<KnownService, 'url'>, Answer {
  /** Since when it is so, as far as this process has seen it: an RFC 3339 time. */
  readonly since: string;
}

const Check = z.object({ status: z.enum(['ok', 'degraded', 'failed']), detail: z.string().optional() });
type Check = z.infer<typeof Check>;

interface Answer {
  readonly ready: Ready;
  readonly checks: Readonly<Record<string, Check>>;
}

const Readiness = z.object({ status: z.enum(['ready', 'degraded', 'unavailable', 'stopping']), checks: z.record(z.string(), Check) });

/** How all services are, asked of themselves at once. */
export class ServiceStates {
  private readonly services: Services;
  private readonly agent: Agent;
  private readonly seen = new Map<string, { readonly ready: Ready; readonly since: string }>();
  private readonly looks = new Map<string, Promise<Answer>>();
  private readonly answers = new Map<string, Answer>();
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
        const said = await this.answer(service.name, url);
        return { ...service, ...said, since: this.since(service.name, said.ready) };
      }),
    );
  }

  /** What a service says, or how its silence counts: as slow, unless it was worse than that before. */
  private answer(name: string, url: string): Promise<Answer> {
    const look = this.looks.get(name) ?? this.look(name, url);
    const silence = after(SLOW, undefined, { ref: false }).then((): Answer => {
      const before = this.answers.get(name);
      return before && before.ready !== 'up' ? before : { ready: 'slow', checks: {} };
    });
    return Promise.race([look, silence]);
  }

  /** One look at a service at a time: whoever asks meanwhile waits for it, too. */
  private look(name: string, url: string): Promise<Answer> {
    const look = this.readiness(url)
      .catch((): Answer => ({ ready: 'down', checks: {} }))
      .then((answer) => {
        this.answers.set(name, answer);
        this.looks.delete(name);
        return answer;
      });
    this.looks.set(name, look);
    return look;
  }

  private async readiness(url: string): Promise<Answer> {
    const signal = AbortSignal.timeout(LIMIT);
    const { body } = await this.agent.request({ origin: url, path: '/health/ready', method: 'GET', signal });
    const { status, checks } = Readiness.parse(await body.json());
    return { ready: status === 'ready' ? 'up' : status === 'degraded' ? 'degraded' : 'down', checks };
  }

  private since(name: string, ready: Ready): string {
    const before = this.seen.get(name);
    if (before?.ready === ready) return before.since;
    const now = { ready, since: new Date().toISOString() };
    this.seen.set(name, now);
    return now.since;
  }
}
