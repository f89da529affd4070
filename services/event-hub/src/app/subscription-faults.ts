import type { Delivery } from '@hengtong/contracts';
import type { FieldError } from '@hengtong/platform';
import type { SubscriptionWish } from '../adapters/postgres/subscriptions.ts';
import { readSink, type SinkPolicy, SinkRefused } from '../adapters/webhook/index.ts';
import { compileFilters } from '../domain/filter.ts';
import { FilterRefused } from '../domain/filter-refused.ts';
import type { Catalogue } from './catalogue.ts';

/** Why a subscription cannot be as it is wished; nothing if it can. */
export function subscriptionFaults(wish: SubscriptionWish, delivery: Delivery, catalogue: Catalogue, policy: SinkPolicy): FieldError[] {
  return [
    ...(wish.types ?? []).flatMap((type, index) =>
      catalogue.find(type)
        ? []
        : [{ pointer: `/types/${index}`, detail: 'is a type that is not known: GET /v1/event-types lists those that are' }],
    ),
    ...filterFaults(wish),
    ...(delivery === 'webhook' ? sinkFaults(wish.sink, policy) : forWebhooksOnly(wish)),
  ];
}

function filterFaults({ filters = [] }: SubscriptionWish): FieldError[] {
  try {
    compileFilters(filters);
    return [];
  } catch (error) {
    if (error instanceof FilterRefused) return [{ pointer: error.pointer, detail: error.message }];
    throw error;
  }
}

function sinkFaults(sink: string | undefined, policy: SinkPolicy): FieldError[] {
  if (sink === undefined) return [{ pointer: '/sink', detail: 'must say where the webhook is' }];
  try {
    readSink(policy, sink);
    return [];
  } catch (error) {
    if (error instanceof SinkRefused) return [{ pointer: '/sink', detail: `is refused: ${error.message}` }];
    throw error;
  }
}

const forWebhooksOnly = (wish: SubscriptionWish): FieldError[] =>
  (['sink', 'ordered', 'ratePerSecond'] as const)
    .filter((name) => wish[name] !== undefined)
    .map((name) => ({ pointer: `/${name}`, detail: 'is for webhooks only' }));
