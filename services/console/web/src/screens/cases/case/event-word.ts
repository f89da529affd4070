import { texts } from '../texts.ts';
import { caseTexts } from './case-texts.ts';

type Known = keyof typeof caseTexts.zh.event;

/** What happened, in a word; a type that the page does not know yet says its own name. */
export function useEventWord(): (type: string) => string {
  const say = texts.use();
  return (type) => (type in caseTexts.zh.event ? say(`case.event.${type as Known}`) : type);
}
