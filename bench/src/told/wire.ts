import { randomBytes } from 'node:crypto';

import { type OutgoingMessage, partitionOf, type ReceivedMessage } from '@hengtong/messaging';
import { v7 as uuidv7 } from 'uuid';

import { commandTopic, message, type RawMessage, replyTopic, WORKERS } from '../raw/wire.ts';

/** Bytes of filler in an event, so that it is some 300 bytes as JSON. */
const filler = randomBytes(150).toString('base64');

/** The topic on which one process tells the world: 0 is the coordinator, 1 to WORKERS are the workers. */
const eventTopic = (prefix: string, teller: number) => `${prefix}.events.${teller}`;

/** The topics of all tellers. */
export const eventTopics = (prefix: string) => Array.from({ length: WORKERS + 1 }, (_, teller) => eventTopic(prefix, teller));

/** Where messages of one setting go. */
export type Wire = { prefix: string; partitions: number };

/** The messages of the design, each with the attributes of CloudEvents that it asks for, as headers. */
export const wireOf = ({ prefix, partitions }: Wire) => {
  const on = (topic: string, caseId: string, step: number, value: string): OutgoingMessage => ({
    topic,
    partition: partitionOf(caseId, partitions),
    message: { key: caseId, headers: headersOf(caseId, step), value },
  });
  return {
    command: (caseId: string, step: number) => on(commandTopic(prefix, step), caseId, step, JSON.stringify(message(caseId, step))),
    reply: (caseId: string, step: number) => on(replyTopic(prefix, step), caseId, step, JSON.stringify(message(caseId, step))),
    event: (teller: number, caseId: string, step: number) =>
      on(eventTopic(prefix, teller), caseId, step, JSON.stringify({ caseId, step, filler })),
  };
};

/** What was received, under the id in its headers. */
export function read({ headers, value }: ReceivedMessage): RawMessage {
  return { ...(JSON.parse(Buffer.from(value ?? '').toString()) as RawMessage), id: String(headers['ce_id']) };
}

function headersOf(caseId: string, step: number): Record<string, string> {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: uuidv7(),
    ce_source: '/told',
    ce_type: 'gov.hengtong.case-step.completed.v1',
    ce_subject: caseId,
    ce_time: new Date().toISOString(),
    ce_process: 'chain',
    ce_processversion: '1',
    ce_step: `step-${step}`,
    ce_department: 'market-regulation',
    ce_division: '330106',
    ce_causationid: uuidv7(),
    ce_sequence: String(step),
    ce_commandkey: `${caseId}/step-${step}/forward/1`,
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  };
}
