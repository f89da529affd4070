import { describe, expect, test } from '@jest/globals';
import type { Flows } from '../../api/index.ts';
import { loomOf } from './loom.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

const startup = { process: 'startup', departments: [] };
const newborn = { process: 'newborn', departments: [] };

function flowsOf(cells: readonly Partial<Flows['cells'][number]>[]): Flows {
  return {
    at: minutesAgo(0),
    behind: 0,
    cells: cells.map((cell) => ({
      process: 'startup',
      department: 'taxation',
      waiting: 0,
      working: 0,
      stalled: 0,
      oldest: [],
      perHour: 0,
      ...cell,
    })),
    processes: [],
    departments: [],
    hours: [],
    stalled: [],
    stalledCount: 0,
  };
}

describe('the loom', () => {
  test('keeps processes and departments in the order of the catalogue, whatever has come first', () => {
    const flows = flowsOf([
      { process: 'newborn', department: 'health' },
      { process: 'startup', department: 'taxation' },
    ]);
    const { rows, columns } = loomOf(flows, [startup, newborn], ['taxation', 'health'], NOW);
    expect(rows.map(({ process }) => process)).toEqual(['startup', 'newborn']);
    expect(columns.map(({ department }) => department)).toEqual(['taxation', 'health']);
  });

  test('shows what the catalogue does not name any more, behind what it does', () => {
    const { rows } = loomOf({ ...flowsOf([]), processes: [{ process: 'closed-down' } as Flows['processes'][number]] }, [startup], [], NOW);
    expect(rows.map(({ process }) => process)).toEqual(['startup', 'closed-down']);
  });

  test('has a cell wherever a definition goes, though nothing has been there yet, and none elsewhere', () => {
    const { rows, departments } = loomOf(flowsOf([]), [{ process: 'startup', departments: ['taxation'] }], ['taxation', 'health'], NOW);
    expect(departments).toEqual(['taxation', 'health']);
    expect(rows[0]?.cells).toEqual({ taxation: expect.objectContaining({ count: 0, tone: 'usual' }) });
  });

  test('a cell is late when its oldest waits twice as long as is usual there', () => {
    const toneOf = (age: number, usualSeconds?: number) => {
      const flows = flowsOf([{ waiting: 1, oldestSince: minutesAgo(age), ...(usualSeconds !== undefined && { usualSeconds }) }]);
      return loomOf(flows, [startup], [], NOW).rows[0]?.cells['taxation']?.tone;
    };
    expect(toneOf(41, 600)).toBe('late');
    expect(toneOf(19, 600)).toBe('usual');
    // Half a second is usual: half a minute is no reason to call somebody.
    expect(toneOf(0.5, 0.5)).toBe('usual');
    // Nothing is known of what is usual: nothing is said.
    expect(toneOf(600)).toBe('usual');
  });

  test('one bad crossing is a cell; two of a department are its column, two of a process its row', () => {
    const late = { waiting: 1, oldestSince: minutesAgo(60), usualSeconds: 60 };
    const tones = (...cells: Partial<Flows['cells'][number]>[]) => {
      const { rows, columns } = loomOf(flowsOf(cells), [startup, newborn], ['taxation', 'health'], NOW);
      return { rows: rows.map(({ tone }) => tone), columns: columns.map(({ tone }) => tone) };
    };
    expect(tones(late)).toEqual({ rows: ['usual', 'usual'], columns: ['usual', 'usual'] });
    expect(tones(late, { ...late, process: 'newborn' })).toEqual({ rows: ['usual', 'usual'], columns: ['late', 'usual'] });
    expect(tones(late, { ...late, department: 'health' })).toEqual({ rows: ['late', 'usual'], columns: ['usual', 'usual'] });
  });

  test('what has failed is stalled, however young', () => {
    const cell = loomOf(flowsOf([{ stalled: 1, working: 3, waiting: 4, oldestSince: minutesAgo(0) }]), [startup], [], NOW).rows[0]?.cells[
      'taxation'
    ];
    expect(cell).toMatchObject({ tone: 'stalled', count: 8, waitingShare: 0.625 });
  });
});
