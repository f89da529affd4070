import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Logger } from '@hengtong/platform';
import type { JWK } from 'oidc-provider';
import type { Pool } from 'pg';
import { alone } from '../adapters/postgres/alone.ts';
import { addSigningKey, dropSigningKeys, readSigningKeys, type SigningKey } from '../adapters/postgres/signing-keys.ts';
import { planKeys, type KeyTimes } from '../domain/key-schedule.ts';

/** The private keys of this moment, the one that signs first; makes the next one and drops those that are spent when it is time. */
export async function currentKeys(pool: Pool, times: KeyTimes, log: Logger): Promise<readonly JWK[]> {
  const now = Date.now();
  const known = planKeys(await readSigningKeys(pool), now, times);
  const plan = known.next === undefined && known.spent.length === 0 ? known : await turn(pool, times, log);
  return plan.published.map(({ jwk }) => jwk);
}

/** Another process may have done it meanwhile, so it looks again when it is alone. */
async function turn(pool: Pool, times: KeyTimes, log: Logger): Promise<{ readonly published: readonly SigningKey[] }> {
  return alone(pool, async (db) => {
    const now = Date.now();
    const keys = await readSigningKeys(db);
    const { next, spent } = planKeys(keys, now, times);
    const made = next === undefined ? [] : [newKey(next)];
    for (const key of made) {
      await addSigningKey(db, key);
      log.info({ kid: key.kid, signsFrom: new Date(key.signsFrom).toISOString() }, 'a signing key was made and is published');
    }
    if (spent.length > 0) {
      const kids = spent.map(({ kid }) => kid);
      await dropSigningKeys(db, kids);
      log.info({ kids }, 'signing keys were dropped: nothing that they signed is valid any more');
    }
    return planKeys([...keys.filter((key) => !spent.includes(key)), ...made], now, times);
  });
}

function newKey(signsFrom: number): SigningKey {
  const kid = randomUUID();
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' } as JWK;
  return { kid, jwk, signsFrom };
}
