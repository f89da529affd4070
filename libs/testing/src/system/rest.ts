import { authorization, operator, portal, type Who } from '../issuer.ts';

/** An answer of a REST interface; `body` is parsed where it is JSON. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A request: `body` is sent as JSON, or as it is where it is text. */
export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Who asks: for cases the applicants' portal, for all else an operator, unless told; `nobody` sends no token. */
  readonly as?: Who | 'nobody';
}

/** Milliseconds that an answer may take. An answer under way is as long in coming as a busy machine makes it. */
const PATIENCE = 60_000;

/** Sends one request. Rejects only when there is no answer; whatever was answered is for the test to judge. */
export async function ask<Body = unknown>(url: string, { method, body, headers, as }: Asking = {}): Promise<Answer<Body>> {
  const who = as ?? (url.includes('/v1/cases') ? portal : operator);
  const answer = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(who !== 'nobody' && (await authorization(who))),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const text = await answer.text();
  const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

/** Sends one request and gives the body of its answer. @throws with the answer's own words unless its status is 2xx. */
export async function answerOf<Body = unknown>(url: string, asking: Asking = {}): Promise<Body> {
  const { status, body } = await ask<Body>(url, asking);
  if (status >= 200 && status < 300) return body;
  throw new Error(
    `${asking.method ?? (asking.body === undefined ? 'GET' : 'POST')} ${url} was answered with ${status}: ${JSON.stringify(body)}`,
  );
}

/** All items of a list, page by page. */
export async function listOf<Item>(url: string, query: Record<string, string> = {}, asking: Pick<Asking, 'as'> = {}): Promise<Item[]> {
  const items: Item[] = [];
  for (let after: string | undefined, isLast = false; !isLast;) {
    const search = new URLSearchParams({ limit: '200', ...query, ...(after && { after }) });
    const page = await answerOf<{ items: Item[]; next?: string }>(`${url}?${search.toString()}`, asking);
    items.push(...page.items);
    after = page.next;
    isLast = after === undefined;
  }
  return items;
}
