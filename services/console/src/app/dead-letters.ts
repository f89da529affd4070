import { DeadLetter, DeadLetterCount, page } from '@hengtong/contracts';
import { encodeCursor, type Logger, ProblemError } from '@hengtong/platform';
import { z } from 'zod';
import { ask } from './ask.ts';
import type { KnownService, Services } from './services.ts';
import type { Session } from './sessions.ts';
import type { Upstream } from './upstream.ts';

/** Milliseconds that one service may take: the others are not held up by it. */
const LIMIT = 3_000;

const LetterPage = page(DeadLetter);
const Counts = z.object({ items: z.array(DeadLetterCount) });

export type LetterOfService = DeadLetter & { readonly service: string };
export type CountOfService = DeadLetterCount & { readonly service: string };

/** What all services have together, and those that did not say what they have. */
export interface Merged<Item> {
  readonly items: readonly Item[];
  readonly missing: readonly string[];
}

export interface CountQuery {
  /** One service alone. */
  readonly service?: string | undefined;
  /** What each service is asked for besides, as it stands in an address. */
  readonly filter: Readonly<Record<string, string>>;
}

export interface LetterQuery extends CountQuery {
  readonly limit: number;
}

/** The dead letters of all services. */
export class DeadLettersOfAll {
  private readonly services: Services;
  private readonly upstream: Upstream;
  private readonly log: Logger;

  constructor(services: Services, upstream: Upstream, log: Logger) {
    this.services = services;
    this.upstream = upstream;
    this.log = log;
  }

  /**
   * Newest first over all services. Ids are UUIDv7 and a service's cursor is that of an id, so the cursor after the last item here is the
   * right one for each of them. @throws {ProblemError} that of a service which finds the question wrong; 401 `session-ended`
   */
  async list(session: Session, { service, limit, filter }: LetterQuery): Promise<Merged<LetterOfService> & { readonly next?: string }> {
    const query = new URLSearchParams({ ...filter, limit: String(limit) }).toString();
    const { items, missing, more } = await this.gather(service, async (each, signal) => {
      const answer = await ask(this.upstream, LetterPage, { service: each, session, path: `/v1/dead-letters?${query}`, signal });
      return { items: answer.items.map((item) => ({ ...item, service: each.name })), more: answer.next !== undefined };
    });
    const merged = items.toSorted((a, b) => (a.id < b.id ? 1 : -1));
    const shown = merged.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown, missing, ...(last && (more || merged.length > limit) && { next: encodeCursor(last.id) }) };
  }

  /** How many there are of each kind, by service. */
  async summary(session: Session, { service, filter }: CountQuery): Promise<Merged<CountOfService>> {
    const query = new URLSearchParams(filter).toString();
    const { items, missing } = await this.gather(service, async (each, signal) => {
      const answer = await ask(this.upstream, Counts, { service: each, session, path: `/v1/dead-letters/summary?${query}`, signal });
      return { items: answer.items.map((item) => ({ ...item, service: each.name })), more: false };
    });
    return { items, missing };
  }

  private async gather<Item>(only: string | undefined, part: (service: KnownService, signal: AbortSignal) => Promise<Part<Item>>) {
    const asked = only === undefined ? this.services.called : [this.services.named(only)];
    const parts = await Promise.all(
      asked.map((service) => part(service, AbortSignal.timeout(LIMIT)).catch((error: unknown) => this.missing(service, error))),
    );
    return {
      items: parts.flatMap((each) => (typeof each === 'string' ? [] : each.items)),
      more: parts.some((each) => typeof each !== 'string' && each.more),
      missing: parts.filter((each) => typeof each === 'string'),
    };
  }

  /** A service that is away is named. Whatever is wrong with the question or the session is wrong for all. */
  private missing({ name }: KnownService, error: unknown): string {
    if (error instanceof ProblemError && error.status < 500) throw error;
    this.log.warn({ err: error, service: name }, 'a service did not say which dead letters it has');
    return name;
  }
}

interface Part<Item> {
  readonly items: readonly Item[];
  /** Whether there are more behind these. */
  readonly more: boolean;
}
