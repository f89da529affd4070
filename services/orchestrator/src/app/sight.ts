import type { Caller } from '@hengtong/platform';

/** Which cases somebody may see, as the database can ask it; neither means all. */
export interface Sight {
  /** Those that this client has opened. */
  readonly client?: string | undefined;
  /** Those in which this department, or this authority `department/division`, takes part. */
  readonly party?: string | undefined;
}

/** A portal sees what it has handed in, a department what it takes part in, an officer what their authority does, an operator all. */
export function sightOf({ type, clientId, department, division }: Caller): Sight {
  switch (type) {
    case 'operator':
      return {};
    case 'system':
      return { party: department ?? '' };
    case 'officer':
      // Without a division, an officer belongs to no authority that takes part in anything.
      return { party: `${department ?? ''}/${division ?? ''}` };
    case 'portal':
    case 'agency':
      return { client: clientId };
  }
}
