import { randomBytes } from 'node:crypto';

import { v7 as uuidv7 } from 'uuid';

/** Six departments stand behind six workers; a case visits one after another and comes back each time: 12 hops. */
export const WORKERS = 6;

/** Bytes of filler in each message, so that it is about 1 KB as JSON. */
const FILLER_BYTES = 660;
const filler = randomBytes(FILLER_BYTES).toString('base64');

/** One hop's message. `step` is 1 to WORKERS, the same in a command and in its reply. */
export type RawMessage = { id: string; caseId: string; step: number; filler: string };

/** What a message leads to: an outbox row, and where it is to be sent; the last of a case is kept but sent to nobody. */
export type Outgoing = { caseId: string; topic: string | null; body: string };

/** The topic on which worker `step` is asked; `prefix` sets apart the settings and runs on one broker. */
export const commandTopic = (prefix: string, step: number) => `${prefix}.commands.${step}`;

/** The topic on which worker `step` answers. */
export const replyTopic = (prefix: string, step: number) => `${prefix}.replies.${step}`;

/** A message under an id of its own; UUIDv7, as in the real system, so that the inbox's index grows at its end. */
export function message(caseId: string, step: number): RawMessage {
  return { id: uuidv7(), caseId, step, filler };
}
