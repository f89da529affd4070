import { problemTypes } from '@hengtong/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problemResponse } from './problem-response.ts';

/** What any route answers to too many requests, and what each of its answers says of how many are left: the same for all, said once. */
const headers = {
  RateLimit: {
    description: 'How many requests are left (r) within how many seconds (t), under the policy that is named.',
    schema: { type: 'string' },
    example: '"client";r=4999;t=1',
  },
  'RateLimit-Policy': {
    description: 'How many requests (q) are taken within how many seconds (w): draft-ietf-httpapi-ratelimit-headers-11.',
    schema: { type: 'string' },
    example: '"client";q=5000;w=1',
  },
  'Retry-After': { description: 'Seconds to wait before the next request.', schema: { type: 'integer', minimum: 1 }, example: 1 },
} as const;

const { status } = problemTypes['too-many-requests'];
const reference = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });
const left = { RateLimit: reference('RateLimit'), 'RateLimit-Policy': reference('RateLimit-Policy') };

const tooManyRequests = {
  ...problemResponse(['too-many-requests']),
  headers: { ...left, 'Retry-After': reference('Retry-After') },
};

/** Adds to each route of a document what the limits on requests answer. */
export function describeLimits(document: OpenAPIObject): void {
  const { components } = document;
  document.components = {
    ...components,
    headers: { ...components?.headers, ...headers },
    responses: { ...components?.responses, TooManyRequests: tooManyRequests },
  };
  for (const item of Object.values(document.paths)) {
    for (const { responses } of [item.get, item.put, item.post, item.patch, item.delete].filter((operation) => operation !== undefined)) {
      for (const response of Object.values(responses)) {
        if (response && !('$ref' in response)) response.headers = { ...response.headers, ...left };
      }
      responses[status] = { $ref: '#/components/responses/TooManyRequests' };
    }
  }
}
