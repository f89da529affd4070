import { expect, test } from '@jest/globals';
import { freshDatabase } from '@hengtong/testing';
import { openPool } from './connection.ts';

test('an address that demands TLS is never reached without it', async () => {
  const fresh = await freshDatabase();
  const url = Object.assign(new URL(fresh.url), { search: '?sslmode=verify-full' }).href;
  const pool = openPool({ url, name: 'test', log: { warn: () => undefined } as never, max: 1 });
  await expect(pool.query('select 1')).rejects.toThrow('The server does not support SSL connections');
  await pool.end();
  await fresh.drop();
});
