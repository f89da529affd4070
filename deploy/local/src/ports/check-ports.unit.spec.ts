import { expect, test } from '@jest/globals';
import type { DepartmentEntry } from '@hengtong/contracts';
import { planConsole, planIdentity, planServices } from '../services/service-plan.ts';
import { blockedPorts } from './blocked-ports.ts';
import { firstFreeBase, refuseBlockedPorts } from './check-ports.ts';

const departments: readonly DepartmentEntry[] = [{ name: 'taxation', title: { zh: '税务局', en: 'Taxation' }, port: 4103 }];

/** What a system on that base serves by HTTP. */
const servedFrom = (base: number) =>
  [planConsole('/', base), planIdentity('/', base), ...planServices('/', departments, base)].map(({ name, port }) => ({ port, for: name }));

test('the default base passes, and the one that is proposed', () => {
  for (const base of [4000, 14_000]) expect(() => refuseBlockedPorts(servedFrom(base))).not.toThrow();
});

test.each([
  [6000, 'console', 6000],
  [5998, 'orchestrator', 6000],
  [5057, 'event-hub', 5060],
  [10_074, 'identity', 10_080],
  [6463, 'taxation', 6566],
])('base %i is refused: %s would be on port %i', (base, service, port) => {
  expect(() => refuseBlockedPorts(servedFrom(base))).toThrow(
    new RegExp(`^Port ${port}, for ${service}, is one that browsers refuse .*\nChoose other ports: npm start -- --port-base 14000$`),
  );
});

test('each port that is blocked is named', () => {
  const sentence = /^Port 6665, for event-hub, .*\nPort 6668, for identity, .*\nChoose/;
  expect(() =>
    refuseBlockedPorts([
      { port: 6665, for: 'event-hub' },
      { port: 6663, for: 'orchestrator' },
      { port: 6668, for: 'identity' },
    ]),
  ).toThrow(sentence);
});

test('fetch refuses each port of the list, before it asks the network', async () => {
  for (const port of blockedPorts)
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ cause: { message: 'bad port' } });
});

test('bases for tests lie above all of them', () => {
  expect(firstFreeBase).toBeGreaterThan(Math.max(...blockedPorts));
});
