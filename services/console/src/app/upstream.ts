import { ProblemError } from '@hengtong/platform';
import type { Agent, Dispatcher } from 'undici';
import type { KnownService } from './services.ts';
import type { Session, Sessions } from './sessions.ts';

/** Milliseconds until an answer must have begun, connecting included. */
const BEGIN = 30_000;

export interface Call {
  readonly method: Dispatcher.HttpMethod;
  /** Path and query, sent exactly as written. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls of services, each with the token of the one in whose session it is made. */
export class Upstream {
  private readonly sessions: Sessions;
  private readonly agent: Agent;

  constructor(sessions: Sessions, agent: Agent) {
    this.sessions = sessions;
    this.agent = agent;
  }

  /**
   * A token that the service does not take is renewed once.
   * @throws {ProblemError} 502 `unreachable` naming a service that does not answer; 401 `session-ended`
   */
  async call(service: KnownService, session: Session, call: Call): Promise<Dispatcher.ResponseData> {
    const first = await this.send(service, session.accessToken, call);
    if (first.statusCode !== 401) return first;
    await first.body.dump();
    const second = await this.send(service, await this.sessions.renewed(session), call);
    if (second.statusCode !== 401) return second;
    await second.body.dump();
    await this.sessions.end(session);
    throw new ProblemError('session-ended', `${service.name} does not take your token any more. Sign in again at /auth/sign-in.`);
  }

  private async send(service: KnownService, token: string, { method, path, headers, body, signal }: Call) {
    try {
      return await this.agent.request({
        origin: service.url,
        method,
        path,
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: body ?? null,
        signal: signal ?? null,
        headersTimeout: BEGIN,
      });
    } catch (cause) {
      throw new ProblemError(
        'unreachable',
        `${service.name} does not answer (${reasonOf(cause)}). Nothing is known of what became of the call.`,
        { cause },
      );
    }
  }
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message);
};
