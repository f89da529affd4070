import { DepartmentManifest } from '@hengtong/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { completed, refused } from './answers.ts';
import { capability } from './capability.ts';
import { department } from './department.ts';
import { eventType } from './event-type.ts';
import { manifestOf } from './manifest.ts';

const permitGranted = eventType(
  'gov.hengtong.permit.granted.v1',
  z.object({ permit: z.string().meta({ item: 'permit.number', sensitivity: 'public' }) }),
  {
    title: { zh: '已许可', en: 'Permit granted' },
    description: { zh: '许可已生效。', en: 'A permit is in force.' },
    sharing: 'unconditional',
    example: { permit: '7' },
  },
);

const grantPermit = capability('permit.grant', {
  title: { zh: '许可', en: 'Grant a permit' },
  input: z.object({ name: z.string().meta({ item: 'enterprise.name', sensitivity: 'public' }) }),
  output: z.object({ permit: z.string() }),
  compensation: { name: 'permit.revoke', title: { zh: '撤销许可', en: 'Revoke a permit' } },
  handle: ({ input }) =>
    input.name === ''
      ? refused('permit.no-name', { law: '行政许可法 31', reason: 'No name.' })
      : completed({ permit: '1' }, permitGranted({ permit: '1' })),
});

const permits = department('permits', { capabilities: [grantPermit], events: [permitGranted] });

test('a department’s manifest names each capability with its schemas, and the compensation that undoes it', () => {
  const manifest = manifestOf(permits);
  expect(DepartmentManifest.parse(manifest)).toEqual(manifest);
  expect(manifest.capabilities['permit.grant']).toMatchObject({
    title: { en: 'Grant a permit' },
    input: { required: ['name'], properties: { name: { type: 'string', item: 'enterprise.name', sensitivity: 'public' } } },
    output: { required: ['permit'] },
  });
  expect(manifest.capabilities['permit.revoke']).toMatchObject({ compensates: 'permit.grant', input: { properties: {} } });
});

test('and each type of event that it tells of, with what everybody tells of', () => {
  expect(manifestOf(permits).events).toMatchObject({
    'gov.hengtong.permit.granted.v1': {
      title: { en: 'Permit granted' },
      sharing: 'unconditional',
      retention: 'case',
      schema: { title: 'gov.hengtong.permit.granted.v1', required: ['permit'] },
      example: { permit: '7' },
    },
    'gov.hengtong.record.voided.v1': { sharing: 'conditional' },
  });
});

test('a domain event carries its type, so that its schema is found again', () => {
  expect(permitGranted({ permit: '7' })).toEqual({ type: 'gov.hengtong.permit.granted.v1', data: { permit: '7' } });
});
