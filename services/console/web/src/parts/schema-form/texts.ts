import { defineTexts } from '../../texts/index.ts';

export const schemaFormTexts = defineTexts('schema-form', {
  zh: {
    required: '必须填写',
    type: '类型不对',
    pattern: '格式不对',
    format: '格式不对',
    minLength: '太短',
    maxLength: '太长',
    minimum: '太小',
    maximum: '太大',
    enum: '不在可选范围内',
    const: '不是所要求的值',
    additionalProperties: '不应有此项',
    other: '不符合要求',
  },
  en: {
    required: 'is missing',
    type: 'is of the wrong kind',
    pattern: 'has not the right shape',
    format: 'has not the right shape',
    minLength: 'is too short',
    maxLength: 'is too long',
    minimum: 'is too small',
    maximum: 'is too large',
    enum: 'is none of those to choose from',
    const: 'is not what is asked for',
    additionalProperties: 'does not belong here',
    other: 'is not as it should be',
  },
});
