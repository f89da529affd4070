/** Where a value comes from: a field of the application, of the applicant, of a step's answer; or the definition itself gives it. */
export type Mapping = string | { readonly value: unknown };

/** Spans as laws give them: `3wd` working days, `30cd` calendar days, `4h` hours. */
export interface Limits {
  readonly statutory?: string;
  readonly promised?: string;
}

export interface FlowStep {
  readonly name: string;
  readonly title?: { readonly zh: string; readonly en: string };
  readonly department: string;
  readonly after: readonly string[];
  readonly mode: 'automatic' | 'officer';
  readonly limit: Limits;
  readonly capability: string;
  readonly power: string;
  readonly when?: string;
  readonly input: Readonly<Record<string, Mapping>>;
  readonly compensate?: { readonly capability: string; readonly power: string };
}

/** What the page reads of a process definition. */
export interface FlowDefinition {
  readonly steps: readonly FlowStep[];
  readonly limits: Limits;
  /** Titles of the form's fields. */
  readonly fields: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  /** What the applicant gets. */
  readonly result: Readonly<Record<string, Mapping>>;
}

/**
 * Reads a definition as the orchestrator gives it. What a newer one holds besides is left alone; what an older one lacks is empty, so
 * that a picture is drawn of whatever can be read.
 */
export function readDefinition(json: unknown): FlowDefinition {
  const definition = recordOf(json);
  return {
    steps: listOf(definition['steps']).map(stepOf),
    limits: limitsOf(definition['limits']),
    fields: Object.fromEntries(
      Object.entries(recordOf(definition['input'])).flatMap(([name, field]) => {
        const title = titleOf(recordOf(field)['title']);
        return title ? [[name, title]] : [];
      }),
    ),
    result: mappingsOf(definition['result']),
  };
}

function stepOf(json: unknown): FlowStep {
  const step = recordOf(json);
  const title = titleOf(step['title']);
  const when = textOf(step['when']);
  return {
    name: textOf(step['name']) ?? '',
    ...(title && { title }),
    department: textOf(step['department']) ?? '',
    after: listOf(step['after']).filter((name) => typeof name === 'string'),
    mode: step['mode'] === 'officer' ? 'officer' : 'automatic',
    limit: limitsOf(step['limit']),
    ...actOf(step),
    ...(when !== undefined && { when }),
    input: mappingsOf(step['input']),
    ...(step['compensate'] !== undefined && { compensate: actOf(recordOf(step['compensate'])) }),
  };
}

function actOf(act: Readonly<Record<string, unknown>>) {
  return { capability: textOf(act['capability']) ?? '', power: textOf(act['power']) ?? '' };
}

function limitsOf(json: unknown): Limits {
  const { statutory, promised } = recordOf(json);
  return { ...(typeof statutory === 'string' && { statutory }), ...(typeof promised === 'string' && { promised }) };
}

function mappingsOf(json: unknown): Readonly<Record<string, Mapping>> {
  return Object.fromEntries(
    Object.entries(recordOf(json)).flatMap(([name, mapping]): [string, Mapping][] =>
      typeof mapping === 'string' ? [[name, mapping]] : 'value' in recordOf(mapping) ? [[name, { value: recordOf(mapping)['value'] }]] : [],
    ),
  );
}

function titleOf(json: unknown): { readonly zh: string; readonly en: string } | undefined {
  const { zh, en } = recordOf(json);
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : undefined;
}

function recordOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : {};
}

function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

function textOf(json: unknown): string | undefined {
  return typeof json === 'string' ? json : undefined;
}
