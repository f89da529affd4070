import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { bodyJsonSchema } from '../body-json-schema.ts';
import { field } from '../fields.ts';
import { Context } from '../envelope.ts';
import { describeEvent, type Sharing } from './event-type.ts';
import { declarationFaults, eventTypes, sharingFaults } from './event-types.ts';

describe('types of events', () => {
  test('have one name each, as the envelope asks', () => {
    const names = eventTypes.map(({ type }) => type);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(Context.shape.type.parse(name)).toBe(name);
  });

  test.each(eventTypes.map((each) => [each.type, each] as const))('%s says what it is, and its example is one', (_, each) => {
    expect(declarationFaults(each)).toEqual([]);
    expect(each.schema.parse(each.example)).toEqual(each.example);
    expect(describeEvent(each)).toMatchObject({ title: each.title, schema: { title: each.type }, example: each.example });
  });

  test('that refuse, stall or ignore wait for approval; those of software go to nobody', () => {
    const of = (sharing: Sharing) =>
      eventTypes.filter((each) => each.sharing === sharing).map(({ type }) => type.split('.').slice(2, 4).join('.'));
    expect(of('conditional')).toEqual(['case-step.refused', 'case.stalled', 'case.reply-ignored']);
    expect(of('none')).toEqual([
      'dead-letter.recorded',
      'subscription.failing',
      'subscription.disabled',
      'subscription.ended',
      'grant.ended',
    ]);
    for (const { sharing, retention } of eventTypes) expect(retention).toBe(sharing === 'none' ? 'technical' : 'case');
  });
});

describe('what an event carries', () => {
  const faults = (schema: z.ZodType, sharing: Sharing): string[] => sharingFaults(bodyJsonSchema('x', schema), sharing);
  const personal = ['a personal field never stands in an event: let who may see it ask its owner'];
  const number = field(z.string(), 'seal.number', 'internal');
  const name = field(z.string(), 'person.name', 'personal');

  test.each(['unconditional', 'conditional', 'none'] as const)('is never personal, however deep (%s)', (sharing) => {
    expect(faults(z.object({ name }), sharing)).toEqual(personal);
    expect(faults(z.object({ employees: field(z.array(z.object({ name })), 'enterprise.employees') }), sharing)).toEqual(personal);
    expect(faults(z.object({ either: field(z.union([z.string(), name]), 'person.name') }), sharing)).toEqual(personal);
  });

  test('is internal only where its owner decides who may have it', () => {
    expect(faults(z.object({ number }), 'unconditional')).toEqual(['an internal field needs sharing conditional or none']);
    expect(faults(z.object({ number }), 'conditional')).toEqual([]);
    expect(faults(z.object({ number }), 'none')).toEqual([]);
  });

  test('always says what it is', () => {
    expect(faults(z.object({ about: z.object({ code: z.string() }) }), 'none')).toEqual([
      '/about/code must name its data item and its sensitivity',
    ]);
  });
});
