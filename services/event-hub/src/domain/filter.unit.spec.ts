import { describe, expect, test } from '@jest/globals';
import { type CloudEvent, EventFilter } from '@hengtong/contracts';
import fc from 'fast-check';
import { anEvent } from '../testing/hub.ts';
import { compileFilters } from './filter.ts';
import { FilterRefused } from './filter-refused.ts';
import { cloudEventOf } from './logged-event.ts';

const event: CloudEvent = cloudEventOf(
  anEvent({ step: 'tax', sequence: 7, data: { amount: 5, names: ['甲', '乙'], nested: { code: 'x' }, text: '2026-11-24' } }),
);
const passes = (...filters: EventFilter[]): boolean => compileFilters(filters)(event);
const refusal = (...filters: EventFilter[]): FilterRefused => {
  try {
    compileFilters(filters);
  } catch (error) {
    if (error instanceof FilterRefused) return error;
    throw error;
  }
  throw new Error('it was taken');
};

describe('the dialects of the CloudEvents Subscriptions API', () => {
  const cases: [EventFilter, boolean][] = [
    [{ exact: { step: 'tax' } }, true],
    [{ exact: { step: 'Tax' } }, false],
    [{ exact: { step: 'tax', division: '330100' } }, false],
    [{ prefix: { division: '3301' } }, true],
    [{ prefix: { division: '3302' } }, false],
    [{ suffix: { type: '.opened.v1' } }, true],
    [{ suffix: { type: '.opened' } }, false],
    [{ exact: { sequence: '7' } }, true],
    [{ exact: { department: 'taxation' } }, false],
    [{ prefix: { department: '' } }, false],
    [{ exact: { data: '[object Object]' } }, false],
    [{ exact: { constructor: 'x' } }, false],
    [{ all: [{ exact: { step: 'tax' } }, { prefix: { division: '33' } }] }, true],
    [{ all: [{ exact: { step: 'tax' } }, { prefix: { division: '44' } }] }, false],
    [{ any: [{ exact: { step: 'seal' } }, { prefix: { division: '33' } }] }, true],
    [{ any: [{ exact: { step: 'seal' } }] }, false],
    [{ not: { exact: { step: 'seal' } } }, true],
    [{ not: { not: { exact: { step: 'tax' } } } }, true],
    [{ not: { exact: { department: 'taxation' } } }, true],
    [{ cel: 'data.amount > 4 && event.step == "tax"' }, true],
    [{ cel: '"甲" in data.names && data.names.exists(n, n.startsWith("乙"))' }, true],
    [{ cel: 'data.missing > 4' }, false],
    [{ cel: 'has(data.missing) || data.nested.code == "x"' }, true],
  ];
  test.each(cases)('%j: %s', (filter, passing) => {
    expect(EventFilter.parse(filter)).toEqual(filter);
    expect(passes(filter)).toBe(passing);
  });

  test('no filter at all lets everything pass, several must all hold', () => {
    expect(passes()).toBe(true);
    expect(passes({ exact: { step: 'tax' } }, { exact: { step: 'seal' } })).toBe(false);
  });
});

describe('a filter is refused, with a pointer to what is wrong', () => {
  const nested = (depth: number): EventFilter => (depth === 0 ? { cel: 'true' } : { not: nested(depth - 1) });
  const cases: [string, EventFilter[], string, RegExp][] = [
    ['what cannot be read', [{ cel: 'true' }, { any: [{ cel: 'data.amount >' }] }], '/filters/1/any/0/cel', /cannot be read/],
    ['what gives a number', [{ not: { cel: 'size(data)' } }], '/filters/0/not/cel', /gives a int/],
    ['what does not fit', [{ cel: '1 + "a" == 2' }], '/filters/0/cel', /./],
    ['a name that there is not', [{ cel: 'process.exit()' }], '/filters/0/cel', /./],
    ['a regular expression', [{ cel: 'event.type.matches("(a+)+$")' }], '/filters/0/cel', /uses matches/],
    ['a loop in a loop', [{ cel: 'data.names.all(a, data.names.all(b, a == b))' }], '/filters/0/cel', /within another loop/],
    ['a list that is made', [{ cel: 'data.names.map(a, a).size() > 1' }], '/filters/0/cel', /uses map/],
    ['too long a condition', [{ cel: Array.from({ length: 150 }, () => 'true').join('&&') }], '/filters/0/cel', /./],
    ['too deep a condition', [{ cel: `${'('.repeat(60)}true${')'.repeat(60)}` }], '/filters/0/cel', /./],
    ['filters too deep', [nested(9)], '/filters/0/not/not/not/not/not/not/not/not', /deeper than 8/],
    [
      'too many filters',
      [{ all: Array.from({ length: 5 }, () => ({ any: Array.from({ length: 20 }, () => ({ cel: 'true' })) })) }],
      '/filters',
      /more than 100/,
    ],
  ];
  test.each(cases)('%s', (_, filters, pointer, message) => {
    expect(refusal(...filters)).toMatchObject({ pointer, message: expect.stringMatching(message) });
  });
});

describe('for every event there is', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const events = fc
    .record({ data: fc.oneof(json, fc.dictionary(fc.constantFrom('a', 'b', 'length', '__proto__'), json)), step: fc.string() })
    .map((more) => ({ ...event, ...more }));
  const path = fc.constantFrom('event', 'data', 'data.a', 'data.b', 'event.step', 'event.data.a', 'data.a.b', '1', '"x"', '-1.5', 'null');
  const condition = fc.oneof(
    fc
      .tuple(path, fc.constantFrom('==', '!=', '<', '>=', 'in', '+', '-', '*', '/', '%', '&&', '||'), path)
      .map(([a, op, b]) => `(${a} ${op} ${b}) == true`),
    fc
      .tuple(fc.constantFrom('int', 'double', 'string', 'timestamp', 'size', 'bool', 'dyn', 'type'), path)
      .map(([f, a]) => `dyn(${f}(dyn(${a}))) == ${a}`),
    fc.tuple(fc.constantFrom('string(timestamp', 'int(double'), path).map(([f, a]) => `${f}(dyn(${a}))) == dyn(${a})`),
    fc.tuple(path, fc.constantFrom('startsWith', 'contains', 'endsWith'), path).map(([a, f, b]) => `dyn(${a}).${f}(dyn(${b}))`),
    fc.tuple(path, fc.constantFrom('all', 'exists', 'exists_one'), path).map(([a, f, b]) => `dyn(${a}).${f}(x, x == ${b})`),
    fc.tuple(path, path).map(([a, b]) => `dyn(${a})[dyn(${b})] == 1`),
  );
  const attribute = fc.dictionary(fc.constantFrom('type', 'step', 'sequence', 'data', 'constructor', 'nothing'), fc.string(), {
    minKeys: 1,
  });
  const { filter } = fc.letrec<{ filter: EventFilter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4 },
      condition.map((cel) => ({ cel })),
      fc.constantFrom('exact', 'prefix', 'suffix').chain((dialect) => attribute.map((wanted) => ({ [dialect]: wanted }) as EventFilter)),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('filter').map((not) => ({ not })),
    ),
  }));

  test('a filter that is taken answers yes or no, and the opposite is the opposite', () => {
    fc.assert(
      fc.property(filter, events, (given, each) => {
        let passing: (event: CloudEvent) => boolean;
        let opposite: (event: CloudEvent) => boolean;
        try {
          [passing, opposite] = [compileFilters([given]), compileFilters([{ not: given }])];
        } catch (error) {
          expect(error).toBeInstanceOf(FilterRefused);
          return;
        }
        expect(opposite(each)).toBe(!passing(each));
      }),
      { numRuns: 2_000 },
    );
  });

  test('any text is taken as a condition or refused, and nothing else', () => {
    const tokens = fc.array(
      fc.oneof(
        path,
        fc.constantFrom('(', ')', '[', ']', '{', '}', '?', ':', ',', '.', '!', '&&', '"', "'", '\\', '//', 'in', '0x', '1e999', 'u'),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        tokens.map((list) => list.join(' ')),
        (cel) => {
          try {
            compileFilters([{ cel }])(event);
          } catch (error) {
            expect(error).toBeInstanceOf(FilterRefused);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
