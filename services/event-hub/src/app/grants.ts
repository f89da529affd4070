import type { Grant } from '@hengtong/contracts';
import type { Pool } from 'pg';
import type { Follower } from '../adapters/postgres/follow.ts';
import { activeGrants } from '../adapters/postgres/grants.ts';
import type { ActiveGrant } from '../domain/grant.ts';
import { Refreshed } from './refreshed.ts';

const NONE: readonly ActiveGrant[] = [];

/** The grants in force, held in memory: the one place that says who may receive what. */
export class Grants {
  private readonly held: Refreshed;
  private byAgency: ReadonlyMap<string, readonly ActiveGrant[]> = new Map();

  constructor(pool: Pool, log: { warn(details: object, message: string): void }) {
    this.held = new Refreshed(async () => {
      this.byAgency = Map.groupBy((await activeGrants(pool)).map(activeGrant), ({ agency }) => agency);
    }, log);
  }

  /** What an agency has been granted; whether it is still in force at a moment, each grant knows by itself. */
  of(agency: string): readonly ActiveGrant[] {
    return this.byAgency.get(agency) ?? NONE;
  }

  start(follower: Follower): Promise<void> {
    return this.held.start(follower, 'grants');
  }

  stop(): Promise<void> {
    return this.held.stop();
  }

  /** Reads them anew, for whoever has changed them and must see it. */
  refresh(): Promise<void> {
    return this.held.refresh();
  }
}

function activeGrant({ id, agency, types, processes, divisions, until }: Grant): ActiveGrant {
  const granted = Map.groupBy(
    types.filter(({ status }) => status === 'granted'),
    ({ type }) => type,
  );
  return {
    id,
    agency,
    owners: new Map([...granted].map(([type, of]) => [type, new Set(of.map(({ owner }) => owner))])),
    processes: processes && new Set(processes),
    divisions,
    until: Date.parse(until),
  };
}
