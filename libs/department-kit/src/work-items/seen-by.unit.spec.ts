import { describe, expect, test } from '@jest/globals';
import type { DepartmentManifest, WorkItem } from '@hengtong/contracts';
import type { Caller } from '@hengtong/platform';
import { seenBy } from './seen-by.ts';

const manifest = {
  department: 'public-security',
  capabilities: {
    'seal.file': {
      title: { zh: '公章刻制备案', en: 'File a seal' },
      input: {
        properties: {
          uscc: { type: 'string', sensitivity: 'public' },
          representative: { type: 'object', properties: { name: { type: 'string', sensitivity: 'personal' } } },
        },
      },
      output: { properties: { sealNumber: { type: 'string', sensitivity: 'internal' } } },
    },
  },
  events: {},
} as unknown as DepartmentManifest;

const item = {
  capability: 'seal.file',
  input: { uscc: '91330106MA000BPJ1T', representative: { name: '陈静' }, note: '陈静 called', agent: null },
  output: { sealNumber: '3301060000012' },
} as unknown as WorkItem;

describe('a work item', () => {
  test('is seen whole by those who decide it', () => {
    for (const type of ['officer', 'system'] as const) expect(seenBy({ type } as Caller, manifest, item)).toEqual(item);
  });

  test('hides from an operator what is personal, and what nobody has declared', () => {
    const operator = { type: 'operator' } as Caller;
    expect(seenBy(operator, manifest, item)).toMatchObject({
      input: { uscc: '91330106MA000BPJ1T', representative: '***', note: '***', agent: null },
      output: { sealNumber: '3301060000012' },
    });
    expect(seenBy(operator, manifest, { ...item, capability: 'seal.unheard-of' })).toMatchObject({
      input: { uscc: '***' },
      output: { sealNumber: '***' },
    });
  });
});
