import type { BaseConfig } from '../config/base-config.ts';
import type { HealthCheck } from '../health/health-check.ts';
import { AccessGuard, type Identify } from './access-guard.ts';
import { IssuerKeys } from './issuer-keys.ts';
import { TokenCheck } from './token-check.ts';

/** What checks the callers of a service. */
export interface Access {
  readonly guard: AccessGuard;
  readonly health: HealthCheck;
  stop(): void;
}

export interface AccessOptions {
  readonly config: Pick<BaseConfig, 'OIDC_ISSUER' | 'OIDC_AUDIENCE'>;
  readonly department?: string | undefined;
  readonly identify?: Identify | undefined;
}

/** Begins to know the issuer; it may be away. */
export function openAccess({ config, department, identify }: AccessOptions): Access {
  const keys = new IssuerKeys(config.OIDC_ISSUER);
  keys.start();
  const tokens = new TokenCheck({ issuer: config.OIDC_ISSUER, audience: config.OIDC_AUDIENCE, keys });
  return { guard: new AccessGuard({ tokens, department, identify }), health: keys.check, stop: () => keys.stop() };
}
