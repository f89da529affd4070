import { Confirm, EventPage, Subscription } from '@hengtong/contracts';
import { Allows, type Caller, Documented, From, ProblemError } from '@hengtong/platform';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { positionOf } from '../../app/cursor.ts';
import { EventLog } from '../../app/event-log.ts';
import { ManageSubscriptions } from '../../app/manage-subscriptions.ts';
import { waitFor } from '../../app/read-on.ts';
import { ShowSubscriptions } from '../../app/show-subscriptions.ts';
import { Streams } from '../../app/streams.ts';
import { Subscriptions } from '../../app/subscriptions.ts';
import type { SubscriptionRow } from '../postgres/subscriptions.ts';
import { eventsJson } from './events-json.ts';
import { streamEvents } from './event-stream.ts';

const id = z.uuid();
const PullQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  wait: z.coerce.number().int().min(0).max(30).default(0).describe('Seconds to wait for something to come'),
});

/** What an agency fetches by a subscription itself: page by page until it confirms, or as a stream. */
@Controller('v1/subscriptions')
export class ReceiveController {
  private readonly log: EventLog;
  private readonly seen: ShowSubscriptions;
  private readonly manage: ManageSubscriptions;
  private readonly subscriptions: Subscriptions;
  private readonly streams: Streams;

  constructor(log: EventLog, seen: ShowSubscriptions, manage: ManageSubscriptions, subscriptions: Subscriptions, streams: Streams) {
    this.log = log;
    this.seen = seen;
    this.manage = manage;
    this.subscriptions = subscriptions;
    this.streams = streams;
  }

  @Get(':id/events')
  @Allows('events:read', 'agency')
  @Documented({
    summary: 'Pull what has not been confirmed',
    description: 'The same events come again until they are confirmed: for those who can receive no calls and must not lose anything.',
    answers: { 200: { description: 'A page; confirm its `next`', schema: EventPage } },
    problems: ['invalid-parameter', 'not-found', 'conflict'],
  })
  async pull(
    @Param('id', { schema: id }) subscription: string,
    @Query({ schema: PullQuery }) { limit, wait }: z.output<typeof PullQuery>,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const row = only('pull', await this.seen.find(subscription, caller));
    const interest = this.subscriptions.interestOf(row);
    const { events, upTo } = await waitFor(this.log, interest, row.confirmed, limit, wait * 1_000, this.streams.goneOf(reply.raw));
    reply.header('content-type', 'application/json; charset=utf-8');
    return eventsJson(events, interest, this.log.cursors.of(upTo));
  }

  @Post(':id/confirmations')
  @HttpCode(200)
  @Allows('events:read', 'agency')
  @Documented({
    summary: 'Confirm that all up to a cursor has arrived',
    body: { cursor: 'NDI' },
    answers: { 200: { description: 'The subscription', schema: Subscription } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict'],
  })
  confirm(
    @Param('id', { schema: id }) subscription: string,
    @Body({ schema: Confirm }) { cursor }: Confirm,
    @From() caller: Caller,
  ): Promise<Subscription> {
    return this.manage.confirm(subscription, cursor, caller);
  }

  @Get(':id/stream')
  @Allows('events:read', 'agency')
  @Documented({
    summary: 'Receive events of a subscription as they happen (server-sent events)',
    answers: { 200: { description: 'text/event-stream, as GET /v1/events/stream' } },
    problems: ['invalid-parameter', 'not-found', 'conflict', 'unavailable'],
  })
  async stream(
    @Param('id', { schema: id }) subscription: string,
    @Headers('last-event-id') last: string | undefined,
    @From() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = only('sse', await this.seen.find(subscription, caller));
    const after = (await positionOf(this.log, last)) ?? row.confirmed;
    const interest = this.subscriptions.interestOf(row);
    await this.streams.open(request, reply, (response, over) =>
      streamEvents(response, this.log, interest, { after, until: caller.until, over }),
    );
  }
}

/** A subscription is delivered as it says, and in no other way. */
function only(delivery: SubscriptionRow['delivery'], row: SubscriptionRow): SubscriptionRow {
  if (row.delivery !== delivery) throw new ProblemError('conflict', `This subscription is delivered by ${row.delivery}.`);
  if (row.status !== 'active') throw new ProblemError('conflict', `This subscription is ${row.status}: make it active first.`);
  return row;
}
