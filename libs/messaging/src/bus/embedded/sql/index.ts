import { createClaim } from './claim.ts';
import { createDivide } from './divide.ts';
import { createEnsureTopics } from './ensure-topics.ts';
import { createFetch } from './fetch.ts';
import { createIdentity } from './identity.ts';
import { createJoinGroup } from './join-group.ts';
import { createKeepPlace } from './keep-place.ts';
import { createLeaveGroup } from './leave-group.ts';
import { createPublish } from './publish.ts';
import { createRequireAccess } from './require-access.ts';
import { createRoll } from './roll.ts';
import { createSchema } from './schema.ts';

export { claim } from './claim.ts';
export { ensureTopics } from './ensure-topics.ts';
export { fetch, type LogRow, type ReadFrom } from './fetch.ts';
export { identity } from './identity.ts';
export { joinGroup } from './join-group.ts';
export { keepPlace, type TakenUpTo } from './keep-place.ts';
export { leaveGroup } from './leave-group.ts';
export { publish } from './publish.ts';

/** Everything in the bus's database, each in a form that may be run again. */
export const definitions: readonly string[] = [
  createSchema,
  createRequireAccess,
  createRoll,
  createPublish,
  createEnsureTopics,
  createIdentity,
  createDivide,
  createJoinGroup,
  createKeepPlace,
  createClaim,
  createLeaveGroup,
  createFetch,
];

/** The functions that roles may call; the others serve these. */
export const callable: readonly string[] = [
  'publish',
  'ensure_topics',
  'identity',
  'join_group',
  'keep_place',
  'claim',
  'leave_group',
  'fetch',
];
