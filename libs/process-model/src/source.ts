import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Pair } from 'yaml';
import type { Finding } from './finding.ts';

/** Where something stands in a YAML file: keys of maps and positions in lists, from the root. */
export type SourcePath = readonly PropertyKey[];

/** A YAML file that has been read, and where each of its values stands. */
export interface Source {
  readonly file: string;
  /** The plain value; absent when the file is no YAML. */
  readonly value: unknown;
  /** What the YAML itself has wrong. */
  readonly findings: readonly Finding[];
  /** Makes a finding at `path`, or at the nearest thing above it that the file holds. */
  finding(path: SourcePath, rule: string, message: string, severity?: Finding['severity']): Finding;
}

/** Reads YAML 1.2. Never throws: what cannot be read is in `findings`. */
export function readYaml(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const finding: Source['finding'] = (path, rule, message, severity = 'error') => ({
    rule,
    severity,
    file,
    ...at(offsetOf(document, path)),
    message,
  });
  const broken = [...document.errors, ...document.warnings].map((error): Finding => ({
    rule: 'yaml',
    severity: 'error',
    file,
    ...at(error.pos[0]),
    message: `this is no valid YAML: ${error.message}`,
  }));
  if (broken.length > 0) return { file, value: undefined, findings: broken, finding };
  try {
    return { file, value: document.toJS() as unknown, findings: [], finding };
  } catch (cause) {
    return { file, value: undefined, findings: [finding([], 'yaml', `the aliases cannot be resolved: ${String(cause)}`)], finding };
  }
}

/** The offset of a key, or of an element of a list: of the deepest part of `path` that is there. */
function offsetOf(document: Document, path: SourcePath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && keyOf(item) === String(step));
      if (!pair) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);
