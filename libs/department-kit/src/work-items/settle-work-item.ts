import { type Actor, type ClaimWorkItem, type CompleteWorkItem, type RefuseWorkItem, replyTypes, type WorkItem } from '@hengtong/contracts';
import type { BatchRunner, Unit } from '@hengtong/messaging';
import { actorOf, type Caller, ProblemError, requireIfMatch } from '@hengtong/platform';
import type { Pool } from 'pg';
import { z } from 'zod';
import { authorityOf, isSeen } from '../access.ts';
import type { Capability } from '../capability.ts';
import { answer, type Assignment, conclude, perform, reply } from '../commands/perform.ts';
import type { CommandHandlers } from '../commands/take-commands.ts';
import { valueOf } from '../value-of.ts';
import { originOf } from './read-work-items.ts';
import { workItemById, type WorkItemRow, workItems, workItemView } from './work-items.ts';

/** What officers, and other systems in their place, do with work items. Each act answers the orchestrator in the same transaction. */
export class SettleWorkItems {
  private readonly pool: Pool;
  private readonly runner: BatchRunner;
  private readonly commands: CommandHandlers;

  constructor(pool: Pool, runner: BatchRunner, commands: CommandHandlers) {
    this.pool = pool;
    this.runner = runner;
    this.commands = commands;
  }

  /** Takes it in hand: from now on it is not called back. */
  claim(id: string, ifMatch: string | undefined, { by }: ClaimWorkItem, caller: Caller): Promise<WorkItem> {
    const actor = actorOf(caller, caller.type === 'system' ? by : undefined);
    return this.change(id, ifMatch, ['waiting'], caller, async (unit, item) => {
      reply(unit, this.commands.department, assignment(item), replyTypes.stepStarted, { workItem: id, actor });
      return { ...item, status: 'claimed', claimedBy: actor.onBehalfOf ?? actor.id, actedBy: actor };
    });
  }

  /** Finishes it: the capability is carried out with what was decided, under the same rules as without a person. */
  complete(id: string, ifMatch: string | undefined, { output = {}, remark }: CompleteWorkItem, caller: Caller): Promise<WorkItem> {
    return this.change(id, ifMatch, ['waiting', 'claimed'], caller, async (unit, item) => {
      const actor = actingOn(item, caller);
      const capability = this.commands.capability(item.capability);
      const performed = await perform(unit, assignment(item), capability, item.input, decided(capability, output));
      const { given } = performed;
      if (given.kind === 'refused') {
        throw new ProblemError(
          'unprocessable',
          `The law does not allow it: ${given.reason} (${given.law}). Refuse it with code ${given.code} instead.`,
        );
      }
      conclude(unit, this.commands.department, assignment(item), performed, actor);
      return { ...item, status: 'completed', output: given.output as Record<string, unknown>, remark: remark ?? null, actedBy: actor };
    });
  }

  /** Refuses it, with the ground in law. */
  refuse(id: string, ifMatch: string | undefined, refusal: RefuseWorkItem, caller: Caller): Promise<WorkItem> {
    return this.change(id, ifMatch, ['waiting', 'claimed'], caller, async (unit, item) => {
      const actor = actingOn(item, caller);
      answer(unit, this.commands.department, assignment(item), replyTypes.stepRefused, { ...refusal, actor });
      return { ...item, status: 'refused', remark: refusal.reason, actedBy: actor };
    });
  }

  private async change(
    id: string,
    ifMatch: string | undefined,
    from: readonly WorkItemRow['status'][],
    caller: Caller,
    act: (unit: Unit, item: WorkItemRow) => Promise<WorkItemRow>,
  ): Promise<WorkItem> {
    // Keyed by its case, as the orchestrator's commands are: in one batch with a recall, one must see what the other has done.
    const { caseId, traceparent } = (await originOf(this.pool, id)) ?? noWorkItem(id);
    const outcome = await this.runner.run({
      key: caseId,
      cause: { traceparent },
      run: async (unit) => {
        const item = (await unit.load(workItemById, id)) ?? noWorkItem(id);
        // What an officer may not see is not there.
        if (!isSeen(item, authorityOf(caller))) return noWorkItem(id);
        requireIfMatch(ifMatch, item.version);
        if (!from.includes(item.status))
          throw new ProblemError('conflict', `It is ${item.status}: that can only be done while it is ${from.join(' or ')}.`);
        const changed = { ...(await act(unit, item)), version: item.version + 1, updatedAt: unit.now };
        unit.write(workItems, changed);
        return workItemView(changed);
      },
    });
    return valueOf(outcome);
  }
}

/** A system goes on for the officer who has claimed the item through it. */
function actingOn({ claimedBy }: WorkItemRow, caller: Caller): Actor {
  return actorOf(caller, caller.type === 'system' && claimedBy && claimedBy !== caller.id ? claimedBy : undefined);
}

function noWorkItem(id: string): never {
  throw new ProblemError('not-found', `There is no work item ${id}.`);
}

function assignment(item: WorkItemRow): Assignment {
  const { caseId, process, processVersion, step, commandKey, division, level } = item;
  return { caseId, process, processVersion, step, commandKey, division, level };
}

/** What an officer gives must fit the capability's output; what is left out, the department's software decides. */
function decided(capability: Capability, output: Record<string, unknown>): object {
  const schema = capability.output instanceof z.ZodObject ? capability.output.partial().strict() : capability.output;
  const result = schema.safeParse(output);
  if (result.success) return result.data as object;
  const errors = result.error.issues.map(({ path, message }) => ({ pointer: `/output/${path.join('/')}`, detail: message }));
  throw new ProblemError('invalid-body', `The output does not fit ${capability.name}.`, { errors });
}
