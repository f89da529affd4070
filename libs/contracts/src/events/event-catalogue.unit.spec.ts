import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { field } from '../fields.ts';
import { brokenPromises, CataloguedEvent, eventCatalogue } from './event-catalogue.ts';
import { describeEvent, type EventDescription } from './event-type.ts';
import { eventTypes } from './event-types.ts';

const TYPE = 'gov.hengtong.permit.granted.v1';
const permit = field(z.string(), 'permit.number');

const granted = (fields: z.core.$ZodLooseShape = {}, type = TYPE): EventDescription =>
  describeEvent({
    type,
    title: { zh: '已许可', en: 'Permit granted' },
    description: { zh: '许可已生效。', en: 'A permit is in force.' },
    sharing: 'unconditional',
    retention: 'case',
    schema: z.object({ permit, ...fields }),
    example: { permit: '7' },
  });

describe('the catalogue', () => {
  test('has what the platform writes and what departments declare, in the order of names', () => {
    const catalogue = eventCatalogue({ permits: { [TYPE]: granted() } });
    expect(z.array(CataloguedEvent).parse(catalogue)).toEqual(catalogue);
    const names = catalogue.map(({ type }) => type);
    expect(names).toEqual([...eventTypes.map(({ type }) => type), TYPE].toSorted((a, b) => (a < b ? -1 : 1)));
    expect(catalogue.find(({ type }) => type === TYPE)).toMatchObject({ owners: ['permits'], version: 1, sharing: 'unconditional' });
  });

  test('names every owner of a type that several write alike, and refuses one that they describe differently', () => {
    const both = eventCatalogue({ permits: { [TYPE]: granted() }, licences: { [TYPE]: granted() } });
    expect(both.find(({ type }) => type === TYPE)?.owners).toEqual(['permits', 'licences']);
    expect(() => eventCatalogue({ permits: { [TYPE]: granted() }, licences: { [TYPE]: granted({ until: permit.optional() }) } })).toThrow(
      `${TYPE} is not the same with licences as with permits`,
    );
  });

  test('says which version of a type comes next', () => {
    const next = 'gov.hengtong.permit.granted.v2';
    const catalogue = eventCatalogue({ permits: { [TYPE]: granted(), [next]: granted({}, next) } });
    expect(catalogue.find(({ type }) => type === TYPE)).toMatchObject({ version: 1, replacedBy: next });
    expect(catalogue.find(({ type }) => type === next)).not.toHaveProperty('replacedBy');
  });
});

describe('what was released', () => {
  const before = { [TYPE]: granted() };

  test('may get optional fields, notes and another type beside it', () => {
    const next = 'gov.hengtong.permit.granted.v2';
    expect(brokenPromises(before, { [TYPE]: granted({ until: permit.optional() }), [next]: granted({ grade: permit }, next) })).toEqual([]);
  });

  test('may not become anything else, nor vanish', () => {
    expect(brokenPromises(before, { [TYPE]: granted({ grade: permit }) })).toEqual([
      `${TYPE} was released otherwise: /grade is required now: give the new form a new version`,
    ]);
    expect(brokenPromises(before, { [TYPE]: granted({ permit: z.number() }) })).toEqual([
      `${TYPE} was released otherwise: /permit means something else now: give the new form a new version`,
    ]);
    expect(brokenPromises(before, {})).toEqual([`${TYPE} was released: keep it declared`]);
  });
});
