import { z } from 'zod';

/** RFC 9457. `type` is stable: programs may decide by it. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional().describe('What is wrong here, and what to do'),
  instance: z.string().optional(),
  traceId: z.string().optional(),
  count: z.number().int().optional().describe('How many there are now, where the request said another number'),
  errors: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer (RFC 6901) into the body, or the name of a query or path parameter'),
        detail: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Every kind of problem that our APIs answer with, its HTTP status decided here and nowhere else. */
export const problemTypes = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'invalid-body': { status: 400, title: 'The body breaks its schema' },
  'invalid-parameter': { status: 400, title: 'A parameter breaks its schema' },
  unauthenticated: { status: 401, title: 'Say who you are' },
  'session-ended': { status: 401, title: 'The session is over: sign in again' },
  forbidden: { status: 403, title: 'You have not the right to do this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'request-timeout': { status: 408, title: 'The request did not come in within its time' },
  conflict: { status: 409, title: 'It is not in a state that allows this' },
  'still-running': { status: 409, title: 'The first request under this key is not answered yet' },
  'precondition-failed': { status: 412, title: 'It has changed since you read it' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'key-reused': { status: 422, title: 'This Idempotency-Key was used with another body' },
  unprocessable: { status: 422, title: 'It is well-formed, but cannot be done' },
  'precondition-required': { status: 428, title: 'Say which version you mean with If-Match' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The address and headers are too large' },
  internal: { status: 500, title: 'Something went wrong here' },
  unreachable: { status: 502, title: 'A service behind this one does not answer' },
  unavailable: { status: 503, title: 'The service cannot take this at the moment' },
} as const;
export type ProblemKind = keyof typeof problemTypes;

/** The stable `type` of a kind of problem. */
export const problemType = (kind: ProblemKind): string => `https://hengtong.dev/problems/${kind}`;
