import type { Pool } from 'pg';
import type { Follower } from '../adapters/postgres/follow.ts';
import { activeGrants } from '../adapters/postgres/grants.ts';
import type { ActiveGrant } from '../domain/grant.ts';

/** Milliseconds after which grants are read anew though nothing was heard. */
const LOOK = 5_000;
const NONE: readonly ActiveGrant[] = [];

/** The grants in force, held in memory: the one place that says who may receive what. */
export class Grants {
  private readonly pool: Pool;
  private readonly follower: Follower;
  private readonly log: { warn(details: object, message: string): void };
  private byAgency: ReadonlyMap<string, readonly ActiveGrant[]> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(pool: Pool, follower: Follower, log: Grants['log']) {
    this.pool = pool;
    this.follower = follower;
    this.log = log;
  }

  /** What an agency has been granted; whether it is still in force at a moment, each grant knows by itself. */
  of(agency: string): readonly ActiveGrant[] {
    return this.byAgency.get(agency) ?? NONE;
  }

  async start(): Promise<void> {
    await this.read();
    this.follower.on('grants', () => void this.refresh());
    this.timer = setInterval(() => void this.refresh(), LOOK);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.reading;
  }

  /** Reads them anew, after what is being read. */
  refresh(): Promise<void> {
    return (this.reading = this.reading
      .then(() => this.read())
      .catch((err: unknown) => this.log.warn({ err }, 'grants cannot be read; those that were read last stay')));
  }

  private async read(): Promise<void> {
    const grants = await activeGrants(this.pool);
    const active = grants.map(({ id, agency, types, processes, divisions, until }): ActiveGrant => {
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
    });
    this.byAgency = Map.groupBy(active, ({ agency }) => agency);
  }
}
