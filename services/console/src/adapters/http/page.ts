import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { OPEN, ProblemError } from '@hengtong/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Where the built page has the nonce of its policy (web/index.html). */
const NONCE = /(<meta name="csp-nonce" content=")[^"]*(")/;

/** A file at the top of the page's folder, an icon for one; not the page itself, which has a nonce. */
const FILE = /^[\w-]+(?:\.[\w-]+)*\.(?:ico|png|svg|txt|webmanifest)$/;

export interface PageOptions {
  /** The folder with the built page: `index.html`, `assets/…`. */
  readonly folder: string;
  /** Where people sign in: what a form may lead to. */
  readonly issuerOrigin: string;
}

/** Serves the page: its assets, whose names change with their content, and `index.html` at every other address that is asked for as HTML. */
export async function servePage(fastify: FastifyInstance, { folder, issuerOrigin }: PageOptions): Promise<void> {
  await fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, dotfiles: 'ignore', index: false });
  fastify.get<{ Params: { '*': string } }>('/assets/*', { config: OPEN }, (request, reply) => {
    reply.removeHeader('cache-control');
    return reply.sendFile(`assets/${request.params['*']}`, { immutable: true, maxAge: '365d' });
  });
  fastify.get<{ Params: { '*': string } }>('/*', { config: OPEN }, async (request, reply) => {
    const path = request.params['*'];
    if (FILE.test(path)) {
      reply.removeHeader('cache-control');
      return reply.sendFile(path, { maxAge: '1d' });
    }
    if (/^(?:api|auth|v1)(?:\/|$)/.test(path) || !wantsHtml(request, path))
      throw new ProblemError('not-found', `There is nothing at /${path}.`);
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce, issuerOrigin))
      .header('cross-origin-opener-policy', 'same-origin')
      .send(await pageWith(nonce, folder));
  });
}

/** As browsers ask for pages; whoever asks for the first one needs not say so. */
const wantsHtml = ({ headers }: FastifyRequest, path: string): boolean => path === '' || /\btext\/html\b/.test(headers.accept ?? '');

/** Nothing but our own scripts, styles, pictures and calls. The nonce is for the styles that the page's parts add while it runs. */
function policy(nonce: string, issuerOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${issuerOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

async function pageWith(nonce: string, folder: string): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch((cause: unknown) => {
    throw new ProblemError('unavailable', 'The page has not been built: npm run build.', { cause });
  });
  return html.replace(NONCE, `$1${nonce}$2`);
}
