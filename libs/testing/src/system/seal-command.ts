import { commandTypes, encode, type Message, ORCHESTRATOR, type WireMessage } from '@hengtong/contracts';
import { v7 as uuidv7 } from 'uuid';

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
