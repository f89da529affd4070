import { Parser } from '@asyncapi/parser';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { eventCatalogue } from '../events/event-catalogue.ts';
import { describeEvent } from '../events/event-type.ts';
import { Context } from '../envelope.ts';
import { field } from '../fields.ts';
import { accessList } from '../topics.ts';
import { asyncApi } from './asyncapi.ts';
import { exampleEvent } from './messages.ts';
import { standardWebhooks } from './webhooks.ts';

const SEALED = 'gov.hengtong.seal.filed.v1';
const sealed = describeEvent({
  type: SEALED,
  title: { zh: '印章已备案', en: 'Seal filed' },
  description: { zh: '印章已备案。', en: 'A seal is on file.' },
  sharing: 'conditional',
  retention: 'case',
  schema: z.object({ sealNumber: field(z.string(), 'seal.number', 'internal') }),
  example: { sealNumber: '3301060000017' },
});

const source = {
  version: '1.0.0',
  broker: 'broker.example:9093',
  isSecure: true,
  events: eventCatalogue({ 'public-security': { [SEALED]: sealed } }),
  access: accessList(['public-security', 'taxation']),
  webhooks: standardWebhooks,
};

const parsed = async (document: object) => {
  const { document: read, diagnostics } = await new Parser().parse(JSON.stringify(document));
  return { read, found: diagnostics.map(({ code, message, path }) => `${String(code)} at ${path.join('/')}: ${message}`) };
};

describe('the AsyncAPI document', () => {
  let result: Awaited<ReturnType<typeof parsed>>;
  beforeAll(async () => {
    result = await parsed(asyncApi(source));
  });
  const typesIn = (channel: string): string[] =>
    (result.read?.channels().get(channel)?.messages().all() ?? []).map((message) => String(message.name()));

  test('has nothing that the official parser would mend, not even a hint', () => {
    expect(result.found).toEqual([]);
  });

  test('has a channel for each topic, with what its one writer may write there', () => {
    expect(typesIn('ht.events.public-security')).toEqual(['gov.hengtong.dead-letter.recorded.v1', SEALED]);
    expect(typesIn('ht.events.taxation')).toEqual(['gov.hengtong.dead-letter.recorded.v1']);
    expect(typesIn('ht.events.event-hub')).toContain('gov.hengtong.subscription.ended.v1');
    expect(typesIn('ht.commands.taxation')).toContain('gov.hengtong.step.requested.v1');
    expect(typesIn('ht.replies.taxation')).toContain('gov.hengtong.step.refused.v1');
    expect(typesIn('ht.replies.taxation')).not.toContain('gov.hengtong.step.requested.v1');
  });

  test('has an operation for each right of the access list, and the one of the hub', () => {
    const operations = (result.read?.operations().all() ?? []).map((each) => `${each.id()} ${each.action()}`);
    const rights = source.access.flatMap(({ principal, reads, writes }) => [
      ...writes.map((topic) => `${principal}.writes.${topic} send`),
      ...reads.map((topic) => `${principal}.reads.${topic} receive`),
    ]);
    expect(operations.toSorted()).toEqual([...rights, 'event-hub.delivers send'].toSorted());
  });

  test('lets webhooks bring what is shared, and what the hub tells its subscribers, but no dead letters', () => {
    const brought = typesIn('webhooks');
    expect(brought).toEqual(expect.arrayContaining([SEALED, 'gov.hengtong.case.closed.v1', 'gov.hengtong.subscription.ended.v1']));
    expect(brought).not.toContain('gov.hengtong.dead-letter.recorded.v1');
  });

  test('is the same each time', () => {
    expect(asyncApi(source)).toEqual(asyncApi(source));
  });
});

test('examples of whole events are such: their context is one, and their data what was declared', () => {
  for (const event of source.events) {
    const example = exampleEvent(event);
    expect(Context.parse(example)).toMatchObject({ type: event.type });
    expect(example['data']).toBe(event.example);
  }
});

test('the parser that says so finds what is wrong', async () => {
  const { channels, ...rest } = asyncApi(source) as { channels: Record<string, object> };
  const { 'ht.events.taxation': _, ...others } = channels;
  expect((await parsed({ ...rest, channels: others })).found.join()).toContain("'#/channels/ht.events.taxation' does not exist");
});
