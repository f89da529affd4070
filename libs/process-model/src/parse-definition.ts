import type { z } from 'zod';
import { checkDefinition } from './check-definition.ts';
import { DefinitionSource, normalise, type Definition } from './definition.ts';
import type { Finding } from './finding.ts';
import { readYaml, type Source, type SourcePath } from './source.ts';

/** A definition's file, read. Without `error` findings it can run as far as the file alone can tell. */
export interface ParsedDefinition {
  /** Absent if a finding is an error. */
  readonly definition?: Definition;
  readonly findings: readonly Finding[];
  /** Where its parts stand in the file; `checkCapabilities` needs it. */
  readonly source: Source;
}

/**
 * Reads a process definition (DESIGN §5) from YAML.
 * @param file how the findings call it; nothing is read from there
 */
export function parseDefinition(text: string, file: string): ParsedDefinition {
  const source = readYaml(text, file);
  if (source.findings.length > 0) return { findings: source.findings, source };
  const parsed = DefinitionSource.safeParse(source.value);
  if (!parsed.success) return { findings: parsed.error.issues.flatMap((issue) => findingsOf(issue, source)), source };
  const definition = normalise(parsed.data);
  const findings = checkDefinition(definition, source);
  return findings.some(({ severity }) => severity === 'error') ? { findings, source } : { definition, findings, source };
}

/** Parts of the language that DESIGN §5 knows and this version cannot run. */
const notYet = new Set(['pivot', 'on', 'forEach', 'process']);

/** What is missing is a matter of law, not of form. */
const missingByLaw: Readonly<Record<string, { rule: string; message: string }>> = {
  power: { rule: 'power-missing', message: 'no step runs without a power: add `power:` with its number in the authority register' },
  legalBasis: { rule: 'no-legal-basis', message: 'no process runs without a law behind it: add `legalBasis:` with instrument and article' },
};

function findingsOf(issue: z.core.$ZodIssue, source: Source): Finding[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], key, source));
  const last = String(path.at(-1));
  const missing = valueAt(source.value, path) === undefined;
  const byLaw = missingByLaw[last];
  if (byLaw && (missing || issue.code === 'too_small')) return [source.finding(path, byLaw.rule, byLaw.message)];
  const name = path.length > 0 ? `\`${path.join('.')}\`` : 'the file';
  if (issue.code === 'invalid_key') {
    return [source.finding(path, 'schema', `${name} is no name: it ${issue.issues.map(({ message }) => message).join(', ')}`)];
  }
  return [source.finding(path, 'schema', missing ? `${name} is missing: add it` : `${name}: ${issue.message}`)];
}

function unknownKey(path: SourcePath, key: string, source: Source): Finding {
  const isNotYet = notYet.has(key) && (path.length === 1 || (path.length === 3 && path[0] === 'steps'));
  return isNotYet
    ? source.finding(
        path,
        'not-supported',
        `\`${key}\` is part of the language, but this version cannot run it yet: write the process without it`,
      )
    : source.finding(path, 'schema', `\`${path.join('.')}\` is not known here: remove it, or correct its name`);
}

function valueAt(value: unknown, path: SourcePath): unknown {
  return path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}
