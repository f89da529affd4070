import type { Middleware } from 'openapi-fetch';
import { connection } from '../app/connection.ts';
import { sessionEnded } from '../app/session-ended.ts';
import { Problem, problemOf } from './problem.ts';

/**
 * What holds for every call: the mark by which the backend knows its own page (a form of another site cannot set a header), the state of
 * the connection, and that what is not done is thrown as a problem.
 */
export const middleware: Middleware = {
  onRequest({ request }) {
    request.headers.set('x-hengtong-csrf', '1');
  },
  async onResponse({ response }) {
    connection.answered();
    if (response.ok) return;
    const problem = await problemOf(response);
    if (problem.status === 401) sessionEnded.set();
    throw problem;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    connection.lost();
    return new Problem(0, { type: 'no-answer', detail: String(error) }, undefined, { cause: error });
  },
};
