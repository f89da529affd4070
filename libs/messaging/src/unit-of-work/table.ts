import type { ClientBase } from 'pg';

/** Where rows go: one statement with `unnest` for all rows of a batch. */
export interface Table<Row> {
  readonly name: string;
  /** Tables are flushed in this order, because a change must find the row that the same batch wrote. 0 unless told. */
  readonly rank: number;
  /** Asks the database at once: it is on its way together with the commit. What cannot be asked is thrown, not rejected. */
  flush(db: ClientBase, rows: readonly Row[]): Promise<unknown>;
}

/** Declares a table that handlers write to. */
export const table = <Row>(name: string, flush: Table<Row>['flush'], rank = 0): Table<Row> => ({ name, rank, flush });
