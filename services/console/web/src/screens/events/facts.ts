import type { CloudEvent } from '../../api/index.ts';

/** Facts that fit into a line. */
const MOST = 4;
/** What stands in the line already, or says nothing to a reader. */
const UNSAID = new Set(['commandKey']);

/** A few facts of an event for its line: the step, then what its body holds that is short; of a list, how long it is. */
export function factsOf({ step, data }: Pick<CloudEvent, 'step' | 'data'>): readonly (readonly [name: string, value: string])[] {
  const body = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const facts = body.flatMap(([name, value]: [string, unknown]) => {
    if (UNSAID.has(name)) return [];
    if (Array.isArray(value)) return value.length > 0 ? [[name, `×${value.length}`] as const] : [];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value).slice(0, 80)] as const] : [];
  });
  return [...(step === undefined ? [] : [['step', step] as const]), ...facts].slice(0, MOST);
}
