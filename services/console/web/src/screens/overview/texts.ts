import { defineTexts } from '../../texts/index.ts';

export const texts = defineTexts('overview', { zh: { title: '总览' }, en: { title: 'Overview' } });
