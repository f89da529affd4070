import {
  type Message,
  type Remnant,
  replyTypes,
  type StepCompensationRequested,
  type StepRecallRequested,
  type StepRequested,
} from '@hengtong/contracts';
import type { Unit } from '@hengtong/messaging';
import { v7 as uuidv7 } from 'uuid';
import type { Capability } from '../capability.ts';
import type { Department } from '../department.ts';
import { recordVoided } from '../events.ts';
import { recordsOfCommand, voids } from '../records/records.ts';
import { workItemByCommand, workItems } from '../work-items/work-items.ts';
import { answerTo } from './answers-given.ts';
import { announce, answer, type Assignment, assignmentOf, conclude, perform, reply } from './perform.ts';

/** What a department does with each kind of command, one message at a time. */
export class CommandHandlers {
  readonly department: string;
  private readonly capabilities: ReadonlyMap<string, Capability>;
  private readonly compensations: ReadonlySet<string>;

  constructor(department: Department) {
    this.department = department.name;
    this.capabilities = new Map(department.capabilities.map((each) => [each.name, each]));
    this.compensations = new Set(department.capabilities.map((each) => each.compensation.name));
  }

  /** Does the step now, or lays it before an officer. A command that was answered gets the same answer, and nothing is done twice. */
  async requested(message: Message, unit: Unit): Promise<void> {
    const command = message.data as StepRequested;
    const to = assignmentOf(message, command);
    if (command.mode === 'automatic') return this.doNow(unit, to, command);
    if (await this.answeredBefore(unit, to)) return;
    const capability = this.capability(command.capability);
    if (await unit.load(workItemByCommand, to.commandKey)) return;
    const checked = capability.input.safeParse(command.input);
    if (!checked.success) throw new Error(`the input of ${capability.name} breaks its schema: ${checked.error.message}`);
    unit.write(workItems, {
      id: uuidv7(),
      ...to,
      process: to.process ?? '',
      processVersion: to.processVersion ?? 0,
      capability: capability.name,
      status: 'waiting',
      input: command.input,
      traceparent: message.traceparent ?? null,
      version: 1,
      createdAt: unit.now,
      updatedAt: unit.now,
    });
  }

  /** Voids what the step has put in force. */
  async compensationRequested(message: Message, unit: Unit): Promise<void> {
    const command = message.data as StepCompensationRequested;
    const to = assignmentOf(message, command);
    if (await this.answeredBefore(unit, to)) return;
    if (!this.compensations.has(command.capability)) throw new Error(`${this.department} offers no compensation ${command.capability}`);
    for (const { type, id } of await unit.load(recordsOfCommand, command.compensates)) {
      unit.write(voids, { type, id, commandKey: to.commandKey, cause: command.cause, at: unit.now });
      announce(unit, this.department, to, recordVoided({ recordType: type, recordId: id, cause: command.cause.code }));
    }
    answer(unit, this.department, to, replyTypes.stepCompensated, {});
  }

  /** Takes a work item back that nobody has claimed. */
  async recallRequested(message: Message, unit: Unit): Promise<void> {
    const command = message.data as StepRecallRequested;
    const to = assignmentOf(message, command);
    if (await this.answeredBefore(unit, to)) return;
    const item = await unit.load(workItemByCommand, command.recalls);
    if (item?.status !== 'waiting') {
      const because = !item ? 'unknown' : item.status === 'claimed' ? 'claimed' : 'answered';
      answer(unit, this.department, to, replyTypes.stepRecallDeclined, { because });
      return;
    }
    unit.write(workItems, { ...item, status: 'recalled', version: item.version + 1, updatedAt: unit.now });
    answer(unit, this.department, to, replyTypes.stepRecalled, {});
  }

  /** The capability of this name. @throws if the department does not offer it. */
  capability(name: string): Capability {
    const capability = this.capabilities.get(name);
    if (!capability)
      throw new Error(`${this.department} offers no capability ${name}; it offers ${[...this.capabilities.keys()].join(', ')}`);
    return capability;
  }

  /** A command that could not be taken is answered as failed, so that its case does not wait for ever. */
  async failed(message: Remnant, error: string, deadLetter: string, unit: Unit): Promise<void> {
    if (!message.step || !message.commandkey) return;
    const { division = '000000' } = message;
    const to = assignmentOf(message, { division, level: 'county' });
    if (await unit.load(answerTo, to.commandKey)) return;
    reply(unit, this.department, to, replyTypes.stepFailed, { error: error.slice(0, 2000), deadLetter });
  }

  /** Why a dead letter must not be run again: its command has been answered since. */
  async moved(message: Message, unit: Unit): Promise<string | undefined> {
    const answered = message.commandkey && (await unit.load(answerTo, message.commandkey));
    return answered ? 'the command has been answered since; discard this dead letter' : undefined;
  }

  /** The capability begins to work before it is known that the command is new, which it nearly always is: that saves a round trip. */
  private async doNow(unit: Unit, to: Assignment, { capability, input }: StepRequested): Promise<void> {
    const performing = (async () => perform(unit, to, this.capability(capability), input))();
    // Both are waited for, whatever comes of the other: neither may ask the database anything after the transaction has ended.
    const [before, performed] = await Promise.allSettled([this.answeredBefore(unit, to), performing]);
    if (before.status === 'rejected') throw before.reason;
    if (before.value) return;
    if (performed.status === 'rejected') throw performed.reason;
    conclude(unit, this.department, to, performed.value);
  }

  private async answeredBefore(unit: Unit, to: Assignment): Promise<boolean> {
    const before = await unit.load(answerTo, to.commandKey);
    if (before) reply(unit, this.department, to, before.replyType, before.reply);
    return before !== undefined;
  }
}
