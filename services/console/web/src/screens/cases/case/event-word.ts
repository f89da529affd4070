import { texts } from '../texts.ts';
import { zh } from './case-texts.zh.ts';

type Known = keyof typeof zh.event;

/** What happened, in a word; a type that the page does not know yet says its own name. */
export function useEventWord(): (type: string) => string {
  const say = texts.use();
  return (type) => (type in zh.event ? say(`case.event.${type as Known}`) : type);
}
