import { commandTypes } from '../commands.ts';
import type { CataloguedEvent } from '../events/event-catalogue.ts';
import { EVERY_SERVICE } from '../events/event-type.ts';
import type { JsonSchema } from '../json-schema.ts';
import { bodyJsonSchema } from '../body-json-schema.ts';
import { messageSchemas } from '../message-types.ts';
import { ORCHESTRATOR } from '../topics.ts';

/** A Message Object of AsyncAPI 3. */
export interface MessageObject extends JsonSchema {
  readonly name: string;
  readonly payload: JsonSchema;
}

const KEY = { kafka: { key: { type: 'string', format: 'uuid', description: 'The subject: mostly the case' }, bindingVersion: '0.5.0' } };
const KAFKA = { contentType: 'application/json', headers: { $ref: '#/components/schemas/kafkaHeaders' }, bindings: KEY };

/** The dialect is that of AsyncAPI, a superset of draft 07: our schemas use nothing that later ones have changed. */
function payloadOf({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** Every command and reply, by type. */
export function taskMessages(): Readonly<Record<string, MessageObject>> {
  const commands = new Set<string>(Object.values(commandTypes));
  const entries = Object.entries(messageSchemas).map(([type, schema]) => {
    const kind = commands.has(type) ? 'commands' : 'replies';
    return [type, { name: type, ...KAFKA, payload: payloadOf(bodyJsonSchema(type, schema)), 'x-kind': kind }] as const;
  });
  return Object.fromEntries(entries);
}

const about = ({ type, title, description, owners, sharing, retention }: CataloguedEvent) => ({
  name: type,
  title: `${title.zh} ${title.en}`,
  description: `${description.zh}\n\n${description.en}`,
  'x-owners': owners,
  'x-sharing': sharing,
  'x-retention': retention,
});

/** An event as it lies on its topic. */
export const kafkaMessage = (event: CataloguedEvent): MessageObject => ({
  ...about(event),
  ...KAFKA,
  payload: payloadOf(event.schema),
  examples: [{ payload: event.example }],
});

/** An event as a webhook brings it. */
export function webhookMessage(event: CataloguedEvent): MessageObject {
  const { type, schema } = event;
  const properties = { type: { type: 'string', const: type }, data: payloadOf(schema) };
  return {
    ...about(event),
    contentType: 'application/cloudevents+json',
    headers: { $ref: '#/components/schemas/webhookHeaders' },
    payload: { allOf: [{ $ref: '#/components/schemas/event' }, { type: 'object', properties }] },
    examples: [{ payload: exampleEvent(event) }],
  };
}

/** A whole event, as an example. */
export function exampleEvent({ type, owners, example }: Pick<CataloguedEvent, 'type' | 'owners' | 'example'>): JsonSchema {
  const [source = ORCHESTRATOR] = owners.filter((owner) => owner !== EVERY_SERVICE);
  return {
    specversion: '1.0',
    id: '01a20c80-1f2e-7c3d-9a4b-5c6d7e8f9a0b',
    type,
    source,
    // What the hub tells of belongs to no case.
    subject: example['subscription'] ?? example['grant'] ?? '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d',
    time: '2026-11-24T08:30:00.125Z',
    datacontenttype: 'application/json',
    data: example,
  };
}
