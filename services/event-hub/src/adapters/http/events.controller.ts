import { EventPage, PageQuery } from '@hengtong/contracts';
import { Allows, type Caller, Documented, From, ProblemError } from '@hengtong/platform';
import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { positionOf } from '../../app/cursor.ts';
import { EventLog } from '../../app/event-log.ts';
import { Grants } from '../../app/grants.ts';
import { readBack, waitFor } from '../../app/read-on.ts';
import { Streams } from '../../app/streams.ts';
import { interestFor } from '../../app/watch.ts';
import { EventQuery, wishOf } from '../../domain/event-query.ts';
import { eventsJson } from './events-json.ts';
import { streamEvents } from './event-stream.ts';

const cursor = PageQuery.shape.after;
const PullQuery = EventQuery.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  after: cursor.describe('The `next` of the page before. Default: the beginning of the log'),
  since: z.iso.datetime({ offset: true }).optional().describe('Begin with what happened at this time, in place of `after`'),
  order: z.enum(['oldest', 'newest']).default('oldest').describe('newest: read back, the newest event first'),
  before: cursor.describe('With order=newest: the `next` of the page before, or the cursor of an event. Default: the end of the log'),
  wait: z.coerce.number().int().min(0).max(30).default(0).describe('Seconds to wait for something to come'),
});
const StreamQuery = EventQuery.extend({
  after: cursor.describe('Where to begin. Default: now. Last-Event-ID wins over it'),
  since: PullQuery.shape.since,
});

/** The log of all events, for agencies as far as they have grants, for operators as a whole. */
@Controller('v1/events')
export class EventsController {
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
    summary: 'Pull events, in the order in which they were kept',
    description:
      'Ask again with `after` set to the `next` of the page before: no event is left out and none comes twice. `next` is always there; with ' +
      '`wait` the answer comes when there is an event, or when the time is over. With `order=newest` it goes backwards: ask again with ' +
      '`before` set to `next` while `hasOlder`, and follow what comes meanwhile with `after` set to the `head` of the first page.',
    answers: { 200: { description: 'A page of structured CloudEvents', schema: EventPage } },
    problems: ['invalid-parameter', 'unprocessable'],
  })
  async pull(
    @Query({ schema: PullQuery }) { limit, after, since, order, before, wait, ...query }: z.output<typeof PullQuery>,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const interest = interestFor(caller, this.grants, wishOf(query));
    reply.header('content-type', 'application/json; charset=utf-8');
    if (order === 'newest') {
      refuseWith({ after, since, wait: wait || undefined }, 'does not go with order=newest: that begins at `before`, and does not wait');
      const found = await readBack(this.log, interest, await positionOf(this.log, before, 'before'), limit);
      const { cursors } = this.log;
      return eventsJson(found.events, interest, cursors.of(found.from), { head: cursors.of(found.head), hasOlder: found.from > 0 });
    }
    refuseWith({ before }, 'goes with order=newest only');
    const from = (await this.beginning(after, since)) ?? 0;
    const gone = this.streams.goneOf(reply.raw);
    const { events, upTo } = await waitFor(this.log, interest, from, limit, wait * 1_000, gone);
    return eventsJson(events, interest, this.log.cursors.of(upTo));
  }

  @Get('stream')
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'Receive events as they happen (server-sent events)',
    description:
      'Each event has its cursor as `id`: a reader that was cut off comes back with `Last-Event-ID`, as browsers do by themselves. Ends when ' +
      'the token expires; who does not read for 20 s is cut off.',
    answers: { 200: { description: 'text/event-stream; `data` is a structured CloudEvent' } },
    problems: ['invalid-parameter', 'unprocessable', 'unavailable'],
  })
  async stream(
    @Query({ schema: StreamQuery }) { after, since, ...query }: z.output<typeof StreamQuery>,
    @Headers('last-event-id') last: string | undefined,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const interest = interestFor(caller, this.grants, wishOf(query));
    const from = (await this.beginning(last ?? after, since)) ?? this.log.head;
    await this.streams.open(request, reply, (response, over) =>
      streamEvents(response, this.log, interest, { after: from, until: caller.until, over }),
    );
  }

  /** Where to begin; undefined where nothing is said. */
  private async beginning(after: string | undefined, since: string | undefined): Promise<number | undefined> {
    const position = await positionOf(this.log, after);
    return position ?? (since === undefined ? undefined : this.log.before(since));
  }
}

/** @throws {ProblemError} 400 for parameters that are there and must not be. */
function refuseWith(given: Readonly<Record<string, unknown>>, detail: string): void {
  const errors = Object.keys(given).flatMap((name) => (given[name] === undefined ? [] : [{ pointer: name, detail }]));
  if (errors[0]) throw new ProblemError('invalid-parameter', `${errors[0].pointer} ${detail}.`, { errors });
}
