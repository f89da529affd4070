import { freePortBase } from '@hengtong/local';
import { startTestSystem, type TestSystem } from '@hengtong/testing';

/** A system with the issuer of the local start in its place, as `npm start` has it, and not with that of the tests. */
export async function systemWithItsIssuer(): Promise<TestSystem> {
  const portBase = await freePortBase();
  return startTestSystem({ bus: 'embedded', portBase, env: { OIDC_ISSUER: `http://127.0.0.1:${portBase + 6}` } });
}
