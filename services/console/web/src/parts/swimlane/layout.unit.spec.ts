import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Node } from './grid.ts';
import { type Arrow, BOX, type Layout, layout } from './layout.ts';

const step = (name: string, department: string, ...after: string[]): Node => ({ name, department, after });

const enterpriseStartup = [
  step('register', 'market-regulation'),
  step('seal', 'public-security', 'register'),
  step('tax', 'taxation', 'register'),
  step('insurance', 'human-resources', 'register'),
  step('invoice', 'taxation', 'tax'),
];

test('a lane for each department in the order in which they appear, a column for each rank', () => {
  const { lanes, boxes } = layout(enterpriseStartup);
  expect(lanes.map(({ department }) => department)).toEqual(['market-regulation', 'public-security', 'taxation', 'human-resources']);
  const columns = [...new Set(boxes.map(({ x }) => x))].toSorted((one, other) => one - other);
  expect(boxes.map(({ step: name, x }) => [name, columns.indexOf(x)])).toEqual([
    ['register', 0],
    ['seal', 1],
    ['tax', 1],
    ['invoice', 2],
    ['insurance', 1],
  ]);
});

test('an arrow between neighbours in one lane is straight', () => {
  const { arrows } = layout(enterpriseStartup);
  expect(arrows.find(({ to }) => to === 'invoice')?.points).toHaveLength(2);
});

test('an arrow goes around a box that stands in its way', () => {
  const { arrows, boxes } = layout([step('a', 'one'), step('b', 'one', 'a'), step('c', 'one', 'b', 'a')]);
  const around = arrows.find(({ from, to }) => from === 'a' && to === 'c');
  expect(around?.points).toHaveLength(6);
  expect(boxes.some((box) => around && crosses(around, box))).toBe(false);
});

test('what room is to spare widens the gutters, never the boxes', () => {
  const narrow = layout(enterpriseStartup);
  const wide = layout(enterpriseStartup, narrow.width + 100);
  expect(wide.width).toBeCloseTo(narrow.width + 100);
});

test('a definition with a circle is drawn without the arrow that closes it', () => {
  const { boxes, arrows } = layout([step('a', 'one', 'b'), step('b', 'two', 'a')]);
  expect(boxes).toHaveLength(2);
  expect(arrows).toHaveLength(1);
});

const processes = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record({
        name: fc.constant(`s${index}`),
        department: fc.integer({ min: 0, max: 8 }).map((number) => `d${number}`),
        after:
          index === 0
            ? fc.constant<string[]>([])
            : fc.uniqueArray(
                fc.integer({ min: 0, max: index - 1 }).map((number) => `s${number}`),
                { maxLength: 4 },
              ),
      }),
    ),
  ),
);

test('of any process of 1 to 60 steps: no arrow runs through a box, no box leaves its lane or lies on another, and order goes to the right', () => {
  fc.assert(
    fc.property(processes, (steps) => {
      const drawn = layout(steps);
      expect(drawn.boxes).toHaveLength(steps.length);
      expect(drawn.arrows).toHaveLength(steps.flatMap(({ after }) => after).length);
      expect(faults(steps, drawn)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

function faults(steps: readonly Node[], { boxes, lanes, arrows, width, height }: Layout): readonly string[] {
  const boxOf = new Map(boxes.map((box) => [box.step, box]));
  const wrong: string[] = [];
  for (const { name, department } of steps) {
    const box = boxOf.get(name);
    const lane = lanes.find((each) => each.department === department);
    if (!box || !lane || box.y < lane.y || box.y + BOX.height > lane.y + lane.height) wrong.push(`${name} is not in its lane`);
    else if (box.x < 0 || box.x + BOX.width > width || box.y + BOX.height > height) wrong.push(`${name} is outside of the picture`);
  }
  boxes.forEach((box, index) => {
    const other = boxes.slice(index + 1).find(({ x, y }) => Math.abs(x - box.x) < BOX.width && Math.abs(y - box.y) < BOX.height);
    if (other) wrong.push(`${box.step} lies on ${other.step}`);
  });
  for (const arrow of arrows) {
    const [from, to] = [boxOf.get(arrow.from), boxOf.get(arrow.to)];
    const name = `${arrow.from} → ${arrow.to}`;
    if (!from || !to || from.x + BOX.width >= to.x) wrong.push(`${name} does not go to the right`);
    else if (arrow.points[0]?.[0] !== from.x + BOX.width || arrow.points.at(-1)?.[0] !== to.x)
      wrong.push(`${name} does not join its boxes`);
    if (segments(arrow).some(([[x1, y1], [x2, y2]]) => x1 !== x2 && y1 !== y2)) wrong.push(`${name} is not at right angles`);
    const hit = boxes.find((box) => crosses(arrow, box));
    if (hit) wrong.push(`${name} runs through ${hit.step}`);
  }
  return wrong;
}

type Point = readonly [number, number];

function segments({ points }: Arrow): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}

/** Whether an arrow is somewhere inside a box; on its edge, where arrows begin and end, is outside. */
function crosses(arrow: Arrow, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return segments(arrow).some(
    ([[x1, y1], [x2, y2]]) =>
      Math.max(x1, x2) > x && Math.min(x1, x2) < x + BOX.width && Math.max(y1, y2) > y && Math.min(y1, y2) < y + BOX.height,
  );
}
