import type { Definition, StepDefinition } from '@hengtong/process-model';
import fc from 'fast-check';
import { definitionOf } from './definitions.ts';
import type { Choose } from './world.ts';

/** A random step, given the names of those that may come before it. */
const stepAfter = (earlier: readonly string[], whens: readonly string[]): fc.Arbitrary<Partial<StepDefinition>> =>
  fc
    .record({
      after: fc.subarray([...earlier]),
      department: fc.constantFrom('taxation', 'public-security', 'housing-fund'),
      mode: fc.constantFrom('automatic' as const, 'officer' as const),
      when: fc.constantFrom(undefined, undefined, undefined, ...whens),
      compensate: fc.option(fc.constant({ capability: 'undo', power: 'XX-0002' }), { nil: undefined, freq: 4 }),
    })
    .map(({ when, compensate, ...step }) => {
      const { after } = step;
      const input = Object.fromEntries(after.map((name) => [name, `${name}.x`]));
      return { ...step, input, output: ['x'], compensate, ...(when !== undefined && { when }) };
    });

/** Random graphs of one to seven steps, without circles, conditions from `whens`. */
export const definitions = (...whens: readonly string[]): fc.Arbitrary<Definition> =>
  fc.noBias(
    fc.integer({ min: 1, max: 7 }).chain((size) => {
      const names = Array.from({ length: size }, (_, index) => `s${index}`);
      return fc.tuple(...names.map((_, index) => stepAfter(names.slice(0, index), whens))).map((steps) => {
        const all = Object.fromEntries(names.map((name, index) => [name, steps[index] ?? {}]));
        return definitionOf(all, { result: { last: `s${size - 1}.x` } });
      });
    }),
  );

/**
 * A sequence of choices that can be made again; when it is used up, every choice is the last one. Without bias: fast-check likes small
 * numbers, and then every department would always refuse.
 */
export const choices: fc.Arbitrary<() => Choose> = fc
  .noBias(fc.array(fc.nat(), { minLength: 100, maxLength: 200, size: 'max' }))
  .map((numbers) => () => {
    let next = 0;
    return (below) => (numbers[next++] ?? below - 1) % below;
  });
