import type { CataloguedEvent } from '../events/event-catalogue.ts';
import { EVERY_SERVICE } from '../events/event-type.ts';
import type { JsonSchema } from '../json-schema.ts';
import { EVENT_HUB, kindOf, type TopicRights, writerOf } from '../topics.ts';
import { kafkaHeaders, structuredEvent } from './context-schemas.ts';
import { kafkaMessage, type MessageObject, taskMessages, webhookMessage } from './messages.ts';
import type { Webhooks } from './webhooks.ts';

/** What the document is made of. */
export interface AsyncApiSource {
  /** Of the interface, as in OpenAPI. */
  readonly version: string;
  /** `host:port` of a broker. */
  readonly broker: string;
  /** Whether the broker is reached by TLS. */
  readonly isSecure: boolean;
  readonly events: readonly CataloguedEvent[];
  /** The access list of the bus: which credential reads and writes which topic. */
  readonly access: readonly TopicRights[];
  readonly webhooks: Webhooks;
}

type Reference = { readonly $ref: string };

/**
 * AsyncAPI 3.1 (https://www.asyncapi.com/docs/reference/specification/v3.1.0) of everything that travels: each topic is a channel, each
 * right of the access list an operation of the credential that has it, and webhooks are a channel of their own. Pure: the same source
 * gives the same document.
 */
export function asyncApi({ version, broker, isSecure, events, access, webhooks }: AsyncApiSource): JsonSchema {
  const told = events.filter(isDelivered);
  const topics = [...new Set(access.flatMap(({ reads, writes }) => [...reads, ...writes]))];
  const tasks = taskMessages();
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Hengtong 横通: events and messages',
      version,
      description:
        'CloudEvents 1.0 everywhere: in binary mode on Kafka topics, each with one writer and keyed by the case, and structured in webhooks. ' +
        'Operations are named after the credential that they hold for. Events never carry a personal field.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: broker,
        protocol: isSecure ? 'kafka-secure' : 'kafka',
        description: 'For the services and departments of the access list; agencies receive from the hub',
        security: [to('components/securitySchemes/scram')],
      },
      subscriber: {
        host: '{sink}',
        protocol: 'https',
        description: 'The endpoint that a subscription names',
        variables: { sink: { description: 'The address of the subscription, as it was given' } },
      },
    },
    channels: {
      ...Object.fromEntries(topics.map((topic) => [topic, topicChannel(topic, typesOn(topic, events, tasks))])),
      webhooks: {
        address: null,
        title: 'Webhooks',
        description: webhooks.description,
        servers: [to('servers/subscriber')],
        messages: references(
          told.map(({ type }) => type),
          'webhook.',
        ),
      },
    },
    operations: {
      ...Object.fromEntries(access.flatMap(operationsOf)),
      'event-hub.delivers': {
        action: 'send',
        title: 'Deliver to a subscriber',
        channel: to('channels/webhooks'),
        bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      },
    },
    components: {
      securitySchemes: { scram: { type: 'scramSha512', description: 'SASL/SCRAM-SHA-512 (RFC 5802), one credential for each service' } },
      schemas: { kafkaHeaders, webhookHeaders: webhooks.headers, event: structuredEvent },
      messages: {
        ...Object.fromEntries(Object.entries(tasks)),
        ...Object.fromEntries(events.map((event) => [event.type, kafkaMessage(event)])),
        ...Object.fromEntries(told.map((event) => [`webhook.${event.type}`, webhookMessage(event)])),
      },
    },
  };
}

const to = (path: string): Reference => ({ $ref: `#/${path}` });

const references = (types: readonly string[], prefix = ''): Readonly<Record<string, Reference>> =>
  Object.fromEntries(types.map((type) => [type, to(`components/messages/${prefix}${type}`)]));

/** Whether a webhook can bring it: what is shared with nobody is not delivered, but for what the hub tells its subscribers. */
const isDelivered = ({ sharing, owners }: CataloguedEvent): boolean => sharing !== 'none' || owners.includes(EVENT_HUB);

function typesOn(topic: string, events: readonly CataloguedEvent[], tasks: Readonly<Record<string, MessageObject>>): string[] {
  const kind = kindOf(topic);
  if (kind !== 'events') return Object.keys(tasks).filter((type) => tasks[type]?.['x-kind'] === kind);
  const writer = writerOf(topic) ?? '';
  return events.filter(({ owners }) => owners.includes(writer) || owners.includes(EVERY_SERVICE)).map(({ type }) => type);
}

function topicChannel(topic: string, types: readonly string[]): JsonSchema {
  return {
    address: topic,
    description: `Written by ${writerOf(topic) ?? 'nobody'} and by nobody else`,
    servers: [to('servers/kafka')],
    messages: references(types),
  };
}

function operationsOf({ principal, reads, writes }: TopicRights): [string, JsonSchema][] {
  const operation =
    (action: 'send' | 'receive', verb: string) =>
    (topic: string): [string, JsonSchema] => [
      `${principal}.${verb}.${topic}`,
      {
        action,
        channel: to(`channels/${topic}`),
        ...(action === 'receive' && { bindings: { kafka: { groupId: { type: 'string', const: principal }, bindingVersion: '0.5.0' } } }),
      },
    ];
  return [...writes.map(operation('send', 'writes')), ...reads.map(operation('receive', 'reads'))];
}
