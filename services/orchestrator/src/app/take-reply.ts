import { type Actor, type Message, messageSchemas, type Remnant, replyTypes } from '@hengtong/contracts';
import { UnacceptableMessage, type Unit } from '@hengtong/messaging';
import { decide, type ReplyInput, replyToInput } from '@hengtong/saga-engine';
import { caseById, type CaseRow } from '../adapters/postgres/cases.ts';
import { changeCase, type Origin } from './change-case.ts';
import type { Definitions } from './definitions.ts';

/** Takes replies of departments, one at a time. */
export class TakeReplies {
  private readonly definitions: Definitions;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  /** @throws {UnacceptableMessage} if there is no such case, or the reply does not say which command it answers. */
  async take(message: Message, unit: Unit): Promise<void> {
    const row = await unit.load(caseById, message.subject);
    if (!row) throw new UnacceptableMessage('case.unknown', `there is no case ${message.subject}`);
    const input = inputOf(message, message.type, message.data);
    if (!input) throw new UnacceptableMessage('message.incomplete', 'a reply needs ce_step and ce_commandkey');
    await this.change(row, input, { actor: actorOf(message), causationId: message.id }, unit);
  }

  /** A reply that could not be taken stalls its step: the case waits for an operator, and not for ever. */
  async failed(message: Remnant, reason: string, deadLetter: string, unit: Unit): Promise<void> {
    const row = await unit.load(caseById, message.subject);
    const input = inputOf(message, replyTypes.stepFailed, { error: reason.slice(0, 2000), deadLetter });
    if (row && input) await this.change(row, input, { actor: actorOf(message), causationId: message.id ?? null }, unit);
  }

  /** Why a reply must not be taken again: its case has moved on, and would ignore it. Undefined if it may, or is wrong in itself. */
  async moved(message: Message, unit: Unit): Promise<string | undefined> {
    const row = await unit.load(caseById, message.subject);
    if (!row || !messageSchemas[message.type]?.safeParse(message.data).success) return undefined;
    const input = inputOf(message, message.type, message.data);
    if (!input) return undefined;
    const { ignored } = decide(await this.definitions.versionOf(row.process, row.version), row.state, input, unit.now);
    return ignored && `the case has moved on and would ignore it (${ignored}); discard this dead letter`;
  }

  private async change(row: CaseRow, input: ReplyInput, origin: Origin, unit: Unit): Promise<void> {
    changeCase(unit, await this.definitions.versionOf(row.process, row.version), row, input, origin);
  }
}

/** A person or system of the department, if the reply names one of that department's; otherwise its software. */
function actorOf({ source = 'unknown', data }: Remnant & { readonly data?: unknown }): Actor {
  const { actor } = (data ?? {}) as { actor?: Actor };
  return actor?.department === source ? actor : { type: 'service', id: source, department: source };
}

/** What the engine makes of it; undefined if it is no reply, or does not say to which command of which step. */
function inputOf({ step, commandkey, source }: Remnant, type: string, data: unknown): ReplyInput | undefined {
  if (!step || !commandkey || !source) return undefined;
  return replyToInput(type, data, { step, department: source, commandKey: commandkey });
}
