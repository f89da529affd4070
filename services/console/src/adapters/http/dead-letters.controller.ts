import { DeadLetter, DeadLetterCount, DeadLetterFilter, deadLetterStatus, keepable, PageQuery } from '@hengtong/contracts';
import { Allows, Documented } from '@hengtong/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { DeadLettersOfAll } from '../../app/dead-letters.ts';
import type { Session } from '../../app/sessions.ts';
import { InSession } from './identify.ts';

const service = z.string().describe('Whose');
const missing = z.array(z.string()).describe('Services that did not answer: what they have is not among these');

const only = z.string().max(100).optional().describe('One service alone');
const ListQuery = keepable(PageQuery.extend({ ...DeadLetterFilter.shape, status: deadLetterStatus.optional(), service: only }));
const SummaryQuery = keepable(z.object({ ...DeadLetterFilter.shape, service: only }));
const Letters = z.object({ items: z.array(DeadLetter.extend({ service })), next: z.string().optional(), missing });
const Summary = z.object({ items: z.array(DeadLetterCount.extend({ service })), missing });

/** The dead letters of all services as one list. What is done with one is done at its service. */
@Controller('api/dead-letters')
export class DeadLettersController {
  private readonly letters: DeadLettersOfAll;

  constructor(letters: DeadLettersOfAll) {
    this.letters = letters;
  }

  @Get()
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'List dead letters of all services, newest first',
    answers: { 200: { description: 'A page', schema: Letters } },
    problems: ['invalid-parameter', 'not-found', 'session-ended'],
  })
  async list(
    @Query({ schema: ListQuery }) query: z.output<typeof ListQuery>,
    @InSession() session: Session,
  ): Promise<z.input<typeof Letters>> {
    const { service: one, limit, ...filter } = query;
    const { items, missing: away, next } = await this.letters.list(session, { service: one, limit, filter: given(filter) });
    return { items: [...items], missing: [...away], ...(next !== undefined && { next }) };
  }

  @Get('summary')
  @Allows('dead-letters:read', 'operator')
  @Documented({
    summary: 'How many dead letters there are, by service, status, topic and code',
    answers: { 200: { description: 'One line for each kind', schema: Summary } },
    problems: ['invalid-parameter', 'not-found', 'session-ended'],
  })
  async summary(
    @Query({ schema: SummaryQuery }) { service: one, ...filter }: z.output<typeof SummaryQuery>,
    @InSession() session: Session,
  ): Promise<z.input<typeof Summary>> {
    const { items, missing: away } = await this.letters.summary(session, { service: one, filter: given(filter) });
    return { items: [...items], missing: [...away] };
  }
}

/** Without what was not asked for. */
const given = (query: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
