import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** A connection, or a pool of them. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}
