import { type DeadLetter, DeadLetter as DeadLetterSchema, deadLetterStatus, DiscardDeadLetter, page, PageQuery } from '@hengtong/contracts';
import { DeadLetterRefusal, DeadLetters } from '@hengtong/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allows } from '../access/allows.ts';
import { actorOf, type Caller, From } from '../access/caller.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { ProblemError } from '../http/problem-error.ts';
import { Documented } from '../openapi/documented.ts';

const ListQuery = PageQuery.extend({ status: deadLetterStatus.optional() });
const DeadLetterPage = page(DeadLetterSchema);
const id = z.uuid();

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
    summary: 'List dead letters, newest first',
    answers: { 200: { description: 'A page', schema: DeadLetterPage } },
    problems: ['invalid-parameter'],
  })
  async list(@Query({ schema: ListQuery }) query: z.output<typeof ListQuery>): Promise<z.infer<typeof DeadLetterPage>> {
    const { limit, status } = query;
    const items = await this.deadLetters.list({ limit: limit + 1, status, after: decodeCursor(id, query.after) });
    const last = items.length > limit ? items[limit - 1] : undefined;
    return { items: items.slice(0, limit), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':id')
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'Show a dead letter with its bytes and headers',
    answers: { 200: { description: 'The dead letter', schema: DeadLetterSchema } },
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
    answers: { 200: { description: 'It was taken', schema: DeadLetterSchema } },
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
    answers: { 200: { description: 'It was put away', schema: DeadLetterSchema } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict'],
  })
  discard(
    @Param('id', { schema: id }) letter: string,
    @Body({ schema: DiscardDeadLetter }) body: DiscardDeadLetter,
    @From() caller: Caller,
  ): Promise<DeadLetter> {
    return answered(this.deadLetters.discard(letter, body.reason, actorOf(caller)));
  }
}

async function answered(letter: Promise<DeadLetter>): Promise<DeadLetter> {
  try {
    return await letter;
  } catch (error) {
    if (error instanceof DeadLetterRefusal) throw new ProblemError(error.code, `${error.message}.`, { cause: error });
    throw error;
  }
}
