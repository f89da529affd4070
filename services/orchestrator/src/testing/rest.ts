import type { Case, CaseEvent, DeadLetter, Problem } from '@hengtong/contracts';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** The REST side of an orchestrator, as its callers see it. */
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

  /** All events of a case, a page at a time. */
  async events(id: string, limit = 200): Promise<CaseEvent[]> {
    return this.all<CaseEvent>(`/v1/cases/${id}/events?limit=${limit}`);
  }

  deadLetters(status = 'waiting'): Promise<DeadLetter[]> {
    return this.all<DeadLetter>(`/v1/dead-letters?limit=200&status=${status}`);
  }

  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const page: Answer<Page<Item>> = await this.get(next === undefined ? path : `${path}&after=${next}`);
      items.push(...page.body.items);
      next = page.body.next;
    }
    return items;
  }

  get<Body = Problem>(path: string): Promise<Answer<Body>> {
    return this.ask(path, {});
  }

  post<Body = Problem>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    if (body === undefined) return this.ask(path, { method: 'POST', headers });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
  }

  async ask<Body = Problem>(path: string, init: RequestInit): Promise<Answer<Body>> {
    const response = await fetch(this.url + path, init);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  }
}
