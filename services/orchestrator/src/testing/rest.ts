import type { Case, CaseEvent, DeadLetter, DisclosedDeadLetter, Problem } from '@hengtong/contracts';
import { type Answer, ask, listOf } from '@hengtong/testing';

export type { Answer } from '@hengtong/testing';

/** The REST side of an orchestrator, as its callers see it. Bodies are what they should be; whether they are is for the test to say. */
export class Rest {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  open(body: unknown, key?: string): Promise<Answer<Case>> {
    return this.post('/v1/cases', body, key === undefined ? {} : { 'idempotency-key': key });
  }

  case(id: string): Promise<Answer<Case>> {
    return this.get(`/v1/cases/${id}`);
  }

  /** All events of a case, `limit` a page. */
  events(id: string, limit = 200): Promise<CaseEvent[]> {
    return this.list(`/v1/cases/${id}/events`, { limit: String(limit) });
  }

  deadLetters(status: DeadLetter['status'] = 'waiting'): Promise<DeadLetter[]> {
    return this.list('/v1/dead-letters', { status });
  }

  /** A dead letter with its body. */
  async disclosed(id: string): Promise<DisclosedDeadLetter> {
    return (await this.post<DisclosedDeadLetter>(`/v1/dead-letters/${id}/disclosures`, { reason: 'a test compares it' })).body;
  }

  list<Item>(path: string, query: Record<string, string> = {}): Promise<Item[]> {
    return listOf<Item>(this.url + path, query);
  }

  get<Body = Problem>(path: string): Promise<Answer<Body>> {
    return ask<Body>(this.url + path);
  }

  post<Body = Problem>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return ask<Body>(this.url + path, { method: 'POST', body, headers });
  }
}
