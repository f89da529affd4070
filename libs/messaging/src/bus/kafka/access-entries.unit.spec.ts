import { expect, test } from '@jest/globals';
import { accessList } from '@hengtong/contracts';
import type { AclEntry, DescribeAclResource } from 'kafkajs';
import { accessChanges } from './access-entries.ts';
import { kafkajs } from './kafkajs/index.ts';

const { AclResourceTypes, AclOperationTypes, ResourcePatternTypes } = kafkajs;
const told = (entries: readonly AclEntry[]): DescribeAclResource[] =>
  entries.map(({ resourceType, resourceName, resourcePatternType, ...acl }) => ({
    resourceType,
    resourceName,
    resourcePatternType,
    acls: [acl],
  }));
const said = (entries: readonly AclEntry[]): string[] =>
  entries.map(({ principal, operation, resourceType, resourceName, host }) => {
    const does = operation === AclOperationTypes.READ ? 'reads' : 'writes';
    return `${principal} ${does} ${resourceType === AclResourceTypes.TOPIC ? 'topic' : 'group'} ${resourceName} from ${host}`;
  });

test('a department reads its commands, with its own group, and writes its replies and events, each by its exact name', () => {
  const taxation = accessList(['taxation']).filter(({ principal }) => principal === 'taxation');
  const { missing, stale } = accessChanges(taxation, []);
  expect(said(missing)).toEqual([
    'User:taxation reads topic ht.commands.taxation from *',
    'User:taxation writes topic ht.replies.taxation from *',
    'User:taxation writes topic ht.events.taxation from *',
    'User:taxation reads group taxation from *',
  ]);
  expect(new Set(missing.map(({ resourcePatternType }) => resourcePatternType))).toEqual(new Set([ResourcePatternTypes.LITERAL]));
  expect(stale).toEqual([]);
});

test('what is there already is left', () => {
  const { missing } = accessChanges(accessList(['taxation']), []);
  expect(accessChanges(accessList(['taxation']), told(missing))).toEqual({ missing: [], stale: [] });
});

test('a department that has left the list loses all that it had, and the others what they had with it', () => {
  const both = told(accessChanges(accessList(['taxation', 'customs']), []).missing);
  const { missing, stale } = accessChanges(accessList(['taxation']), both);
  expect(missing).toEqual([]);
  expect(said(stale)).toEqual([
    'User:orchestrator reads topic ht.replies.customs from *',
    'User:orchestrator writes topic ht.commands.customs from *',
    'User:event-hub reads topic ht.events.customs from *',
    'User:customs reads topic ht.commands.customs from *',
    'User:customs writes topic ht.replies.customs from *',
    'User:customs writes topic ht.events.customs from *',
    'User:customs reads group customs from *',
  ]);
});

test('an entry that somebody has added on a topic of ours is taken back; what is not ours stays', () => {
  const [example] = accessChanges(accessList(['taxation']), []).missing;
  if (!example) throw new Error('there is none');
  const others = [
    { ...example, resourceName: 'weather', principal: 'User:harbour' },
    { ...example, resourceType: AclResourceTypes.GROUP, resourceName: 'harbour', principal: 'User:harbour' },
  ];
  const { stale } = accessChanges(accessList(['taxation']), told([...others, { ...example, principal: 'User:*' }]));
  expect(said(stale)).toEqual(['User:* reads topic ht.replies.taxation from *']);
});
