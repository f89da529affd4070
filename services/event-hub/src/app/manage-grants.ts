import { type Actor, type AskGrant, type DecideGrant, EVENT_HUB, type Grant, hubEvents, ORCHESTRATOR } from '@hengtong/contracts';
import type { BatchRunner } from '@hengtong/messaging';
import { actorOf, type Caller, type FieldError, ProblemError } from '@hengtong/platform';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { decideTypes, endedGrants, insertGrant, overdueGrants, type Party, readGrant } from '../adapters/postgres/grants.ts';
import type { Catalogue } from './catalogue.ts';
import { forWhom } from './for-whom.ts';
import type { Grants } from './grants.ts';
import { tell } from './tell.ts';
import { agencyOf } from './watch.ts';

/** Years that a grant lasts at the most: then it must be asked for anew, and somebody looks whether it is still needed. */
const LONGEST = 5;
/** Who is named as having ended what ends by itself. */
const ITSELF: Actor = { type: 'service', id: EVENT_HUB };

/** Gives agencies the right to receive events, and takes it away. */
export class ManageGrants {
  private readonly pool: Pool;
  private readonly catalogue: Catalogue;
  private readonly grants: Grants;
  private readonly runner: BatchRunner;

  constructor(pool: Pool, catalogue: Catalogue, grants: Grants, runner: BatchRunner) {
    this.pool = pool;
    this.catalogue = catalogue;
    this.grants = grants;
    this.runner = runner;
  }

  /** Types that are shared with every agency are granted at once; those shared on condition wait for each of their owners. */
  async ask(wish: AskGrant, caller: Caller): Promise<Grant> {
    const faults = [...this.typeFaults(wish.types), ...untilFaults(wish.until)];
    if (faults.length > 0) throw new ProblemError('unprocessable', `${faults[0]?.pointer} ${faults[0]?.detail}.`, { errors: faults });
    const id = uuidv7();
    const types = [...new Set(wish.types)].flatMap((type) => {
      const { owners = [], sharing } = this.catalogue.find(type) ?? {};
      return owners.map((owner) => ({ type, owner, status: sharing === 'unconditional' ? ('granted' as const) : ('waiting' as const) }));
    });
    await insertGrant(this.pool, { ...wish, id, agency: forWhom(wish.agency, caller), types, askedBy: actorOf(caller) });
    return this.changed(id);
  }

  /** An owner lets an agency have types of its own, or no longer. */
  async decide(id: string, { types, decision, reason }: DecideGrant, caller: Caller): Promise<Grant> {
    const owner = partyOf(caller) ?? ORCHESTRATOR;
    const grant = await this.find(id, caller);
    if (grant.status === 'ended') throw new ProblemError('conflict', 'This grant has ended.');
    const others = types.filter((type) => !grant.types.some((each) => each.type === type && each.owner === owner));
    if (others.length > 0) {
      const errors = others.map((type) => ({ pointer: `/types/${types.indexOf(type)}`, detail: `is no type of ${owner} in this grant` }));
      throw new ProblemError('unprocessable', `This grant has no ${others.join(', ')} of ${owner}.`, { errors });
    }
    await decideTypes(this.pool, id, owner, types, { decision, reason, by: actorOf(caller) });
    return this.changed(id);
  }

  /** Ends a grant, and with it every delivery that it allowed. */
  async end(id: string, reason: string, caller: Caller): Promise<Grant> {
    const grant = await this.find(id, caller);
    if (caller.type === 'agency' && grant.agency !== agencyOf(caller))
      throw new ProblemError('forbidden', `This grant is of ${grant.agency}: decline the types that are yours.`);
    if (grant.status === 'ended') throw new ProblemError('conflict', 'This grant has ended already.');
    await this.endIt(grant, 'withdrawn', reason, actorOf(caller));
    return this.changed(id);
  }

  /** Ends those whose time is over. */
  async endOverdue(): Promise<void> {
    for (const grant of await overdueGrants(this.pool)) await this.endIt(grant, 'expired', 'its time is over', ITSELF);
  }

  /** A grant that may be seen. @throws {ProblemError} 404 */
  async find(id: string, caller: Caller): Promise<Grant> {
    const grant = await readGrant(this.pool, id, partyOf(caller));
    if (!grant) throw new ProblemError('not-found', `There is no grant ${id}.`);
    return grant;
  }

  private endIt({ id, agency }: Pick<Grant, 'id' | 'agency'>, code: string, because: string, by: Actor): Promise<void> {
    const data = { grant: id, agency, reason: code };
    return tell(this.runner, hubEvents.grantEnded, id, data, (unit) => unit.write(endedGrants, { id, because, by }));
  }

  /** Whoever has changed a grant finds it changed, here and in what is delivered. */
  private async changed(id: string): Promise<Grant> {
    await this.grants.refresh();
    return (await readGrant(this.pool, id, undefined)) as Grant;
  }

  private typeFaults(types: readonly string[]): FieldError[] {
    return types.flatMap((type, index) => {
      const known = this.catalogue.find(type);
      const pointer = `/types/${index}`;
      if (!known) return [{ pointer, detail: `is a type that is not known: GET /v1/event-types lists those that are` }];
      return known.sharing === 'none' ? [{ pointer, detail: `is a type that is shared with nobody` }] : [];
    });
  }
}

/** An agency sees its own grants, whoever owns a type those with it, an operator all. */
export function partyOf(caller: Caller): Party {
  switch (caller.type) {
    case 'operator':
      return undefined;
    case 'system':
    case 'officer':
      return caller.department ?? '';
    case 'agency':
    case 'portal':
      return agencyOf(caller);
  }
}

function untilFaults(until: string): FieldError[] {
  const at = Date.parse(until);
  const latest = new Date();
  latest.setFullYear(latest.getFullYear() + LONGEST);
  if (at <= Date.now()) return [{ pointer: '/until', detail: 'lies in the past' }];
  return at > latest.getTime() ? [{ pointer: '/until', detail: `lies more than ${LONGEST} years ahead` }] : [];
}
