import type { CloudEvent } from '../../api/index.ts';

/** Facts that fit into a line. */
const MOST = 4;
/** What stands in the line already, or says nothing to a reader. */
const UNSAID = new Set(['commandKey']);

/** Something that an event says, by the name that it has there; of a list, how long it is. */
export type Fact = { readonly name: string; readonly value: string } | { readonly name: string; readonly count: number };

/** A few facts of an event for its line: the step, then what its body holds that is short. */
export function factsOf({ step, data }: Pick<CloudEvent, 'step' | 'data'>): readonly Fact[] {
  const body = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const facts = body.flatMap(([name, value]: [string, unknown]): Fact[] => {
    if (UNSAID.has(name) || (name === 'step' && step !== undefined)) return [];
    if (Array.isArray(value)) return value.length > 0 ? [{ name, count: value.length }] : [];
    return ['string', 'number', 'boolean'].includes(typeof value) ? [{ name, value: String(value).slice(0, 80) }] : [];
  });
  return [...(step === undefined ? [] : [{ name: 'step', value: step }]), ...facts].slice(0, MOST);
}

/** How one event's facts are said; nothing where there is no word. */
export interface FactWords {
  readonly titleOf: (name: string) => string | undefined;
  readonly stepTitle: (step: string) => string | undefined;
  readonly outcomeWord: (outcome: string) => string | undefined;
  /** That so many steps are asked for. */
  readonly asks: (count: number) => string;
}

/** A fact as a reader is told it: `结果 准予`. One that has no title is called what it is in the event. */
export interface WordedFact {
  readonly title: string;
  /** The title is a name of data, not a word. */
  readonly isRaw: boolean;
  readonly value: string;
}

/** Says a fact in words, as far as there are any. */
export function worded(fact: Fact, words: FactWords): WordedFact {
  if ('count' in fact && fact.name === 'asks') return { title: words.asks(fact.count), isRaw: false, value: '' };
  const title = words.titleOf(fact.name);
  return { title: title ?? fact.name, isRaw: title === undefined, value: 'count' in fact ? `×${fact.count}` : valueOf(fact, words) };
}

function valueOf({ name, value }: { readonly name: string; readonly value: string }, { stepTitle, outcomeWord }: FactWords): string {
  if (name === 'step') return stepTitle(value) ?? value;
  return (name === 'outcome' ? outcomeWord(value) : undefined) ?? value;
}
