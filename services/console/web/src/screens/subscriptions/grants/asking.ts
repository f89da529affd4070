import { isDivision } from '../../../parts/division.ts';

/** A grant as it is being asked for. */
export interface Asking {
  readonly agency: string;
  readonly types: readonly string[];
  /** The one process that it is limited to; empty for all. */
  readonly process: string;
  /** Codes of divisions, or how they begin, with something between them; empty for everywhere. */
  readonly divisions: string;
  readonly purpose: string;
  /** An instant (RFC 3339). */
  readonly until?: string | undefined;
}

export const emptyAsking: Asking = { agency: '', types: [], process: '', divisions: '', purpose: '' };

const divisionsIn = ({ divisions }: Asking): string[] => divisions.split(/[\s,，、;；]+/).filter((code) => code !== '');

/** The first thing that is missing or wrong. The hub has the last word (contracts: `AskGrant`). */
export function faultIn(asking: Asking): 'agency' | 'types' | 'divisions' | 'purpose' | 'until' | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(asking.agency)) return 'agency';
  if (asking.types.length === 0) return 'types';
  if (!divisionsIn(asking).every(isDivision)) return 'divisions';
  if (asking.purpose.trim().length < 5) return 'purpose';
  return asking.until === undefined ? 'until' : undefined;
}

/** What the hub is asked for. */
export function grantOf(asking: Asking) {
  const { agency, types, process, purpose, until = '' } = asking;
  const divisions = divisionsIn(asking);
  return {
    agency,
    types: [...types],
    ...(process !== '' && { processes: [process] }),
    ...(divisions.length > 0 && { divisions }),
    purpose: purpose.trim(),
    until,
  };
}
