import { problemType, problemTypes, type Problem } from '@hengtong/contracts';
import type { ProblemError } from './problem-error.ts';

/** The JSON of a problem. `instance` is the path that was asked for, `traceId` says where to look in the logs. */
export function problemBody({ kind, message, status, errors, count }: ProblemError, instance: string | undefined, traceId: string): string {
  const body: Problem = { type: problemType(kind), title: problemTypes[kind].title, status, detail: message, instance, traceId };
  return JSON.stringify({ ...body, ...(count !== undefined && { count }), ...(errors && { errors }) });
}
