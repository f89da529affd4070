import type { Definition, StepDefinition } from '@hengtong/process-model';
import type { Application } from '../scenarios/conversation.ts';

/** A definition of these steps, each filled in as far as a test does not care: department and capability are called as the step. */
export function definitionOf(steps: Readonly<Record<string, Partial<StepDefinition>>>, more: Partial<Definition> = {}): Definition {
  const title = { zh: '测试', en: 'A test' };
  return {
    process: 'test',
    version: 1,
    title,
    goal: title,
    classification: { function: 'service', importance: 'core', relation: 'inter-department', direction: 'horizontal' },
    legalBasis: [{ instrument: '行政许可法', article: '26' }],
    notice: '0cd',
    input: {},
    result: {},
    steps: Object.entries(steps).map(([name, step]) => ({ ...plain(name), ...step })),
    ...more,
  };
}

const plain = (name: string): StepDefinition => ({
  name,
  department: name,
  level: 'county',
  capability: `${name}.do`,
  power: 'XX-0001',
  input: {},
  output: [],
  after: [],
  mode: 'automatic',
  compensate: { capability: `${name}.undo`, power: 'XX-0002' },
});

export const aBakery: Application = {
  division: '330106',
  applicant: { kind: 'person', idType: 'resident-id', idNumber: '330106199001010014', name: '王小明' },
  input: { name: '面包房', capital: 10, owner: { name: '王小明', age: 36 } },
};

/** Registration, then three side by side, as in the enterprise start-up. */
export const startup = definitionOf(
  {
    register: { output: ['uscc'], input: { name: 'input.name' } },
    seal: { after: ['register'], input: { uscc: 'register.uscc' }, output: ['sealNumber'] },
    tax: { after: ['register'], input: { uscc: 'register.uscc' }, output: ['taxpayerNumber'] },
    fund: { after: ['register'], input: { uscc: 'register.uscc' }, output: ['account'] },
  },
  { result: { uscc: 'register.uscc', seal: 'seal.sealNumber', taxpayer: 'tax.taxpayerNumber', account: 'fund.account' } },
);
