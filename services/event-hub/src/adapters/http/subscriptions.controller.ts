import { ChangeSubscription, CreateSubscription, page, PageQuery, RotateSecret, Subscription } from '@hengtong/contracts';
import { Allows, type Caller, decodeCursor, Documented, encodeCursor, entityTag, From } from '@hengtong/platform';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ManageSubscriptions } from '../../app/manage-subscriptions.ts';
import { ShowSubscriptions } from '../../app/show-subscriptions.ts';
import { Once } from '../postgres/once.ts';

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
/** Standing wishes of agencies: which events, and how they come. */
@Controller('v1/subscriptions')
export class SubscriptionsController {
  private readonly seen: ShowSubscriptions;
  private readonly manage: ManageSubscriptions;
  private readonly once: Once;

  constructor(seen: ShowSubscriptions, manage: ManageSubscriptions, once: Once) {
    this.seen = seen;
    this.manage = manage;
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
    const found = await this.seen.list({ failing, limit: limit + 1, after: decodeCursor(id, after) }, caller);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
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
    return tagged(await this.seen.show(await this.seen.find(subscription, caller), caller), reply);
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
}

function tagged(subscription: Subscription, reply: FastifyReply): Subscription {
  reply.header('etag', entityTag(subscription.version));
  return subscription;
}
