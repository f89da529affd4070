import { Readable } from 'node:stream';
import { PageQuery } from '@hengtong/contracts';
import { Allows, type Caller, Documented, From } from '@hengtong/platform';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { positionOf } from '../../app/cursor.ts';
import { EventLog } from '../../app/event-log.ts';
import { Grants } from '../../app/grants.ts';
import { readOn } from '../../app/read-on.ts';
import { Streams } from '../../app/streams.ts';
import { interestFor } from '../../app/watch.ts';
import { EventQuery, wishOf } from '../../domain/event-query.ts';
import type { Interest } from '../../domain/interest.ts';

const ExportQuery = EventQuery.extend({
  after: PageQuery.shape.after.describe('A cursor: what lies behind it. Default: the beginning of the log'),
  since: z.iso.datetime({ offset: true }).optional().describe('What happened from then on, in place of `after`'),
  until: z.iso.datetime({ offset: true }).optional().describe('What happened before then. Default: now'),
});
/** Events that are read at a time: no more than these wait in memory for a reader. */
const BATCH = 1_000;

/** The log as a file. */
@Controller('v1/events/export')
export class ExportController {
  private readonly log: EventLog;
  private readonly grants: Grants;
  private readonly streams: Streams;

  constructor(log: EventLog, grants: Grants, streams: Streams) {
    this.log = log;
    this.grants = grants;
    this.streams = streams;
  }

  @Get()
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'Export events as a file, a line each',
    description: 'All up to the moment of the request, or up to `until`; as fast as it is read.',
    answers: { 200: { description: 'application/x-ndjson: structured CloudEvents' } },
    problems: ['invalid-parameter', 'unprocessable'],
  })
  async export(
    @Query({ schema: ExportQuery }) { after, since, until, ...query }: z.output<typeof ExportQuery>,
    @From() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const interest = interestFor(caller, this.grants, wishOf(query));
    const from = (await positionOf(this.log, after)) ?? (since === undefined ? 0 : await this.log.before(since));
    const to = until === undefined ? this.log.head : await this.log.upTo(until);
    const lines = Readable.from(this.lines(interest, from, to, this.streams.goneOf(reply.raw)));
    await reply
      .type('application/x-ndjson; charset=utf-8')
      .header('content-disposition', 'attachment; filename="events.ndjson"')
      .send(lines);
  }

  private async *lines(interest: Interest, from: number, to: number, gone: AbortSignal): AsyncGenerator<string> {
    for (let at = from; at < to && !gone.aborted;) {
      const { events, upTo } = await readOn(this.log, interest, at, BATCH);
      at = upTo;
      const text = events.filter(({ position }) => position <= to).map((logged) => `${interest.shape(logged)}\n`);
      if (text.length > 0) yield text.join('');
    }
  }
}
