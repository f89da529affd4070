import { describe, expect, test } from '@jest/globals';
import type { RJSFSchema } from '@rjsf/utils';
import { validatorFor } from './validator.ts';

const seal: RJSFSchema = {
  type: 'object',
  properties: {
    sealNumber: { type: 'string', pattern: String.raw`^\d{13}$` },
    keeper: { type: 'object', properties: { name: { type: 'string', minLength: 1 } }, required: ['name'] },
  },
};

describe('a form made from a JSON Schema', () => {
  const validator = validatorFor((keyword, field) => `wrong: ${keyword} ${String(field[keyword])}`);

  test('accepts what the schema accepts', () => {
    expect(validator.validateFormData({ sealNumber: '3301060000012' }, seal)).toEqual({ errors: [], errorSchema: {} });
    expect(validator.isValid(seal, { sealNumber: undefined }, seal)).toBe(true);
    expect(validator.isValid(seal, undefined, seal)).toBe(true);
  });

  test('says what is wrong at the field that is wrong, however deep, and nothing of what lies around it', () => {
    const { errors, errorSchema } = validator.validateFormData({ sealNumber: '12', keeper: { name: '' } }, seal);
    expect(errorSchema).toEqual({
      sealNumber: { __errors: [String.raw`wrong: pattern ^\d{13}$`] },
      keeper: { name: { __errors: ['wrong: minLength 1'] } },
    });
    expect(errors.map(({ property }) => property)).toEqual(['.sealNumber', '.keeper.name']);
  });
});
