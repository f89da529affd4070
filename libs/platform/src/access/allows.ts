import type { ActorType, Scope } from '@hengtong/contracts';
import { Reflector } from '@nestjs/core';

/** What opens a route: a scope, and the kinds of callers who may use it here. */
export interface Rule {
  /** Absent where another service decides by scopes of its own, to which the call is passed on. */
  readonly scope?: Scope;
  readonly who: readonly ActorType[];
}

/** Fastify's configuration of a route that answers whoever asks. Of a method of a controller: `@RouteConfig(OPEN)`. */
export const OPEN = { open: true } as const;

const rule = Reflector.createDecorator<Rule>();

/** Opens a route to callers of these kinds whose token has this scope. A route without it is closed to everybody. */
export const Allows = (scope: Scope, ...who: [ActorType, ...ActorType[]]): MethodDecorator => rule({ scope, who });

/** Opens a route to callers of these kinds, whatever their scopes: to what is theirs alone, or what another service decides on. */
export const AllowsAny = (...who: [ActorType, ...ActorType[]]): MethodDecorator => rule({ who });

const reflector = new Reflector();

/** The rule that stands beside a route's method. */
export const ruleOf = (handler: Parameters<Reflector['get']>[1]): Rule | undefined => reflector.get(rule, handler);
