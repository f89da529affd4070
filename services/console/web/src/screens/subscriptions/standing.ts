import type { Subscription } from '../../api/index.ts';

/** How a subscription stands, for whoever has to do something about it. */
export type Standing = 'fine' | 'failing' | 'refused' | 'paused' | 'disabled' | 'gone' | 'deleted';

/** Why a subscription does not deliver, if it does not (contracts: `subscriptionStatus`). */
export function standingOf({
  status,
  statusReason,
  failingSince,
}: Pick<Subscription, 'status' | 'statusReason' | 'failingSince'>): Standing {
  switch (status) {
    case 'active':
      return failingSince === undefined ? 'fine' : 'failing';
    case 'unverified':
      return 'refused';
    case 'paused':
      return 'paused';
    case 'disabled':
      return 'disabled';
    case 'ended':
      return statusReason === 'gone' ? 'gone' : 'deleted';
    default:
      return status satisfies never;
  }
}
