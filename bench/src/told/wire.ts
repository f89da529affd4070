import { randomBytes } from 'node:crypto';

import { encode } from '@hengtong/contracts';
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

/** Raw's messages and the events of the design, each a CloudEvent with all attributes that one of a step has. */
export const wireOf = ({ prefix, partitions }: Wire) => {
  const on = (topic: string, data: RawMessage): OutgoingMessage => ({
    topic,
    partition: partitionOf(data.caseId, partitions),
    message: encode({ ...contextOf(data), data }),
  });
  return {
    command: (caseId: string, step: number) => on(commandTopic(prefix, step), message(caseId, step)),
    reply: (caseId: string, step: number) => on(replyTopic(prefix, step), message(caseId, step)),
    event: (teller: number, caseId: string, step: number) => on(eventTopic(prefix, teller), { id: uuidv7(), caseId, step, filler }),
  };
};

/** What was received. */
export const read = ({ value }: ReceivedMessage): RawMessage => JSON.parse(Buffer.from(value ?? '').toString()) as RawMessage;

const contextOf = ({ id, caseId, step }: RawMessage) => ({
  id,
  source: 'told',
  type: 'gov.hengtong.case-step.completed.v1',
  subject: caseId,
  time: new Date().toISOString(),
  process: 'chain',
  processversion: 1,
  step: `step-${step}`,
  department: 'market-regulation',
  division: '330106',
  causationid: uuidv7(),
  sequence: step + 1,
  commandkey: `${caseId}/step-${step}/forward/1`,
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
});
