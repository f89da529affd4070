import type { AccessClaims, Actor, OperatorRole } from '@hengtong/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Rule } from './allows.ts';

/** Who has sent a request, as their token says. */
export interface Caller {
  readonly type: AccessClaims['actor'];
  /** The subject: a person, or a client that acts for itself. */
  readonly id: string;
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
  readonly department: string | undefined;
  /** Of an officer: the authority that they belong to. */
  readonly division: string | undefined;
  /** Of an agency: its name. */
  readonly agency: string | undefined;
  /** Of an operator. */
  readonly role: OperatorRole | undefined;
  /** Until when they are known, in milliseconds since 1970: an answer that goes on beyond this needs another token. */
  readonly until: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whoever asks is answered, with or without a token: health, documentation, sign-in. */
    open?: boolean;
    /** Of a route that is no controller's: what opens it. */
    rule?: Rule;
  }
  interface FastifyRequest {
    /** Set by the check of the token; absent on routes that are open to all. */
    caller?: Caller;
  }
}

export const callerOf = ({ sub, client_id, scope, actor, department, division, agency, role }: AccessClaims, until: number): Caller => ({
  type: actor,
  id: sub,
  clientId: client_id,
  scopes: new Set(scope.split(' ')),
  department,
  division,
  agency,
  role,
  until,
});

/** Who a caller is, as it is kept with what they did. `onBehalfOf` is the person whom a system names. */
export function actorOf({ type, id, department, division }: Caller, onBehalfOf?: string): Actor {
  return { type, id, ...(department && { department }), ...(division && { division }), ...(onBehalfOf && { onBehalfOf }) };
}

/** The caller of the request: `list(@From() caller: Caller)`. */
export const From = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('a route that wants its caller needs a rule: @Allows');
  return caller;
});
