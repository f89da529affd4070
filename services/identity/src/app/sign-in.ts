import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Pool } from 'pg';
import { alone } from '../adapters/postgres/alone.ts';
import { passwordOf, readPasswords, setPassword } from '../adapters/postgres/passwords.ts';
import { beginAttempt, forgetAttempts } from '../adapters/postgres/sign-in-attempts.ts';

/** Argon2id (the library's default kind) as the OWASP Password Storage Cheat Sheet has it: 19 MiB, two passes, one thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type SignInOutcome =
  | { readonly is: 'right'; readonly account: string }
  | { readonly is: 'wrong' }
  /** Too many wrong passwords: nothing is looked at for so many seconds. */
  | { readonly is: 'throttled'; readonly seconds: number };

/** Checks passwords of people. */
export class SignIn {
  private readonly pool: Pool;
  /** What a password is held against where there is no such person, so that time does not tell who exists. */
  private readonly nobody: string;

  private constructor(pool: Pool, nobody: string) {
    this.pool = pool;
    this.nobody = nobody;
  }

  /** Gives everybody in `passwords` the password that stands there. Whoever else had one can no longer sign in. */
  static async of(pool: Pool, passwords: Readonly<Record<string, string>>): Promise<SignIn> {
    await alone(pool, async (db) => {
      const known = await readPasswords(db);
      const hashes = await Promise.all(
        Object.entries(passwords).map(async ([name, password]) => {
          const before = known.get(name);
          return before !== undefined && (await verify(before, password)) ? [] : [{ name, hash: await hash(password, cost) }];
        }),
      );
      for (const each of hashes.flat()) await setPassword(db, each.name, each.hash);
      await db.query('delete from passwords where name <> all($1)', [Object.keys(passwords)]);
    });
    return new SignIn(pool, await hash(randomBytes(32), cost));
  }

  /** Holds a password against the one of a person, unless too many were wrong. Takes as long for a name that there is not. */
  async attempt(name: string, password: string): Promise<SignInOutcome> {
    const seconds = await beginAttempt(this.pool, name);
    if (seconds > 0) return { is: 'throttled', seconds };
    const known = await passwordOf(this.pool, name);
    const isRight = await verify(known ?? this.nobody, password);
    if (known === undefined || !isRight) return { is: 'wrong' };
    await forgetAttempts(this.pool, name);
    return { is: 'right', account: name };
  }
}
