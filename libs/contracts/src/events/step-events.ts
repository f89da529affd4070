import { z } from 'zod';
import { commandKey, field, slug } from '../fields.ts';
import { ORCHESTRATOR } from '../topics.ts';
import { eventsOf } from './event-type.ts';

/** The steps that are asked for because of it, in order: they have no event of their own, since nothing else ever lets a step be asked. */
export const asks = field(z.array(slug).optional(), 'case.step').meta({
  title: '随之交办的步骤',
  description: 'The steps that are asked for because of it, in order',
});
/** On an event that may not be about any command. */
export const optionalCommandKey = commandKey.optional();

const EXAMPLE = { commandKey: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d/tax/forward/1' };
const ofStep = eventsOf(ORCHESTRATOR, 'case');

/** What the orchestrator tells the world of a step. Which step, and of which department, stands in the context. */
export const stepEvents = {
  'step-requested': ofStep('gov.hengtong.case-step.requested.v1', z.object({ commandKey }), {
    title: { zh: '步骤已交办', en: 'Step requested' },
    description: {
      zh: '已请部门办理此步骤。仅在未由其他事件的 asks 说明时发送。',
      en: 'A department was asked for the step. Sent only where `asks` of no other event says so.',
    },
    sharing: 'unconditional',
    example: EXAMPLE,
  }),
  'step-started': ofStep('gov.hengtong.case-step.started.v1', z.object({ commandKey }), {
    title: { zh: '步骤已由经办人接办', en: 'Step started' },
    description: {
      zh: '部门经办人已接手此步骤。由软件自动办理的步骤不发送。',
      en: 'An officer of the department has the step in hand. Not sent where software does it alone.',
    },
    sharing: 'unconditional',
    example: EXAMPLE,
  }),
  'step-completed': ofStep('gov.hengtong.case-step.completed.v1', z.object({ commandKey, asks }), {
    title: { zh: '步骤已办结', en: 'Step completed' },
    description: {
      zh: '部门已办结此步骤；其结果若日后被撤销，另有事件说明。收到部门回复时发送。',
      en: 'The department has done the step. Sent when it has answered; if what it did is undone later, another event says so.',
    },
    sharing: 'unconditional',
    example: { ...EXAMPLE, asks: ['seal', 'tax'] },
  }),
  'step-refused': ofStep(
    'gov.hengtong.case-step.refused.v1',
    z.object({
      commandKey,
      code: field(z.string(), 'refusal.code').meta({ title: '不予办理的理由代码', description: 'Stable: programs may decide by it' }),
      law: field(z.string().optional(), 'refusal.law').meta({ title: '法律依据', description: 'Instrument and article' }),
    }),
    {
      title: { zh: '步骤不予办理', en: 'Step refused' },
      description: {
        zh: '部门依法不予办理此步骤，附法律依据。收到部门回复时发送。',
        en: 'The department has refused the step, with the ground in law. Sent when it has answered.',
      },
      sharing: 'conditional',
      example: { ...EXAMPLE, code: 'tax.arrears', law: '税收征收管理法 44' },
    },
  ),
  'step-failed': ofStep('gov.hengtong.case-step.failed.v1', z.object({ commandKey }), {
    title: { zh: '步骤办理失败', en: 'Step failed' },
    description: {
      zh: '因技术原因未能办理，与法律无关；随后办件停滞。收到部门回复时发送。',
      en: 'The step could not be done, for a reason that has nothing to do with the law. Sent when the department has said so; the case stalls.',
    },
    sharing: 'unconditional',
    example: EXAMPLE,
  }),
  'step-skipped': ofStep('gov.hengtong.case-step.skipped.v1', z.object({ asks }), {
    title: { zh: '步骤无需办理', en: 'Step skipped' },
    description: {
      zh: '按流程定义的条件，此步骤无需办理。轮到该步骤时发送。',
      en: 'By its condition in the definition the step is not needed. Sent when its turn has come.',
    },
    sharing: 'unconditional',
    example: { asks: ['seal'] },
  }),
  'step-recall-requested': ofStep('gov.hengtong.case-step.recall-requested.v1', z.object({ commandKey }), {
    title: { zh: '已请求收回步骤', en: 'Recall of a step requested' },
    description: {
      zh: '因他处不予办理，请部门退回尚未接办的步骤。',
      en: 'A department was asked to give back a step that nobody has in hand yet. Sent after a refusal elsewhere in the case.',
    },
    sharing: 'unconditional',
    example: EXAMPLE,
  }),
  'step-recalled': ofStep('gov.hengtong.case-step.recalled.v1', z.object({ commandKey }), {
    title: { zh: '步骤已收回', en: 'Step recalled' },
    description: {
      zh: '部门已退回此步骤，未曾办理。',
      en: 'The department has given the step back; nothing was done. Sent when it has answered.',
    },
    sharing: 'unconditional',
    example: EXAMPLE,
  }),
  'step-recall-declined': ofStep('gov.hengtong.case-step.recall-declined.v1', z.object({ commandKey }), {
    title: { zh: '步骤未能收回', en: 'Recall of a step declined' },
    description: {
      zh: '步骤已接办或已办结，不能退回；其结果另行发送。',
      en: 'It was too late: the step is in hand or done, and its own event follows or has gone. Sent when the department has answered.',
    },
    sharing: 'unconditional',
    example: EXAMPLE,
  }),
  'step-compensation-requested': ofStep('gov.hengtong.case-step.compensation-requested.v1', z.object({ commandKey }), {
    title: { zh: '已请求撤销步骤', en: 'Compensation of a step requested' },
    description: {
      zh: '因他处不予办理，请部门依法撤销已办结的步骤。按办结的相反次序逐一发送。',
      en: 'A department was asked to undo what it did, by an act of its own. Sent after a refusal in the case, one by one, last done first.',
    },
    sharing: 'unconditional',
    example: { commandKey: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d/tax/compensate/1' },
  }),
  'step-compensated': ofStep('gov.hengtong.case-step.compensated.v1', z.object({ commandKey }), {
    title: { zh: '步骤已撤销', en: 'Step compensated' },
    description: {
      zh: '部门已撤销此步骤的结果，该结果不再有效。收到部门回复时发送。',
      en: 'What the step did is void, and no longer in force. Sent when the department has answered.',
    },
    sharing: 'unconditional',
    example: { commandKey: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d/tax/compensate/1' },
  }),
} as const;
