import { encode, type Message, ORCHESTRATOR } from '@hengtong/contracts';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type OutgoingMessage, partitionOf } from '../bus/index.ts';
import type { MessageHandler } from '../consumer/index.ts';
import { Messaging, type MessagingOptions } from '../messaging.ts';
import { counted, silent } from './sending-process.ts';
import { takeStep } from './steps.ts';
import type { TestService } from './test-service.ts';

const DAY = 86_400_000;

export interface TestMessagingOptions extends Partial<MessagingOptions> {
  readonly partitions: number;
  /** Takes a step for each command unless told. */
  readonly handle?: MessageHandler;
}

/** One process of a service that takes commands, each a step of its case that an event tells of. Opened, and stopped when the test ends. */
export async function messagingOf(service: TestService, options: TestMessagingOptions): Promise<Messaging> {
  const { name, topic, commands } = service;
  const messaging = await openMessaging({ name, topic, commands }, { database: await service.database(), bus: service.bus(), ...options });
  service.atEnd(() => messaging.stop(2_000));
  return messaging;
}

export async function openMessaging(
  { name, topic, commands }: Pick<TestService, 'name' | 'topic' | 'commands'>,
  { handle, ...options }: TestMessagingOptions & Pick<MessagingOptions, 'database' | 'bus'>,
): Promise<Messaging> {
  const messaging = new Messaging({
    service: name,
    reads: [commands],
    writes: [topic],
    schemas: { [counted]: z.object({ n: z.number() }) },
    retention: { inbox: 35 * DAY, outbox: 7 * DAY, width: DAY },
    childOf: (traceparent) => traceparent ?? '00-00000000000000000000000000000001-0000000000000001-01',
    observer: { batch: () => undefined, outcome: () => undefined, trouble: () => undefined },
    log: silent,
    rebind: false,
    sweepEvery: 50,
    ...options,
  });
  const step: MessageHandler = async ({ subject, data }, unit) => void (await takeStep(unit, topic, subject, (data as { n: number }).n));
  messaging.intake.on(counted, handle ?? step);
  await messaging.open();
  return messaging;
}

/** A command of the orchestrator: step `n` of a case. */
export const commandOf = (caseId: string, n: number, changes: Partial<Message> = {}): Message => ({
  id: uuidv7(),
  type: counted,
  source: ORCHESTRATOR,
  subject: caseId,
  time: new Date().toISOString(),
  data: { n },
  ...changes,
});

/** Commands as the orchestrator's outbox sends them. */
export const onItsWay = (topic: string, partitions: number, ...messages: readonly Message[]): OutgoingMessage[] =>
  messages.map((message) => ({ topic, partition: partitionOf(message.subject, partitions), message: encode(message) }));
