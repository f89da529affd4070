import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';
import { type Rule, ruleOf } from './allows.ts';
import type { Caller } from './caller.ts';
import type { TokenCheck } from './token-check.ts';

/** Finds out who has sent a request. @throws {ProblemError} 401 where that cannot be known */
export type Identify = (request: FastifyRequest, tokens: TokenCheck) => Promise<Caller>;

/** Everybody brings a token in the Authorization header. */
const byBearerToken: Identify = ({ headers }, tokens) => tokens.caller(headers.authorization);

export interface AccessGuardOptions {
  readonly tokens: TokenCheck;
  /** Whose service this is, if it is one's; systems and officers of another have no business here. */
  readonly department?: string | undefined;
  /** Default: by the token in the Authorization header. */
  readonly identify?: Identify | undefined;
}

/** Lets a request through if a rule opens its route to whoever sent it. */
export class AccessGuard implements CanActivate {
  private readonly tokens: TokenCheck;
  private readonly department: string | undefined;
  private readonly who: Identify;

  constructor({ tokens, department, identify = byBearerToken }: AccessGuardOptions) {
    this.tokens = tokens;
    this.department = department;
    this.who = identify;
  }

  /** Finds out who asks, before anything of the body is read. @throws {ProblemError} 401 */
  async identify(request: FastifyRequest): Promise<void> {
    if (request.is404 || request.routeOptions.config.open) return;
    request.caller = await this.who(request, this.tokens);
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.routeOptions.config.open) this.admit(request, ruleOf(context.getHandler()));
    return true;
  }

  /** @throws {ProblemError} 403 unless the rule opens its route to whoever asks */
  admit({ caller }: FastifyRequest, rule: Rule | undefined): void {
    if (!rule) throw new ProblemError('forbidden', 'No rule opens this route to anybody.');
    if (!caller) throw new Error('whoever asks has not been identified');
    const missing = this.missing(caller, rule);
    if (missing) throw missing;
  }

  private missing({ type, scopes, department }: Caller, { scope, who }: Rule): ProblemError | undefined {
    if (scope !== undefined && !scopes.has(scope)) {
      const headers = { 'www-authenticate': `Bearer realm="hengtong", error="insufficient_scope", scope="${scope}"` };
      return new ProblemError('forbidden', `This needs the scope ${scope}, which your token does not have.`, { headers });
    }
    if (!who.includes(type)) return new ProblemError('forbidden', `This is for ${who.join(', ')}; you are ${type}.`);
    if (!this.department || (type !== 'system' && type !== 'officer') || department === this.department) return undefined;
    return new ProblemError('forbidden', `This is for those of ${this.department}; you are of ${department ?? 'no department'}.`);
  }
}
