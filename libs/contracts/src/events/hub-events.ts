import { z } from 'zod';
import { field, slug } from '../fields.ts';
import { EVENT_HUB } from '../topics.ts';
import { eventsOf } from './event-type.ts';

const subscription = field(z.uuid(), 'subscription.id').meta({ title: '订阅编号', description: 'Also the subject' });
const subscriber = field(slug, 'subscription.subscriber', 'internal').meta({ title: '订阅方', description: 'The agency that receives' });
const grant = field(z.uuid(), 'grant.id').meta({
  title: '授权编号',
  description: 'What may be received, for which purpose and until when',
});

const SUBSCRIPTION = '01a20c80-3b4c-7d5e-8f60-718293a4b5c6';
const GRANT = '01a20c80-4c5d-7e6f-9071-8293a4b5c6d7';
const ofHub = eventsOf(EVENT_HUB, 'technical');

/**
 * What the event hub tells of itself, on `ht.events.event-hub`. The subject is the subscription or the grant. Nobody subscribes to these:
 * each is delivered to the one subscriber concerned, whatever that has asked for.
 */
export const hubEvents = {
  subscriptionFailing: ofHub(
    'gov.hengtong.subscription.failing.v1',
    z.object({
      subscription,
      subscriber,
      percent: field(z.literal([50, 70, 90, 100]), 'subscription.failure-budget-used').meta({
        title: '已用失败额度（%）',
        description: 'How much of the failure budget is used up; at 100 the subscription is disabled',
      }),
    }),
    {
      title: { zh: '推送连续失败', en: 'Deliveries are failing' },
      description: {
        zh: '向订阅方推送连续失败，已用去 50、70、90 或 100 % 的失败额度。每达一级发送一次。',
        en: 'Deliveries to the subscriber fail one after another. Sent once at 50, 70, 90 and 100 % of the failure budget.',
      },
      sharing: 'none',
      example: { subscription: SUBSCRIPTION, subscriber: 'statistics', percent: 50 },
    },
  ),
  subscriptionDisabled: ofHub(
    'gov.hengtong.subscription.disabled.v1',
    z.object({
      subscription,
      subscriber,
      reason: field(slug, 'subscription.disabled-because').meta({
        title: '停用原因',
        description: 'A stable code, like failing; others may come',
      }),
    }),
    {
      title: { zh: '订阅已停用', en: 'Subscription disabled' },
      description: {
        zh: '该订阅不再推送，直至重新启用；期间的事件仍保留。停用时发送一次。',
        en: 'Nothing is delivered any more until it is enabled again; the events are kept meanwhile. Sent when that happens.',
      },
      sharing: 'none',
      example: { subscription: SUBSCRIPTION, subscriber: 'statistics', reason: 'failing' },
    },
  ),
  subscriptionEnded: ofHub(
    'gov.hengtong.subscription.ended.v1',
    z.object({
      subscription,
      subscriber,
      reason: field(z.enum(['grant-ended', 'gone', 'deleted']), 'subscription.ended-because').meta({
        title: '终止原因',
        description: 'Its grant has ended; its endpoint has answered 410 Gone; it was deleted',
      }),
      grant: grant.optional(),
    }),
    {
      title: { zh: '订阅已终止', en: 'Subscription ended' },
      description: {
        zh: '该订阅已终止，不会恢复。这是它的最后一个事件。',
        en: 'The subscription has ended and does not come back. Sent as the last event of it.',
      },
      sharing: 'none',
      example: { subscription: SUBSCRIPTION, subscriber: 'statistics', reason: 'grant-ended', grant: GRANT },
    },
  ),
  grantEnded: ofHub(
    'gov.hengtong.grant.ended.v1',
    z.object({
      grant,
      agency: field(slug, 'grant.agency', 'internal').meta({ title: '被授权机构', description: 'Who may no longer receive' }),
      reason: field(slug, 'grant.ended-because').meta({
        title: '终止原因',
        description: 'A stable code: expired, its time is over; withdrawn, its owner has taken it back; others may come',
      }),
    }),
    {
      title: { zh: '授权已终止', en: 'Grant ended' },
      description: {
        zh: '一项授权到期或被撤回，依其进行的推送同时停止。终止时发送。',
        en: 'A grant is over or was taken back, and every delivery under it has ended with it. Sent when that happens.',
      },
      sharing: 'none',
      example: { grant: GRANT, agency: 'statistics', reason: 'expired' },
    },
  ),
} as const;
