import { describe, expect, test } from '@jest/globals';
import { encode, type DeadLetter } from '@hengtong/contracts';
import { eventually, operator } from '@hengtong/testing';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { anEvent, HubUnderTest, OPENED } from './testing/hub.ts';

const hub = new HubUnderTest();
const ofCase = async (subject: string) => (await hub.pull(operator, { subject })).items;
const deadLetters = async () => (await hub.ask<{ items: DeadLetter[] }>('/v1/dead-letters')).body.items;

describe('the log of all events', () => {
  test('keeps what each service tells of a case as structured CloudEvents, in the order of its topic', async () => {
    const subject = uuidv7();
    const told = Array.from({ length: 5 }, (_, n) => anEvent({ subject, sequence: n + 1, data: { n, 名称: '杭州' } }));
    await hub.happened(...told);
    expect(await ofCase(subject)).toEqual(told.map((event) => ({ ...event, specversion: '1.0', datacontenttype: 'application/json' })));
  });

  test('keeps a type that nobody knows, and what is in it, as it came', async () => {
    const [event] = await hub.happened(anEvent({ type: 'gov.hengtong.moon.landed.v7', data: { deep: [{ er: null }], text: '月' } }));
    expect(await ofCase(event.subject)).toMatchObject([
      { type: 'gov.hengtong.moon.landed.v7', data: { deep: [{ er: null }], text: '月' } },
    ]);
  });

  test('keeps a message once that comes twice, in one batch or later', async () => {
    const event = anEvent();
    await hub.happened(event);
    const other = anEvent({ subject: event.subject });
    await hub.publish(event, event, other, other);
    await eventually(async () => expect(await ofCase(event.subject)).toHaveLength(2));
    const [mark] = await hub.happened(anEvent());
    expect((await ofCase(event.subject)).map(({ id }) => id)).toEqual([event.id, other.id]);
    expect(await ofCase(mark.subject)).toHaveLength(1);
  });

  test('tells events of two services apart by their source alone', async () => {
    const subject = uuidv7();
    await hub.happened(anEvent({ subject, source: 'taxation' }), anEvent({ subject }));
    const { items } = await hub.pull(operator, { subject, source: 'taxation' });
    expect(items).toMatchObject([{ source: 'taxation', subject }]);
  });
});

describe('what cannot be kept becomes a dead letter, and what follows goes on', () => {
  const cases: [string, (subject: string) => { source: string; message: ReturnType<typeof encode> }][] = [
    ['no JSON', (subject) => ({ source: 'orchestrator', message: { ...encode(anEvent({ subject })), value: '{"a":' } })],
    ['no CloudEvent', (subject) => ({ source: 'orchestrator', message: { key: subject, headers: {}, value: '{}' } })],
    ['one service in the name of another', (subject) => ({ source: 'taxation', message: encode(anEvent({ subject })) })],
    [
      'a department in the name of the hub',
      (subject) => ({ source: 'taxation', message: encode(anEvent({ subject, source: 'event-hub' })) }),
    ],
    ['an id that is no time', (subject) => ({ source: 'orchestrator', message: encode({ ...anEvent({ subject }), id: uuidv4() }) })],
    [
      'an id of long ago',
      (subject) => ({ source: 'orchestrator', message: encode(anEvent({ subject, id: uuidv7({ msecs: Date.UTC(2020, 0) }) })) }),
    ],
    [
      'an id of the year 2200',
      (subject) => ({ source: 'orchestrator', message: encode(anEvent({ subject, id: uuidv7({ msecs: Date.UTC(2200, 0) }) })) }),
    ],
    [
      'a line break in its type, which could forge an event of the stream',
      (subject) => ({ source: 'orchestrator', message: encode(anEvent({ subject, type: `${OPENED}\ndata: {}` })) }),
    ],
  ];
  test.each(cases)('%s', async (_, make) => {
    const subject = uuidv7();
    const before = await deadLetters();
    const bad = make(subject);
    await hub.publishBytes(bad);
    await hub.happened(anEvent({ source: bad.source, subject }));
    await eventually(async () => expect(await deadLetters()).toHaveLength(before.length + 1));
    expect((await ofCase(subject)).filter(({ source }) => source !== 'event-hub')).toMatchObject([{ source: bad.source, type: OPENED }]);
  });

  test('and is told as an event of the hub itself', async () => {
    await eventually(async () => {
      const { items } = await hub.pull(operator, { types: 'gov.hengtong.dead-letter.recorded.v1', source: 'event-hub' });
      expect(items.length).toBeGreaterThanOrEqual(cases.length);
    });
  });
});
