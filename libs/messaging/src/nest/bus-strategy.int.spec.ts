import 'reflect-metadata';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { encode, type Message } from '@hengtong/contracts';
import type { MessagingDatabase } from '@hengtong/testing';
import { Controller, type INestMicroservice, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { UnacceptableMessage } from '../consumer/index.ts';
import type { Messaging } from '../messaging.ts';
import { counted } from '../testing/sending-process.ts';
import { stepsTable, storedSteps, takeStep } from '../testing/steps.ts';
import { commandOf, messagingOf } from '../testing/test-messaging.ts';
import { testService, type TestService } from '../testing/test-service.ts';
import type { Unit } from '../unit-of-work/index.ts';
import { BusStrategy, FromMessage, InUnit, Takes } from './bus-strategy.ts';

/** Milliseconds. */
const PATIENT = 15_000;
const doubled = 'gov.hengtong.number.doubled.v1';
const Counted = z.object({ n: z.number() });

@Injectable()
class Steps {
  topic = '';
  take = ({ subject, data }: Message, unit: Unit): Promise<unknown> => takeStep(unit, this.topic, subject, Counted.parse(data).n);
}

@Controller()
class StepsController {
  private readonly steps: Steps;
  constructor(steps: Steps) {
    this.steps = steps;
  }

  @Takes(counted, doubled)
  async take(@FromMessage() message: Message, @InUnit() unit: Unit): Promise<unknown> {
    const answer = await this.steps.take(message, unit);
    const { n } = Counted.parse(message.data);
    if (n === 13) throw new UnacceptableMessage('number.unlucky', 'nobody may take this one');
    if (n === 14) throw Object.assign(new Error('come again'), { code: '40001' });
    return answer;
  }
}

@Module({ controllers: [StepsController], providers: [Steps] })
class StepsModule {}

let service: TestService;
let database: MessagingDatabase;
let messaging: Messaging;
let app: INestMicroservice;
beforeEach(async () => {
  service = await testService();
  database = await service.database();
  await database.query(stepsTable);
  messaging = await messagingOf(service, { partitions: 1, database, schemas: { [counted]: Counted, [doubled]: Counted } });
  app = await NestFactory.createMicroservice(StepsModule, { strategy: new BusStrategy(messaging.intake), logger: false });
  app.get(Steps).topic = service.topic;
  await app.listen();
}, PATIENT);
afterEach(async () => {
  await app.close();
  await service.close();
}, PATIENT);

let offset = 0;
const take = (...messages: Message[]) =>
  messaging.intake.take({
    topic: service.commands,
    partition: 0,
    messages: messages.map((message) => {
      const { headers, value } = encode(message);
      return { topic: service.commands, partition: 0, offset: String(offset++), key: message.subject, headers, value: Buffer.from(value) };
    }),
  });

test('a controller takes messages of its types, each with the unit of work of its batch', async () => {
  const caseId = uuidv7();
  expect(await take(commandOf(caseId, 1), commandOf(caseId, 2, { type: doubled }), commandOf(caseId, 3))).toBe('taken');
  const stored = await storedSteps(database);
  expect(stored.map(({ case_id, n }) => [case_id, n])).toEqual([1, 2, 3].map((n) => [caseId, n]));
  expect(new Set(stored.map(({ xmin }) => xmin)).size).toBe(1);
});

test('what a controller throws reaches the intake as it is, and nothing else of it does', async () => {
  const caseId = uuidv7();
  expect(await take(commandOf(caseId, 13), commandOf(caseId, 1))).toBe('taken');
  const deadLetters = await messaging.deadLetters.list({ limit: 10 });
  expect(deadLetters).toEqual([expect.objectContaining({ code: 'number.unlucky', reason: 'nobody may take this one' })]);
  expect(await take(commandOf(uuidv7(), 14))).toBe('later');
  expect(await messaging.deadLetters.list({ limit: 10 })).toEqual(deadLetters);
  expect((await storedSteps(database)).map(({ n }) => n)).toEqual([1]);
});

test('a type that no controller takes is unknown', async () => {
  expect(await take(commandOf(uuidv7(), 1, { type: 'gov.hengtong.number.halved.v1' }))).toBe('taken');
  expect(await messaging.deadLetters.list({ limit: 1 })).toEqual([expect.objectContaining({ code: 'message.unknown-type' })]);
});
