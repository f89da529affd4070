import type { BaseConfig } from '../config/base-config.ts';
import type { HealthCheck } from '../health/health-check.ts';
import { AccessGuard } from './access-guard.ts';
import { IssuerKeys } from './issuer-keys.ts';
import { TokenCheck } from './token-check.ts';

/** What checks the callers of a service. */
export interface Access {
  readonly guard: AccessGuard;
  readonly health: HealthCheck;
  stop(): void;
}

/** Begins to know the issuer; it may be away. */
export function openAccess(config: Pick<BaseConfig, 'OIDC_ISSUER' | 'OIDC_AUDIENCE'>, department: string | undefined): Access {
  const keys = new IssuerKeys(config.OIDC_ISSUER);
  keys.start();
  const check = new TokenCheck({ issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE, keys });
  return { guard: new AccessGuard(check, department), health: keys.check, stop: () => keys.stop() };
}
