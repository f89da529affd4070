/**
 * Gives an access token that is valid, each time it is asked. `fresh`: the one that it gave last was refused, so that another is needed.
 * @throws {TokenRefused} when no other try would help; anything else when one may.
 */
export type TokenSource = (options?: { readonly fresh?: boolean }) => Promise<string>;

/** The issuer gives no token to whoever asks, and will not give one the next time either. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/** A token as an issuer has just given it. */
export interface NewToken {
  readonly accessToken: string;
  /** Seconds that it is valid; undefined where the issuer does not say. */
  readonly expiresIn: number | undefined;
}

/** Milliseconds before its end from which a token is not used any more: a request under way must not outlive it. */
const MARGIN = 30_000;

/** Keeps a token until shortly before its end, then asks for a new one. Whoever asks meanwhile waits for the same answer. */
export function keptToken(ask: () => Promise<NewToken>): TokenSource {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const renew = async (): Promise<string> => {
    const begun = Date.now();
    const { accessToken, expiresIn } = await ask();
    // Of one that lives for less than the margin, at least half is used.
    const milliseconds = (expiresIn ?? Infinity) * 1_000;
    kept = { token: accessToken, until: begun + Math.max(milliseconds - MARGIN, milliseconds / 2) };
    return accessToken;
  };

  return ({ fresh = false } = {}) => {
    if (!fresh && kept && Date.now() < kept.until) return Promise.resolve(kept.token);
    return (asking ??= renew().finally(() => (asking = undefined)));
  };
}
