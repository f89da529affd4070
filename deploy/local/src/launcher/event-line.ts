import type { Bilingual, Case, CaseEvent } from '@hengtong/contracts';

/** What each kind of event is called in the launcher's output. */
const words: Readonly<Record<string, string>> = {
  'case-opened': 'opened',
  'step-requested': 'asked',
  'step-started': 'taken up',
  'step-completed': 'done',
  'step-refused': 'REFUSED',
  'step-failed': 'FAILED',
  'step-skipped': 'skipped',
  'step-recall-requested': 'called back',
  'step-recalled': 'called back, agreed',
  'step-recall-declined': 'called back, too late',
  'step-compensation-requested': 'to be undone',
  'step-compensated': 'undone',
  'case-stalled': 'STALLED',
  'case-resumed': 'resumed',
  'case-closed': 'closed',
  ignored: 'ignored',
};

/**
 * One event of a case as a line: milliseconds since the case was opened, what happened, at which step and department, and what came of it.
 * `titles` gives a department's name.
 */
export function eventLine(event: CaseEvent, of: Case, titles: ReadonlyMap<string, Bilingual>): string {
  const ms = Date.parse(event.at) - Date.parse(of.openedAt);
  const step = event.step === undefined ? undefined : of.steps[event.step];
  const title = step && titles.get(step.department);
  const where = step === undefined ? '' : `${event.step}, ${title === undefined ? step.department : `${title.zh} ${title.en}`}`;
  return `  ${`${ms} ms`.padStart(9)}  ${(words[event.type] ?? event.type).padEnd(8)}  ${[where, outcomeOf(event, of)].filter(Boolean).join(': ')}`;
}

/** What came of it: the outputs of a step, the ground of a refusal, the outcome of a case. */
function outcomeOf(event: CaseEvent, of: Case): string {
  const step = event.step === undefined ? undefined : of.steps[event.step];
  if (event.type === 'case-opened') return `${of.code} ${of.process} version ${of.version}`;
  if (event.type === 'case-closed') return `${of.outcome ?? ''}${of.closedAt === undefined ? '' : ` at ${of.closedAt}`}`;
  if (event.type === 'step-completed' && step?.output) return pairs(step.output);
  if (event.type === 'step-refused' && step?.refusal) return Object.values(step.refusal).join(', ');
  return '';
}

/** `name value, name value` of an object's fields; what is no text or number is left out. */
export function pairs(values: Readonly<Record<string, unknown>>): string {
  return plain(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** The same as lines, the values below one another. */
export function lines(values: Readonly<Record<string, unknown>>): string {
  const shown = plain(values);
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `  ${name.padEnd(width)}  ${value}\n`).join('');
}

function plain(values: Readonly<Record<string, unknown>>): [string, string | number][] {
  return Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []));
}
