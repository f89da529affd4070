import type { Query } from '../http/send.ts';

/** Which events, of those that the caller may have; what is left out does not matter. */
export interface EventSelection {
  readonly types?: readonly string[];
  /** The service that wrote it. */
  readonly source?: string;
  /** The case. */
  readonly subject?: string;
  readonly process?: string;
  readonly department?: string;
  /** A division and all within it: 3301 is all of Hangzhou. */
  readonly division?: string;
  /** A condition in CEL over `event` and `data`. */
  readonly filter?: string;
}

/** Where to begin: behind a cursor, or at a time (RFC 3339). Only one of them. */
export interface EventPosition {
  readonly after?: string | undefined;
  readonly since?: string | undefined;
}

/** A selection as the query of pull and stream. */
export const queryOf = ({ types, ...rest }: EventSelection = {}): Query => ({ ...rest, types: types?.join(',') });
