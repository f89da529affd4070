import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accessList, commandsTopic, EVENT_HUB, eventsTopic, ORCHESTRATOR, repliesTopic, writerOf } from './topics.ts';

const SERVICES = [ORCHESTRATOR, EVENT_HUB];
const departments = fc.uniqueArray(
  fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,2}$/).filter((name) => !SERVICES.includes(name)),
);

test('the access list and the sender that follows from a topic agree: each topic has one writer', () => {
  fc.assert(
    fc.property(departments, (names) => {
      const list = accessList(names);
      for (const { principal, writes } of list) for (const topic of writes) expect(writerOf(topic)).toBe(principal);
      const written = list.flatMap(({ writes }) => writes);
      expect(new Set(written).size).toBe(written.length);
    }),
  );
});

test('a department reads its own commands and nothing else; the orchestrator reads every reply; nobody reads what nobody writes', () => {
  fc.assert(
    fc.property(departments, (names) => {
      const list = accessList(names);
      const written = new Set(list.flatMap(({ writes }) => writes));
      expect(list.map(({ principal }) => principal)).toEqual([...SERVICES, ...names]);
      expect(list[0]?.reads).toEqual(names.map((name) => repliesTopic(name)));
      for (const { principal, reads } of list.slice(2)) expect(reads).toEqual([commandsTopic(principal)]);
      for (const topic of list.flatMap(({ reads }) => reads)) expect(written).toContain(topic);
    }),
  );
});

test('events of every service, its own too, are read by the hub and by nobody else', () => {
  const list = accessList(['taxation']);
  const readers = (service: string): string[] =>
    list.filter(({ reads }) => reads.includes(eventsTopic(service))).map(({ principal }) => principal);
  for (const service of [...SERVICES, 'taxation']) expect(readers(service)).toEqual([EVENT_HUB]);
});

test('no sender follows from a topic that is none of ours', () => {
  for (const topic of ['', 'ht', 'ht.commands', 'ht.commands.', 'other.replies.taxation', 'ht.audit.taxation'])
    expect(writerOf(topic)).toBeUndefined();
});
