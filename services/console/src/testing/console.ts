import { freePort, type BrowserRequest, openBrowser, signInFrom } from '@hengtong/local';
import type { Service } from '@hengtong/platform';
import { freshDatabase, type FreshDatabase } from '@hengtong/testing';
import pg from 'pg';
import { serveConsole } from '../console.ts';
import { TestIdentity } from './identity.ts';
import { StandIn } from './stand-in.ts';

/** Milliseconds for what starts and stops servers. */
export const SERVERS = 60_000;

/** What a browser of a test got. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A console of a test's own, with the real issuer; services of the backbone have stand-ins, but for the event hub, which is away. */
export class TestConsole {
  readonly url: string;
  readonly identity: TestIdentity;
  readonly orchestrator: StandIn;
  readonly taxation: StandIn;
  private readonly database: FreshDatabase;
  private readonly services: Service[] = [];
  private readonly away: string;

  private constructor(
    ports: { own: number; away: number },
    {
      identity,
      orchestrator,
      taxation,
      database,
    }: Pick<TestConsole, 'identity' | 'orchestrator' | 'taxation'> & { database: FreshDatabase },
  ) {
    this.url = `http://127.0.0.1:${ports.own}`;
    this.away = `http://127.0.0.1:${ports.away}`;
    this.identity = identity;
    this.orchestrator = orchestrator;
    this.taxation = taxation;
    this.database = database;
  }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<TestConsole> {
    const [identity, orchestrator, taxation, database] = await Promise.all([
      TestIdentity.start(),
      StandIn.start(),
      StandIn.start(),
      freshDatabase('console'),
    ]);
    const console = new TestConsole({ own: await freePort(), away: await freePort() }, { identity, orchestrator, taxation, database });
    await console.startOne(settings);
    return console;
  }

  /** One more process on the same database, for the same browsers. @returns its address */
  async startAnother(): Promise<string> {
    return (await this.startOne({ PORT: String(await freePort()) })).url;
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    await Promise.all([this.orchestrator.stop(), this.taxation.stop(), this.identity.remove()]);
    await this.database.drop();
  }

  /** Looks into its database, or puts clocks forward there. */
  async sql<Row extends object>(statement: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** A browser in which somebody is signed in. */
  async signedIn(person = 'sun.tao', to = '/'): Promise<TestBrowser> {
    const browser = new TestBrowser(this.url);
    await browser.signIn(person, await this.identity.passwordOf(person), to);
    return browser;
  }

  /** The session's cookie, for requests that no browser would send. */
  async cookieOf(person: string): Promise<string> {
    const browser = new TestBrowser(this.url);
    const back = await browser.comeBack(person, await this.identity.passwordOf(person));
    const lines = (await browser.go(back.href)).headers.getSetCookie();
    return lines.find((line) => line.startsWith('ht-console='))?.split(';')[0] ?? '';
  }

  private async startOne(settings: Readonly<Record<string, string>>): Promise<Service> {
    const service = await serveConsole({
      PORT: new URL(this.url).port,
      DATABASE_URL: this.database.url,
      OIDC_ISSUER: this.identity.url,
      CONSOLE_URL: this.url,
      SERVICE_URLS: `orchestrator=${this.orchestrator.url},event-hub=${this.away},taxation=${this.taxation.url},identity=${this.identity.url}`,
      LOG_LEVEL: 'silent',
      ...settings,
    });
    this.services.push(service);
    return service;
  }
}

/** A browser: its cookies, and of what its page sends what every request has. */
export class TestBrowser {
  private readonly url: string;
  private readonly browse = openBrowser();

  constructor(url: string) {
    this.url = url;
  }

  /** Goes through the sign-in. @returns where the console sends the browser in the end */
  async signIn(name: string, password: string, to = '/'): Promise<string> {
    const back = await this.comeBack(name, password, to);
    const answer = await this.go(back.href);
    if (answer.status !== 303) throw new Error(`the sign-in ended with ${answer.status}: ${await answer.text()}`);
    return answer.headers.get('location') ?? '';
  }

  /** All but the last step. @returns the address at which the issuer sends the browser back */
  async comeBack(name: string, password: string, to = '/'): Promise<URL> {
    const begun = await this.go(`/auth/sign-in?to=${encodeURIComponent(to)}`);
    return signInFrom(begun.headers.get('location') ?? '', { name, password }, this.browse);
  }

  /** One request, its answer as it comes. `path` may be a whole address. */
  go(path: string, init?: BrowserRequest): Promise<Response> {
    return this.browse(new URL(path, this.url), init);
  }

  async get<Body = unknown>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return answerOf(await this.go(path, { headers }));
  }

  /** As the page sends what changes something. */
  async send<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const own = { 'x-hengtong-csrf': '1', origin: this.url, ...json, ...headers };
    return answerOf(await this.go(path, { method, headers: own, ...(body !== undefined && { body: JSON.stringify(body) }) }));
  }
}

async function answerOf<Body>(answer: Response): Promise<Answer<Body>> {
  const text = await answer.text();
  const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}
