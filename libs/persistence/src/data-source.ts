import pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';

/** A TypeORM data source that takes its connections from `pool`, so that a service has one limit of connections, not two. */
export async function sharedDataSource(pool: pg.Pool, entities: NonNullable<DataSourceOptions['entities']>): Promise<DataSource> {
  const { DataSource } = await import('typeorm');
  // A constructor that returns an object gives that object: where TypeORM says `new Pool(…)`, it gets ours.
  const Pool = function () {
    return pool;
  };
  return new DataSource({ type: 'postgres', driver: { ...pg, Pool }, entities, installExtensions: false }).initialize();
}
