import type { JWK } from 'oidc-provider';
import type { Pool, PoolClient } from 'pg';
import type { ScheduledKey } from '../../domain/key-schedule.ts';

/** A private key for ES256, and from when it signs. */
export interface SigningKey extends ScheduledKey {
  readonly kid: string;
  readonly jwk: JWK;
}

/** All keys that there are. */
export async function readSigningKeys(db: Pool | PoolClient): Promise<SigningKey[]> {
  const { rows } = await db.query<{ kid: string; jwk: JWK; signs_from: Date }>('select kid, jwk, signs_from from signing_keys');
  return rows.map(({ kid, jwk, signs_from }) => ({ kid, jwk, signsFrom: signs_from.getTime() }));
}

/** Keeps a new key. @throws when there is one already that signs from the same moment. */
export async function addSigningKey(db: Pool | PoolClient, { kid, jwk, signsFrom }: SigningKey): Promise<void> {
  await db.query('insert into signing_keys (kid, jwk, signs_from) values ($1, $2, $3)', [kid, jwk, new Date(signsFrom)]);
}

/** Forgets keys, by their ids. */
export async function dropSigningKeys(db: Pool | PoolClient, kids: readonly string[]): Promise<void> {
  await db.query('delete from signing_keys where kid = any($1)', [kids]);
}
