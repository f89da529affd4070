import type { Count } from './case-flow.ts';
import { bucketOf } from './histogram.ts';

/** Where a case belongs, for good. */
export interface Belongs {
  readonly process: string;
  readonly version: number;
  readonly division: string;
  readonly departmentOf: (step: string) => string;
}

/** A counter: in which table, under which key, how much. Those of what has no duration have bucket -1. */
export interface Tally {
  readonly key: readonly (string | number)[];
  count: number;
  /** Milliseconds, where time is booked. */
  waited: number;
  worked: number;
}

export const counterTables = ['flow_hours', 'step_hours', 'cell_days', 'case_figures', 'step_figures'] as const;
/** The tables of counters; what their keys are stands in `tallyUp`. */
export type CounterTable = (typeof counterTables)[number];

const NO_DURATION = -1;

/** Adds up what counts for which counters, so that each is written once. */
export class Tallies {
  private readonly byTable = new Map<CounterTable, Map<string, Tally>>(counterTables.map((table) => [table, new Map()]));

  of(table: CounterTable): Tally[] {
    return [...(this.byTable.get(table)?.values() ?? [])];
  }

  add({ process, version, division, departmentOf }: Belongs, count: Count): void {
    const hour = `${new Date(count.at).toISOString().slice(0, 13)}:00:00Z`;
    if (count.of === 'case') {
      const bucket = 'took' in count ? bucketOf(count.took) : NO_DURATION;
      this.one('flow_hours', [hour, process, division, count.what, bucket]);
      return this.one('case_figures', [process, version, count.what, bucket]);
    }
    const department = departmentOf(count.step);
    if (count.what === 'failed') return this.one('step_figures', [process, version, count.step, department, 'failed', NO_DURATION]);
    const { waited, worked } = count;
    const bucket = bucketOf(waited + worked);
    this.one('step_hours', [hour, process, department, division]);
    this.one('cell_days', [hour.slice(0, 10), process, department, bucket]);
    this.one('step_figures', [process, version, count.step, department, count.what, bucket], waited, worked);
  }

  private one(table: CounterTable, key: Tally['key'], waited = 0, worked = 0): void {
    const tallies = this.byTable.get(table);
    const name = JSON.stringify(key);
    const known = tallies?.get(name);
    if (!known) return void tallies?.set(name, { key, count: 1, waited, worked });
    known.count += 1;
    known.waited += waited;
    known.worked += worked;
  }
}
