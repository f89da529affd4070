import type { Migration } from '@hengtong/persistence';
import type { Type } from '@nestjs/common';
import type { Capability } from './capability.ts';
import type { DeclaredEvent } from './event-type.ts';

/** A department in a page. */
export interface Department {
  readonly name: string;
  readonly capabilities: readonly Capability[];
  /** What it tells of, beside the kit's own `recordVoided`. */
  readonly events: readonly DeclaredEvent[];
  /** Its own tables, indexes and sequences, after the kit's. */
  readonly migrations?: readonly Migration[];
  /** REST addresses beyond those that every department has. */
  readonly controllers?: readonly Type[];
}

/** Declares a department. */
export const department = (name: string, rest: Omit<Department, 'name'>): Department => ({ name, ...rest });

/** The token under which Nest finds the department that this process is. */
export const DEPARTMENT = Symbol('department');
