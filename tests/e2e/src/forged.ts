import { type DeadLetter, ORCHESTRATOR, type WireMessage } from '@hengtong/contracts';
import { eventually, listOf } from '@hengtong/testing';
import { system } from './shared-system.ts';

/** Where a service shows its dead letters. */
export const lettersOf = (service: string): string =>
  `${service === ORCHESTRATOR ? system.orchestratorUrl : system.departments[service]}/v1/dead-letters`;

/** Waits for the dead letter of a message. */
export function letterFor(service: string, { headers }: WireMessage): Promise<DeadLetter> {
  return eventually(async () => {
    const letter = (await listOf<DeadLetter>(lettersOf(service))).find((each) => each.headers['ce_id'] === headers['ce_id']);
    if (!letter) throw new Error(`${service} has no dead letter of message ${headers['ce_id']}`);
    return letter;
  }, 60_000);
}
