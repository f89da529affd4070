import type { AclEntry, DescribeAclResource } from 'kafkajs';
import type { TopicRights } from '@hengtong/contracts';
import { kafkajs } from './kafkajs/index.ts';

/** Topics of ours begin so (DESIGN §4). What others have on the same cluster is theirs. */
const OURS = 'ht.';

/** What has to be done so that a broker's list says what `rights` say. */
export interface AccessChanges {
  readonly missing: AclEntry[];
  readonly stale: AclEntry[];
}

/** Compares. Stale are entries on topics of ours, and the own groups of those who have none of these topics any more. */
export function accessChanges(rights: readonly TopicRights[], found: readonly DescribeAclResource[]): AccessChanges {
  const wanted = new Map(rights.flatMap(entriesOf).map((entry) => [keyOf(entry), entry]));
  const present = found.flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...resource, ...acl })));
  const known = new Set(present.map(keyOf));
  const { TOPIC, GROUP } = kafkajs.AclResourceTypes;
  const unwanted = present.filter((entry) => !wanted.has(keyOf(entry)));
  const topics = unwanted.filter((entry) => entry.resourceType === TOPIC && entry.resourceName.startsWith(OURS));
  const losing = new Set(topics.map(({ principal }) => principal));
  const groups = unwanted.filter(
    ({ resourceType, resourceName, principal }) => resourceType === GROUP && principal === user(resourceName) && losing.has(principal),
  );
  return { missing: [...wanted].filter(([key]) => !known.has(key)).map(([, entry]) => entry), stale: [...topics, ...groups] };
}

/** Reading and writing both bring the right to describe; a consumer also reads the offsets of its group. */
function entriesOf({ principal, reads, writes }: TopicRights): AclEntry[] {
  const { AclResourceTypes, ResourcePatternTypes, AclOperationTypes, AclPermissionTypes } = kafkajs;
  const entry = (resourceType: number, resourceName: string, operation: number): AclEntry => ({
    resourceType,
    resourceName,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: user(principal),
    host: '*',
    operation,
    permissionType: AclPermissionTypes.ALLOW,
  });
  return [
    ...reads.map((topic) => entry(AclResourceTypes.TOPIC, topic, AclOperationTypes.READ)),
    ...writes.map((topic) => entry(AclResourceTypes.TOPIC, topic, AclOperationTypes.WRITE)),
    entry(AclResourceTypes.GROUP, principal, AclOperationTypes.READ),
  ];
}

const user = (principal: string): string => `User:${principal}`;

const keyOf = (entry: AclEntry): string =>
  [
    entry.resourceType,
    entry.resourceName,
    entry.resourcePatternType,
    entry.principal,
    entry.host,
    entry.operation,
    entry.permissionType,
  ].join(' ');
