import { defineTexts } from '../../texts/index.ts';
import { en } from './texts-en.ts';
import { zh } from './texts-zh.ts';

export const texts = defineTexts('subscriptions', { zh, en });
