import {
  ChangeSubscription,
  Confirm,
  CreateSubscription,
  EventPage,
  page,
  PageQuery,
  RotateSecret,
  Subscription,
} from '@hengtong/contracts';
import { Allows, type Caller, decodeCursor, Documented, encodeCursor, entityTag, From, ProblemError } from '@hengtong/platform';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { positionOf } from '../../app/cursor.ts';
import { EventLog } from '../../app/event-log.ts';
import { ManageSubscriptions, subscriberSeenBy } from '../../app/manage-subscriptions.ts';
import { waitFor } from '../../app/read-on.ts';
import { Streams } from '../../app/streams.ts';
import { Subscriptions } from '../../app/subscriptions.ts';
import { Once } from '../postgres/once.ts';
import { listSubscriptions, type SubscriptionRow } from '../postgres/subscriptions.ts';
import { eventsJson } from './events-json.ts';
import { streamEvents } from './event-stream.ts';

const SubscriptionPage = page(Subscription);
const id = z.uuid();
const ETAG = { ETag: 'Send it back in If-Match' };
const ListQuery = PageQuery.extend({
  failing: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('true: only those that should deliver and do not, because the hub has disabled them or nothing is taken; false: the others'),
});
const PullQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  wait: z.coerce.number().int().min(0).max(30).default(0).describe('Seconds to wait for something to come'),
});

/** Standing wishes of agencies: which events, and how they come. */
@Controller('v1/subscriptions')
export class SubscriptionsController {
  private readonly pool: Pool;
  private readonly log: EventLog;
  private readonly manage: ManageSubscriptions;
  private readonly subscriptions: Subscriptions;
  private readonly streams: Streams;
  private readonly once: Once;

  constructor(pool: Pool, log: EventLog, manage: ManageSubscriptions, subscriptions: Subscriptions, streams: Streams, once: Once) {
    this.pool = pool;
    this.log = log;
    this.manage = manage;
    this.subscriptions = subscriptions;
    this.streams = streams;
    this.once = once;
  }

  @Post()
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Subscribe',
    description:
      'After the CloudEvents Subscriptions API. A webhook is asked first whether it agrees (OPTIONS, WebHook-Request-Origin); until it does ' +
      'the subscription is unverified. Nothing is delivered that is not granted. An operator subscribes for an `agency` that has a grant.',
    body: { delivery: 'webhook', sink: 'https://tjj.example.gov.cn/hooks/hengtong', types: ['gov.hengtong.case.closed.v1'], start: 'now' },
    answers: {
      201: { description: 'The subscription, with its secret', schema: Subscription, headers: { ...ETAG, Location: 'Where it is' } },
    },
    problems: ['invalid-body', 'invalid-parameter', 'unprocessable', 'key-reused', 'still-running'],
  })
  async create(
    @Body({ schema: CreateSubscription }) body: CreateSubscription,
    @Headers('idempotency-key') key: string | undefined,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Subscription> {
    const request = { client: caller.clientId, route: 'POST /v1/subscriptions', key, body };
    const made = await this.once.answer(request, () => this.manage.create(body, caller));
    reply.header('location', `/v1/subscriptions/${made.id}`);
    return tagged(made, reply);
  }

  @Get()
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'List subscriptions, newest first: an agency its own',
    answers: { 200: { description: 'A page', schema: SubscriptionPage } },
    problems: ['invalid-parameter'],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, after, failing }: z.output<typeof ListQuery>,
    @From() caller: Caller,
  ): Promise<z.infer<typeof SubscriptionPage>> {
    const subscriber = subscriberSeenBy(caller);
    const rows = await listSubscriptions(this.pool, { subscriber, failing }, limit + 1, decodeCursor(id, after));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const items = await Promise.all(rows.slice(0, limit).map((row) => this.manage.show(row, caller)));
    return { items, ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':id')
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'Show a subscription, and how far delivery has come',
    answers: { 200: { description: 'The subscription', schema: Subscription, headers: ETAG } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(
    @Param('id', { schema: id }) subscription: string,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Subscription> {
    return tagged(await this.manage.show(await this.manage.find(subscription, caller), caller), reply);
  }

  @Patch(':id')
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Change what is wished, pause, or bring back',
    body: { status: 'active' },
    answers: { 200: { description: 'The subscription', schema: Subscription, headers: ETAG } },
    problems: [
      'invalid-parameter',
      'invalid-body',
      'not-found',
      'conflict',
      'precondition-failed',
      'precondition-required',
      'unprocessable',
    ],
  })
  async change(
    @Param('id', { schema: id }) subscription: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: ChangeSubscription }) body: ChangeSubscription,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Subscription> {
    return tagged(await this.manage.change(subscription, ifMatch, body, caller), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'End a subscription for good',
    answers: { 204: { description: 'It has ended' } },
    problems: ['invalid-parameter', 'not-found', 'conflict', 'precondition-failed'],
  })
  async end(@Param('id', { schema: id }) subscription: string, @From() caller: Caller): Promise<void> {
    await this.manage.end(subscription, caller);
  }

  @Post(':id/secret-rotations')
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Sign with a new secret, for a day with the old one as well',
    body: {},
    answers: { 201: { description: 'The subscription, with its new secret', schema: Subscription, headers: ETAG } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict', 'precondition-failed'],
  })
  async rotate(
    @Param('id', { schema: id }) subscription: string,
    @Body({ schema: RotateSecret }) { secret }: RotateSecret,
    @From() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Subscription> {
    return tagged(await this.manage.rotateSecret(subscription, secret, caller), reply);
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
    const row = only('pull', await this.manage.find(subscription, caller));
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
    const row = only('sse', await this.manage.find(subscription, caller));
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

function tagged(subscription: Subscription, reply: FastifyReply): Subscription {
  reply.header('etag', entityTag(subscription.version));
  return subscription;
}
