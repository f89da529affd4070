import { expect, test } from '@jest/globals';
import { passedPath } from './passed-path.ts';

test.each([
  ['/api/orchestrator/v1/cases', '/v1/cases'],
  ['/api/orchestrator/v1/cases?q=a%2Fb&x=../..', '/v1/cases?q=a%2Fb&x=../..'],
  ['/api/taxation/v1/records/tax.registration/91330106%E6%9D%AD', '/v1/records/tax.registration/91330106%E6%9D%AD'],
  ['/api/event-hub/asyncapi.json', '/asyncapi.json'],
  ['/api/orchestrator/openapi.json', '/openapi.json'],
])('%s is passed on as it was written', (written, passed) => {
  expect(passedPath(written)).toBe(passed);
});

test.each([
  '/api/orchestrator/v1/../../x',
  '/api/orchestrator/v1/..',
  '/api/orchestrator/v1/./cases',
  '/api/orchestrator/v1/%2e%2e/health/ready',
  '/api/orchestrator/v1/%2E./metrics',
  '/api/orchestrator/v1/..%2f..%2fmetrics',
  '/api/orchestrator/v1/..%5c..%5cmetrics',
  '/api/orchestrator/v1//cases',
  '/api/orchestrator/v1/cases%00',
  '/api/orchestrator/v1/cases%0d%0aHost:%20elsewhere',
  '/api/orchestrator/v1/cases;a=b',
  '/api/orchestrator/v1/%',
  '/api/orchestrator/v1/%c0%ae%c0%ae/metrics',
  '/api/orchestrator/v1\\..\\metrics',
  '/api/orchestrator/v10/cases',
  '/api/orchestrator/metrics',
  '/api/orchestrator/health/ready',
  '/api/orchestrator/docs',
  '/api/orchestrator/openapi.json/../metrics',
  '/api/orchestrator',
  '/api//v1/cases',
  'http://elsewhere.example/api/orchestrator/v1/cases',
])('%s is not passed on', (written) => {
  expect(passedPath(written)).toBeUndefined();
});
