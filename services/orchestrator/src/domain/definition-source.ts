import type { Definition, Finding } from '@hengtong/process-model';

/** A definition that may run, as far as the definition and the departments that exist can tell. */
export interface OfferedDefinition {
  readonly definition: Definition;
  readonly digest: string;
  /** The YAML that it was read from. */
  readonly source: string;
  /** Makes a finding where its version is written. */
  finding(rule: string, message: string): Finding;
}

export interface Offer {
  readonly definitions: readonly OfferedDefinition[];
  /** What keeps other definitions from running, and what their authors should know. */
  readonly findings: readonly Finding[];
}

/** The port by which definitions reach the orchestrator: a folder now, the registry later. */
export interface DefinitionSource {
  read(): Promise<Offer>;
}
