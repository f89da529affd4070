import { commandTypes, type DeadLetter, encode, type Message, ORCHESTRATOR, type WireMessage } from '@hengtong/contracts';
import { eventually, listOf } from '@hengtong/testing';
import { v7 as uuidv7 } from 'uuid';
import { system } from './shared-system.ts';

/** What the orchestrator would send to have the seal of a case filed; `rest` says what is wrong with it. */
export function sealCommand(caseId: string, rest: Partial<Message> = {}): WireMessage {
  return encode({
    id: uuidv7(),
    type: commandTypes.stepRequested,
    source: ORCHESTRATOR,
    subject: caseId,
    time: new Date().toISOString(),
    process: 'seal-by-officer',
    processversion: 1,
    step: 'seal',
    department: 'public-security',
    division: '330106',
    commandkey: `${caseId}/seal/forward/1`,
    data: { capability: 'seal.file', mode: 'automatic', level: 'county', division: '330106', caseDivision: '330106', input: {} },
    ...rest,
  });
}

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
