import {
  DeadLetter,
  DeadLetterCount,
  DeadLetterDisclosure,
  DeadLetterFilter,
  deadLetterStatus,
  DiscardDeadLetter,
  DiscardDeadLetters,
  DiscloseDeadLetter,
  DisclosedDeadLetter,
  keepable,
  page,
  PageQuery,
  RedriveDeadLetters,
  SettledDeadLetters,
} from '@hengtong/contracts';
import { CountChanged, DeadLetterRefusal, DeadLetters } from '@hengtong/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allows } from '../access/allows.ts';
import { actorOf, type Caller, From } from '../access/caller.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Documented } from '../openapi/documented.ts';

const ListQuery = keepable(PageQuery.extend({ ...DeadLetterFilter.shape, status: deadLetterStatus.optional() }));
const DeadLetterPage = page(DeadLetter);
const Summary = z.object({ items: z.array(DeadLetterCount) });
const Disclosures = z.object({ items: z.array(DeadLetterDisclosure) });
const id = z.uuid();
const manyExample = { filter: { topic: 'ht.commands.taxation', code: 'message.unreadable' }, count: 12 };

/** What every service shows of messages that it could not take, and what operators do with them. */
@Controller('v1/dead-letters')
export class DeadLettersController {
  private readonly deadLetters: DeadLetters;

  constructor(deadLetters: DeadLetters) {
    this.deadLetters = deadLetters;
  }

  @Get()
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'List dead letters, newest first, without their bodies',
    answers: { 200: { description: 'A page', schema: DeadLetterPage } },
    problems: ['invalid-parameter'],
  })
  async list(@Query({ schema: ListQuery }) query: z.output<typeof ListQuery>): Promise<z.infer<typeof DeadLetterPage>> {
    const { limit, after, ...which } = query;
    const items = await this.deadLetters.list({ ...which, limit: limit + 1, after: decodeCursor(id, after) });
    const last = items.length > limit ? items[limit - 1] : undefined;
    return { items: items.slice(0, limit), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get('summary')
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'How many dead letters there are by status, topic and code, and since when',
    answers: { 200: { description: 'One line for each kind, most of them first', schema: Summary } },
    problems: ['invalid-parameter'],
  })
  async summary(@Query({ schema: DeadLetterFilter }) filter: DeadLetterFilter): Promise<z.infer<typeof Summary>> {
    return { items: await this.deadLetters.summary(filter) };
  }

  @Post('redrives')
  @HttpCode(200)
  @Allows('dead-letters:write', 'operator')
  @Documented({
    summary: 'Run all again that wait under a filter, at most 1,000, the oldest first',
    body: manyExample,
    answers: { 200: { description: 'What became of them', schema: SettledDeadLetters } },
    problems: ['invalid-body', 'conflict'],
  })
  redriveAll(@Body({ schema: RedriveDeadLetters }) body: RedriveDeadLetters, @From() caller: Caller): Promise<SettledDeadLetters> {
    return answered(this.deadLetters.redriveAll(body.filter, body.count, actorOf(caller)));
  }

  @Post('discards')
  @HttpCode(200)
  @Allows('dead-letters:write', 'operator')
  @Documented({
    summary: 'Put all away for good that wait under a filter, at most 1,000, the oldest first',
    body: { ...manyExample, reason: 'Test messages of 24 November.' },
    answers: { 200: { description: 'What became of them', schema: SettledDeadLetters } },
    problems: ['invalid-body', 'conflict'],
  })
  discardAll(@Body({ schema: DiscardDeadLetters }) body: DiscardDeadLetters, @From() caller: Caller): Promise<SettledDeadLetters> {
    const { filter, count, reason } = body;
    return answered(this.deadLetters.discardAll(filter, count, { reason, by: actorOf(caller) }));
  }

  @Get(':id')
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'Show a dead letter with its headers and the form of its body, values hidden',
    answers: { 200: { description: 'The dead letter', schema: DeadLetter } },
    problems: ['invalid-parameter', 'not-found'],
  })
  get(@Param('id', { schema: id }) letter: string): Promise<DeadLetter> {
    return answered(this.deadLetters.get(letter));
  }

  @Post(':id/redrive')
  @HttpCode(200)
  @Allows('dead-letters:write', 'operator')
  @Documented({
    summary: 'Run the stored bytes again, under the same command key',
    answers: { 200: { description: 'It was taken', schema: DeadLetter } },
    problems: ['invalid-parameter', 'not-found', 'conflict', 'unprocessable'],
  })
  redrive(@Param('id', { schema: id }) letter: string, @From() caller: Caller): Promise<DeadLetter> {
    return answered(this.deadLetters.redrive(letter, actorOf(caller)));
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Allows('dead-letters:write', 'operator')
  @Documented({
    summary: 'Put a dead letter away for good, with a reason',
    body: { reason: 'The case was closed by hand on 24 November.' },
    answers: { 200: { description: 'It was put away', schema: DeadLetter } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict'],
  })
  discard(
    @Param('id', { schema: id }) letter: string,
    @Body({ schema: DiscardDeadLetter }) body: DiscardDeadLetter,
    @From() caller: Caller,
  ): Promise<DeadLetter> {
    return answered(this.deadLetters.discard(letter, body.reason, actorOf(caller)));
  }

  @Post(':id/disclosures')
  @Allows('personal:read', 'operator')
  @Documented({
    summary: 'See the body in clear; who did, when and why is recorded for good',
    body: { reason: 'The applicant has called about a wrong name.' },
    answers: { 201: { description: 'The dead letter with its body', schema: DisclosedDeadLetter } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found'],
  })
  disclose(
    @Param('id', { schema: id }) letter: string,
    @Body({ schema: DiscloseDeadLetter }) body: DiscloseDeadLetter,
    @From() caller: Caller,
  ): Promise<DisclosedDeadLetter> {
    return answered(this.deadLetters.disclose(letter, body.reason, actorOf(caller)));
  }

  @Get(':id/disclosures')
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'Who has seen the body in clear, when and why, latest first',
    answers: { 200: { description: 'At most a thousand', schema: Disclosures } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async disclosures(@Param('id', { schema: id }) letter: string): Promise<z.infer<typeof Disclosures>> {
    return { items: await answered(this.deadLetters.disclosures(letter)) };
  }
}

async function answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DeadLetterRefusal) throw new ProblemError(error.code, sentence(error), { cause: error });
    if (error instanceof CountChanged) throw new ProblemError('conflict', sentence(error), { count: error.count, cause: error });
    throw error;
  }
}

const sentence = ({ message }: Error): string => `${message}.`;
