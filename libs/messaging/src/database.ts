import type { ClientBase } from 'pg';

/** What messaging needs of a service's database; `libs/persistence` has it. */
export interface Database {
  /**
   * A transaction on the connection of the hot path, which is committed when `work` resolves. Its statements may be sent without waiting
   * for each other; those given to `withCommit` go out together with the commit.
   */
  transaction<T>(work: (db: ClientBase, withCommit: (statement: Promise<unknown>) => void) => Promise<T>): Promise<T>;
  /** Any connection, for what is rare. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>;
  /** Whether an error says that the database is away or busy, and not that anything is wrong with what was asked. */
  isTransient(error: unknown): boolean;
}
