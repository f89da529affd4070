import type { Bilingual, Level } from '@hengtong/contracts';
import type { Loader } from '@hengtong/messaging';
import type { z } from 'zod';
import type { Answer } from './answers.ts';

/** A thing that a department does lawfully and records. Nothing is deleted: a compensation voids it, with its cause. */
export interface NewRecord {
  /** What kind of thing: `enterprise`, `seal`. Part of its address `/v1/records/{type}/{id}`. */
  readonly type: string;
  /** The number under which the department knows it. Unique within its type. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a capability has to work with: one command, as if it were the only one. */
export interface CapabilityContext<Input, Output> {
  readonly input: Input;
  /** What an officer or another system has decided already (`mode: officer`); empty if the software decides alone. */
  readonly decided: Partial<Output>;
  readonly caseId: string;
  readonly step: string;
  readonly division: string;
  readonly level: Level;
  /** RFC 3339. */
  readonly now: string;
  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value>;
  /** The next number of a PostgreSQL sequence that a migration of the department has made. Gaps are possible, repeats are not. */
  nextNumber(sequence: string): Promise<number>;
  /** Puts a record in force. Voided by the compensation of this capability. */
  issue(record: NewRecord): void;
}

export interface CapabilitySpec<Input extends z.ZodType, Output extends z.ZodType> {
  readonly title: Bilingual;
  readonly input: Input;
  readonly output: Output;
  handle(context: CapabilityContext<z.infer<Input>, z.infer<Output>>): Promise<Answer<z.infer<Output>>> | Answer<z.infer<Output>>;
  /** The act that undoes it: voids every record that the step put in force, and says so in an event of its own. */
  readonly compensation: { readonly name: string; readonly title: Bilingual };
}

/** One thing that a department can be asked to do. */
export interface Capability extends CapabilitySpec<z.ZodType, z.ZodType> {
  readonly name: string;
}

/** Declares a capability under the name by which process definitions call it: `tax.register`. */
export function capability<Input extends z.ZodType, Output extends z.ZodType>(
  name: string,
  spec: CapabilitySpec<Input, Output>,
): Capability {
  return { name, ...spec };
}
