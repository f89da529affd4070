import type { ProblemKind } from '@hengtong/contracts';
import type { z } from 'zod';

export interface Answer {
  /** Default: the status in words. */
  readonly description?: string;
  /** Absent where there is no body. */
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  /** Header names and what they say: `{ Location: 'Where the case is' }`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a reader of `/docs` learns of a route beyond what its parameters say. */
export interface RouteDocument {
  readonly summary: string;
  readonly description?: string;
  /** An example of the request's body. */
  readonly body?: unknown;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /**
   * The problems that this route answers with; `internal` is always among them. `key-reused` says that it takes an Idempotency-Key,
   * `precondition-required` that it needs an If-Match, and both headers are documented by that.
   */
  readonly problems?: readonly ProblemKind[];
}

/** A documented route: the arguments of a method decorator, and what was said of it. */
export interface DocumentedRoute {
  readonly document: RouteDocument;
  readonly target: object;
  readonly key: string | symbol;
  readonly descriptor: PropertyDescriptor;
}

const routes: DocumentedRoute[] = [];

/**
 * Documents a route in OpenAPI. `@nestjs/swagger`, which costs a process 15 MB, is loaded when somebody asks for the document, and its
 * decorators are applied then.
 */
export function Documented(document: RouteDocument): MethodDecorator {
  return (target, key, descriptor) => void routes.push({ document, target, key, descriptor });
}

/** What was documented since this was last asked. */
export const takeDocumentedRoutes = (): DocumentedRoute[] => routes.splice(0);
