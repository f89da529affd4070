import { expect, test } from '@jest/globals';
import { childOf, newTrace, traceIdOf, traceOf } from './trace-context.ts';

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/;
const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

test('a new trace is a valid traceparent, and no two are alike', () => {
  const traces = Array.from({ length: 1000 }, newTrace);
  for (const trace of traces) expect(trace).toMatch(TRACEPARENT);
  expect(new Set(traces.map(traceIdOf)).size).toBe(1000);
});

test('a child keeps trace and sampling, and has a span of its own', () => {
  const child = childOf(parent);
  expect(child).toMatch(TRACEPARENT);
  expect(traceIdOf(child)).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(child.slice(36, 52)).not.toBe('b7ad6b7169203331');
  expect(childOf(parent.replace(/01$/, '00')).endsWith('-00')).toBe(true);
});

test.each([
  undefined,
  '',
  'garbage',
  parent.toUpperCase(),
  `${parent}-more`,
  parent.replace('00-', 'ff-'),
  '00-00000000000000000000000000000000-b7ad6b7169203331-01',
  '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
])('what is no traceparent begins a new trace: %s', (traceparent) => {
  expect(childOf(traceparent)).toMatch(TRACEPARENT);
  expect(traceIdOf(childOf(traceparent))).not.toBe('0af7651916cd43dd8448eb211c80319c');
});

test('it is read from headers; a header that came twice is none', () => {
  expect(traceIdOf(traceOf({ traceparent: parent }))).toBe(traceIdOf(parent));
  expect(traceOf({ traceparent: [parent, parent] })).toMatch(TRACEPARENT);
  expect(traceOf({})).toMatch(TRACEPARENT);
});
