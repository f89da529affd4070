import type { ClientBase } from 'pg';

/** Where rows go: one statement with `unnest` for all rows of a batch. */
export interface Table<Row> {
  readonly name: string;
  flush(db: ClientBase, rows: readonly Row[]): Promise<unknown>;
}

/** Declares a table that handlers write to. */
export const table = <Row>(name: string, flush: Table<Row>['flush']): Table<Row> => ({ name, flush });
