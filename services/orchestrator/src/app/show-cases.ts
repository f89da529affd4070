import type { Case, CaseEvent, DepartmentManifest } from '@hengtong/contracts';
import { type Caller, ProblemError } from '@hengtong/platform';
import { type Definition, personalValues, type PersonalValues } from '@hengtong/process-model';
import { caseView } from '@hengtong/saga-engine';
import type { Pool } from 'pg';
import type { CaseRow } from '../adapters/postgres/cases.ts';
import { disclosedUntil } from '../adapters/postgres/disclosures.ts';
import { readCaseLog } from '../adapters/postgres/read-case-log.ts';
import { listCaseEvents, readCase } from '../adapters/postgres/read-cases.ts';
import { withLog } from '../domain/case-log.ts';
import { maskCase, maskEvent } from '../domain/mask-case.ts';
import { partOfCase, partOfEvent, stepsOf } from '../domain/part-of-case.ts';
import type { Definitions } from './definitions.ts';
import { sightOf } from './sight.ts';

/**
 * Shows cases: to each caller what is theirs to see. A portal sees all of what it has handed in, a department the part that it needs, an
 * operator all but personal values, unless a reason to see these has been recorded.
 */
export class ShowCases {
  private readonly pool: Pool;
  private readonly definitions: Definitions;
  private readonly manifests: readonly DepartmentManifest[];
  private readonly personal = new WeakMap<Definition, PersonalValues>();

  constructor(pool: Pool, definitions: Definitions, manifests: readonly DepartmentManifest[]) {
    this.pool = pool;
    this.definitions = definitions;
    this.manifests = manifests;
  }

  /** @throws {ProblemError} `not-found` if there is no such case for this caller */
  async show(caseId: string, caller: Caller): Promise<Case> {
    const row = await this.find(caseId, caller);
    const definition = await this.definitions.versionOf(row.process, row.version);
    const whole = withLog(
      { ...caseView(definition, row.state), ...(row.traceId !== null && { traceId: row.traceId }) },
      await readCaseLog(this.pool, caseId),
    );
    if (caller.department !== undefined) return partOfCase(definition, whole, caller.department);
    if (caller.type !== 'operator') return whole;
    const until = await disclosedUntil(this.pool, caseId, caller);
    return until === undefined ? maskCase(whole, this.personalOf(definition)) : { ...whole, masked: false, disclosedUntil: until };
  }

  /** Its events behind a sequence. @throws {ProblemError} as `show` does */
  async events(caseId: string, caller: Caller, after: number, limit: number): Promise<CaseEvent[]> {
    const { process, version } = await this.find(caseId, caller);
    const definition = await this.definitions.versionOf(process, version);
    const own = caller.department === undefined ? undefined : stepsOf(definition, caller.department).map(({ name }) => name);
    const events = await listCaseEvents(this.pool, caseId, own, after, limit);
    if (own !== undefined) return events.map(partOfEvent);
    if (caller.type !== 'operator' || (await disclosedUntil(this.pool, caseId, caller)) !== undefined) return events;
    return events.map((event) => maskEvent(event, this.personalOf(definition)));
  }

  /** What may not be seen is not there. @throws {ProblemError} `not-found` */
  async find(caseId: string, caller: Caller): Promise<CaseRow> {
    const row = await readCase(this.pool, caseId, sightOf(caller));
    if (!row) throw new ProblemError('not-found', `There is no case ${caseId}.`);
    return row;
  }

  private personalOf(definition: Definition): PersonalValues {
    let personal = this.personal.get(definition);
    if (!personal) this.personal.set(definition, (personal = personalValues(definition, this.manifests)));
    return personal;
  }
}
