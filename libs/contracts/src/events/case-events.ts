import { z } from 'zod';
import { field, slug } from '../fields.ts';
import { ORCHESTRATOR } from '../topics.ts';
import { eventsOf } from './event-type.ts';
import { asks, optionalCommandKey, stepEvents } from './step-events.ts';

const code = field(z.string(), 'case.code').meta({
  title: '办件编号',
  description: 'What people call the case by, with a check character',
});

export const outcome = z.enum(['granted', 'refused', 'withdrawn', 'cancelled']);
export type Outcome = z.infer<typeof outcome>;

const ofCase = eventsOf(ORCHESTRATOR, 'case');

/**
 * What the orchestrator tells the world of a case, on `ht.events.orchestrator`: that something happened, never a value.
 * The case, its process, step, department and division stand in the context.
 */
export const caseEvents = {
  'case-opened': ofCase('gov.hengtong.case.opened.v1', z.object({ code, asks }), {
    title: { zh: '办件已受理', en: 'Case opened' },
    description: {
      zh: '一件申请已登记并开始办理。每件只发送一次，是该办件的第一个事件。',
      en: 'An application was taken and its case has begun. Sent once, as the first event of the case.',
    },
    sharing: 'unconditional',
    example: { code: 'HT-20261124-7K3M9QX2-D', asks: ['register'] },
  }),
  ...stepEvents,
  'case-stalled': ofCase(
    'gov.hengtong.case.stalled.v1',
    z.object({ step: field(slug, 'case.step').meta({ title: '步骤', description: 'The step that cannot go on' }) }),
    {
      title: { zh: '办件停滞', en: 'Case stalled' },
      description: {
        zh: '因技术原因无法继续办理，等待运维人员处理。步骤失败后发送。',
        en: 'The case cannot go on for a technical reason and waits for an operator. Sent when a step has failed.',
      },
      sharing: 'conditional',
      example: { step: 'tax' },
    },
  ),
  'case-resumed': ofCase('gov.hengtong.case.resumed.v1', z.object({ asks }), {
    title: { zh: '办件恢复办理', en: 'Case resumed' },
    description: {
      zh: '停滞的办件继续办理。障碍排除后发送。',
      en: 'A case that was stalled goes on. Sent when what held it up is out of the way.',
    },
    sharing: 'unconditional',
    example: { asks: ['tax'] },
  }),
  'case-closed': ofCase(
    'gov.hengtong.case.closed.v1',
    z.object({
      code,
      outcome: field(outcome, 'case.outcome').meta({
        title: '办理结果',
        description: 'granted 准予, refused 不予, withdrawn 撤回, cancelled 终止',
      }),
    }),
    {
      title: { zh: '办件已办结', en: 'Case closed' },
      description: {
        zh: '办件已有结果，不再变化。每件只发送一次，是该办件的最后一个结果事件。',
        en: 'The case has its outcome, which does not change any more. Sent once, when no step is under way.',
      },
      sharing: 'unconditional',
      example: { code: 'HT-20261124-7K3M9QX2-D', outcome: 'granted' },
    },
  ),
  ignored: ofCase(
    'gov.hengtong.case.reply-ignored.v1',
    z.object({
      reason: field(z.string(), 'ignored.reason').meta({
        title: '未采用的原因',
        description: 'duplicate, not-asked, stale-attempt, wrong-department, unknown-step or closed; others may come',
      }),
      commandKey: optionalCommandKey,
    }),
    {
      title: { zh: '未采用的回复', en: 'Reply ignored' },
      description: {
        zh: '收到一个不对应任何请求的回复，办件未因此改变。同样的情况每件只记录一次。',
        en: 'A reply came that answers nothing, and the case has not changed by it. Sent once for each such thing in a case.',
      },
      sharing: 'conditional',
      example: { reason: 'duplicate', commandKey: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d/tax/forward/1' },
    },
  ),
} as const;
export type CaseEventType = keyof typeof caseEvents;
