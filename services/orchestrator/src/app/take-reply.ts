import type { Message } from '@hengtong/contracts';
import { replyTypes } from '@hengtong/contracts';
import type { Unit } from '@hengtong/messaging';
import { replyToInput } from '@hengtong/saga-engine';
import { caseById, type CaseRow } from '../adapters/postgres/cases.ts';
import { changeCase } from './change-case.ts';
import type { Definitions } from './definitions.ts';

/** Takes replies of departments, one at a time. */
export class TakeReplies {
  private readonly definitions: Definitions;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  /** @throws if there is no such case, or the reply does not say which command it answers: a dead letter. */
  async take(message: Message, unit: Unit): Promise<void> {
    const row = await this.caseOf(message, unit);
    await this.change(row, message.type, message.data, message, unit);
  }

  /** A reply that could not be taken stalls its step: the case waits for an operator, and not for ever. */
  async failed(message: Message, reason: string, deadLetter: string, unit: Unit): Promise<void> {
    const row = await unit.load(caseById, message.subject);
    if (!row || !message.step || !message.commandkey) return;
    await this.change(row, replyTypes.stepFailed, { error: reason.slice(0, 2000), deadLetter }, message, unit);
  }

  /** Why a reply must not be taken again: its case would not take it any more. */
  async moved(message: Message, unit: Unit): Promise<string | undefined> {
    const row = await unit.load(caseById, message.subject);
    return row?.status === 'closed' ? 'the case is closed; discard this dead letter' : undefined;
  }

  private async caseOf(message: Message, unit: Unit): Promise<CaseRow> {
    const row = await unit.load(caseById, message.subject);
    if (!row) throw new Error(`there is no case ${message.subject}`);
    return row;
  }

  private async change(row: CaseRow, type: string, data: unknown, message: Message, unit: Unit): Promise<void> {
    const { step, commandkey, source } = message;
    if (!step || !commandkey) throw new Error('a reply needs ce_step and ce_commandkey');
    const definition = await this.definitions.versionOf(row.process, row.version);
    const input = replyToInput(type, data, { step, department: source, commandKey: commandkey });
    if (!input) throw new Error(`${type} is no reply`);
    changeCase(unit, definition, row, input, message.id);
  }
}
