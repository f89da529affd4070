import { type Actor, commandsTopic, eventsTopic, ORCHESTRATOR } from '@hengtong/contracts';
import type { Unit } from '@hengtong/messaging';
import type { Definition } from '@hengtong/process-model';
import { type CaseEvent, type CaseInput, type CaseState, type Command, commandTypeOf, decide, publicEvent } from '@hengtong/saga-engine';
import { caseEvents } from '../adapters/postgres/case-events.ts';
import { type CaseRow, cases } from '../adapters/postgres/cases.ts';
import { caseChanges } from '../adapters/postgres/flows/case-changes.ts';
import { partiesOf } from '../domain/part-of-case.ts';

/** Who has brought a change about: a person or a system by its token, or a department's software by its topic. */
export interface Origin {
  readonly actor: Actor;
  /** The message that it came by, if it came by one. */
  readonly causationId: string | null;
  /** The client that hands an application in. */
  readonly client?: string;
  /** The trace of the request that hands an application in. */
  readonly traceId?: string;
}

const OURSELVES: Actor = { type: 'service', id: ORCHESTRATOR };

/** Lets the engine decide, and writes what follows: events, the state beside them, commands, and what the world is told. */
export function changeCase(
  unit: Unit,
  definition: Definition,
  before: CaseRow | undefined,
  input: CaseInput,
  { actor, causationId, client, traceId }: Origin,
): CaseRow | undefined {
  const { events, commands, state } = decide(definition, before?.state, input, unit.now);
  if (events.length === 0) return before;
  const first = before?.state.sequence ?? 0;
  for (const [index, event] of events.entries()) {
    const { type, at, data, step = null } = event;
    // The first event is what was done; what the orchestrator makes of it follows.
    const by = index === 0 ? actor : OURSELVES;
    unit.write(caseEvents, { caseId: state.caseId, sequence: first + index + 1, type, step, data, causationId, at, actor: by });
  }
  for (const told of tellings(events, first)) tell(unit, definition, state, told);
  for (const command of commands) sendCommand(unit, definition, state, command);
  const row = rowOf(definition, state, before ?? newcomer(definition, state, client ?? actor.id, traceId), unit.now);
  unit.write(cases, row);
  // What was only ignored moves nothing.
  if (events.some(({ type }) => type !== 'ignored'))
    unit.write(caseChanges, { caseId: state.caseId, first: first + 1, last: state.sequence });
  return row;
}

/** Sends a command of the engine to the department that it asks. */
export function sendCommand(
  unit: Unit,
  definition: Definition,
  state: CaseState,
  { kind, step, department, division, commandKey, data }: Command,
): void {
  unit.send({
    topic: commandsTopic(department, division),
    type: commandTypeOf[kind],
    subject: state.caseId,
    process: definition.process,
    processversion: definition.version,
    step,
    department,
    division,
    commandkey: commandKey,
    data,
  });
}

interface Telling {
  readonly event: CaseEvent;
  readonly sequence: number;
  readonly asks: string[];
}

/** What the world is told of: each event, but for the asking of a step, which stands in the event that led to it. */
function tellings(events: readonly CaseEvent[], before: number): Telling[] {
  const told: Telling[] = [];
  for (const [index, event] of events.entries()) {
    const cause = told.at(-1);
    if (event.type === 'step-requested' && cause) cause.asks.push(event.step);
    else told.push({ event, sequence: before + index + 1, asks: [] });
  }
  return told;
}

function tell(unit: Unit, definition: Definition, state: CaseState, { event, sequence, asks }: Telling): void {
  const { step } = event;
  const { type, data } = publicEvent(event, asks);
  unit.send({
    topic: eventsTopic(ORCHESTRATOR),
    type,
    subject: state.caseId,
    process: definition.process,
    processversion: definition.version,
    step,
    department: step && definition.steps.find(({ name }) => name === step)?.department,
    division: state.division,
    sequence,
    data,
  });
}

/** What a case is for good from its opening on. */
function newcomer(definition: Definition, { division, openedAt }: CaseState, client: string, traceId?: string): Standing {
  return { openedAt, client, parties: partiesOf(definition, division), traceId: traceId ?? null };
}

type Standing = Pick<CaseRow, 'openedAt' | 'client' | 'parties' | 'traceId'>;

function rowOf(definition: Definition, state: CaseState, { openedAt, client, parties, traceId }: Standing, now: string): CaseRow {
  return {
    id: state.caseId,
    code: state.code,
    process: definition.process,
    version: definition.version,
    division: state.division,
    status: state.status,
    outcome: state.status === 'closed' ? state.outcome : null,
    reference: state.applicant.reference ?? null,
    client,
    parties,
    traceId,
    state,
    openedAt,
    updatedAt: now,
    closedAt: state.status === 'closed' ? now : null,
  };
}
