import { type Actor, type Remnant, repliesTopic, replyTypes, eventsTopic } from '@hengtong/contracts';
import type { Unit } from '@hengtong/messaging';
import { z } from 'zod';
import type { Answer, DomainEvent } from '../answers.ts';
import type { Capability, NewRecord } from '../capability.ts';
import { schemaOf } from '../manifest.ts';
import { withoutPersonal } from '../personal.ts';
import { records } from '../records/records.ts';
import { answeredCommands } from './answers-given.ts';
import { numbers } from './numbers.ts';

/** What of a command its reply must carry, whether it is answered at once or by an officer a week later. */
export interface Assignment {
  readonly caseId: string;
  readonly process: string | undefined;
  readonly processVersion: number | undefined;
  readonly step: string;
  readonly commandKey: string;
  readonly division: string;
  readonly level: string;
}

/** What a command asks for, taken from its context. @throws if it says too little to be answered. */
export function assignmentOf(message: Remnant, about: { division: string; level: string }): Assignment {
  const { subject, step, commandkey, process, processversion } = message;
  if (!step || !commandkey) throw new Error('a command needs ce_step and ce_commandkey');
  return {
    caseId: subject,
    process,
    processVersion: processversion,
    step,
    commandKey: commandkey,
    division: about.division,
    level: about.level,
  };
}

/** Sends a reply to the orchestrator. */
export function reply(unit: Unit, department: string, to: Assignment, type: string, data: unknown): void {
  unit.send({ topic: repliesTopic(department, to.division), type, ...contextOf(department, to), commandkey: to.commandKey, data });
}

/** Tells whom it may concern. */
export function announce(unit: Unit, department: string, to: Assignment, event: DomainEvent): void {
  unit.send({ topic: eventsTopic(department), type: event.type, ...contextOf(department, to), data: event.data });
}

/** Sends a reply and keeps it, so that the same command gets it again. */
export function answer(unit: Unit, department: string, to: Assignment, type: string, data: unknown): void {
  unit.write(answeredCommands, { commandKey: to.commandKey, caseId: to.caseId, replyType: type, reply: data, at: unit.now });
  reply(unit, department, to, type, data);
}

/** What a capability has come to: nothing of it is written yet. */
export interface Performed {
  readonly given: Answer<unknown>;
  readonly issued: readonly NewRecord[];
}

/**
 * Lets a capability work. It reads, and takes numbers; it writes nothing.
 * @throws if the input or the output breaks the capability's schema, or the capability throws; what is thrown repeats no
 *   personal value of what it was given.
 */
export async function perform(
  unit: Unit,
  to: Assignment,
  capability: Capability,
  input: unknown,
  decided: object = {},
): Promise<Performed> {
  try {
    return await performed(unit, to, capability, input, decided);
  } catch (error) {
    throw withoutPersonal(error, { ...decided, ...(input as object) }, schemaOf(capability.input));
  }
}

async function performed(unit: Unit, to: Assignment, capability: Capability, input: unknown, decided: object): Promise<Performed> {
  const issued: NewRecord[] = [];
  let asked = 0;
  const given = await capability.handle({
    input: parsed(capability.input, input, `the input of ${capability.name}`),
    decided,
    caseId: to.caseId,
    step: to.step,
    division: to.division,
    level: to.level as 'county',
    now: unit.now,
    load: (loader, key) => unit.load(loader, key),
    nextNumber: (sequence) => unit.load(numbers(sequence), `${to.commandKey}#${asked++}`),
    issue: (record) => void issued.push(record),
  });
  if (given.kind === 'refused') return { given, issued: [] };
  return { given: { ...given, output: parsed(capability.output, given.output, `the output of ${capability.name}`) }, issued };
}

/** Answers with what a capability has come to: output, records in force and events, or a refusal. `actor` is who decided it, if somebody did. */
export function conclude(unit: Unit, department: string, to: Assignment, { given, issued }: Performed, actor?: Actor): void {
  if (given.kind === 'refused') {
    const { code, law, reason } = given;
    return answer(unit, department, to, replyTypes.stepRefused, { code, law, reason });
  }
  for (const { type, id, data } of issued) {
    const { caseId, step, commandKey, division, level } = to;
    unit.write(records, { type, id, data, caseId, step, commandKey, division, level, createdAt: unit.now });
  }
  answer(unit, department, to, replyTypes.stepCompleted, { output: given.output, ...(actor && { actor }) });
  for (const event of given.events) announce(unit, department, to, event);
}

function contextOf(department: string, to: Assignment) {
  return { subject: to.caseId, process: to.process, processversion: to.processVersion, step: to.step, department, division: to.division };
}

function parsed(schema: z.ZodType, value: unknown, what: string): unknown {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${what} breaks its schema: ${z.prettifyError(result.error)}`);
  return result.data;
}
