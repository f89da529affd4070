import type { CloudEvent } from '@hengtong/contracts';

/** The event with this number, as the hub hands it out. */
export const eventOf = (number: number): CloudEvent => ({
  specversion: '1.0',
  id: `01a20ca6-c22d-741c-a5b7-${String(number).padStart(12, '0')}`,
  type: 'gov.hengtong.case.opened.v1',
  source: 'orchestrator',
  subject: '01a20ca6-c20c-73ec-8417-7f63225d0aac',
  time: '2026-11-24T08:23:04.997Z',
  process: 'enterprise-startup',
  datacontenttype: 'application/json',
  data: { code: 'HT-20261124-7K3M9QX2-D' },
});

/** The cursor of that event. */
export const cursorOf = (number: number): string => `c${number}`;
