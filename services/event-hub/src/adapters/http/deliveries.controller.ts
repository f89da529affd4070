import { DeliveryRecord, deliveryStatus, exampleEvent, page, PageQuery, Posted, Recover, Recovered, TestSend } from '@hengtong/contracts';
import { Allows, type Caller, decodeCursor, Documented, encodeCursor, From, ProblemError } from '@hengtong/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Pool } from 'pg';
import { z } from 'zod';
import { Catalogue } from '../../app/catalogue.ts';
import { Deliveries, testSend } from '../../app/deliveries/index.ts';
import { EventLog } from '../../app/event-log.ts';
import { ShowSubscriptions } from '../../app/show-subscriptions.ts';
import { secretsInUse } from '../../app/subscriptions.ts';
import { type Delivery, listDeliveries, readDelivery, recoverSince, resend } from '../postgres/deliveries/index.ts';
import type { LoggedEvent } from '../../domain/logged-event.ts';
import type { SubscriptionRow } from '../postgres/subscriptions.ts';
import { Transport } from '../webhook/index.ts';

const ListQuery = PageQuery.extend({ status: deliveryStatus.optional() });
const DeliveryPage = page(DeliveryRecord);
const id = z.uuid();
/** What a test sends unless another type is named. */
const TEST_TYPE = 'gov.hengtong.case.closed.v1';

/** What became of the calls of a webhook. */
@Controller('v1/subscriptions/:id')
export class DeliveriesController {
  private readonly pool: Pool;
  private readonly log: EventLog;
  private readonly subscriptions: ShowSubscriptions;
  private readonly deliveries: Deliveries<LoggedEvent>;
  private readonly transport: Transport;
  private readonly catalogue: Catalogue;

  constructor(
    pool: Pool,
    log: EventLog,
    subscriptions: ShowSubscriptions,
    deliveries: Deliveries<LoggedEvent>,
    transport: Transport,
    catalogue: Catalogue,
  ) {
    this.pool = pool;
    this.log = log;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.transport = transport;
    this.catalogue = catalogue;
  }

  @Get('deliveries')
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'List deliveries, newest first',
    answers: { 200: { description: 'A page', schema: DeliveryPage } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async list(
    @Param('id', { schema: id }) subscription: string,
    @Query({ schema: ListQuery }) { limit, after, status }: z.output<typeof ListQuery>,
    @From() caller: Caller,
  ): Promise<z.infer<typeof DeliveryPage>> {
    await this.subscriptions.find(subscription, caller);
    const found = await listDeliveries(this.pool, subscription, { status, after: decodeCursor(id, after), limit: limit + 1 });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return { items: found.slice(0, limit).map((delivery) => this.shown(delivery)), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get('deliveries/:delivery')
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'Show a delivery with its attempts',
    answers: { 200: { description: 'The delivery', schema: DeliveryRecord } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(
    @Param('id', { schema: id }) subscription: string,
    @Param('delivery', { schema: id }) delivery: string,
    @From() caller: Caller,
  ): Promise<DeliveryRecord> {
    await this.subscriptions.find(subscription, caller);
    const found = await readDelivery(this.pool, subscription, delivery);
    if (!found) throw new ProblemError('not-found', `There is no delivery ${delivery}.`);
    return { ...this.shown(found), attempted: found.attempted };
  }

  @Post('deliveries/:delivery/resend')
  @HttpCode(202)
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Make a delivery again, whatever became of it',
    answers: { 202: { description: 'It is made again, under the same webhook-id' } },
    problems: ['invalid-parameter', 'not-found', 'conflict'],
  })
  async resend(
    @Param('id', { schema: id }) subscription: string,
    @Param('delivery', { schema: id }) delivery: string,
    @From() caller: Caller,
  ): Promise<void> {
    await this.get(subscription, delivery, caller);
    if (!(await resend(this.pool, subscription, delivery))) throw new ProblemError('conflict', 'This delivery is still to be made.');
    await this.deliveries.look();
  }

  @Post('recoveries')
  @HttpCode(200)
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Make again what has failed since a moment',
    body: { since: '2026-11-24T08:00:00+08:00' },
    answers: { 200: { description: 'How many are made again', schema: Recovered } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict'],
  })
  async recover(
    @Param('id', { schema: id }) subscription: string,
    @Body({ schema: Recover }) { since }: Recover,
    @From() caller: Caller,
  ): Promise<z.infer<typeof Recovered>> {
    webhook(await this.subscriptions.find(subscription, caller));
    const deliveries = await recoverSince(this.pool, subscription, new Date(since));
    await this.deliveries.look();
    return { deliveries };
  }

  @Post('test-sends')
  @HttpCode(200)
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Call the webhook once with an example, to see whether it arrives',
    description: 'Signed like every call and marked `webhook-test`; kept nowhere.',
    body: { type: TEST_TYPE },
    answers: { 200: { description: 'What came of it', schema: Posted } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict', 'unprocessable'],
  })
  async test(
    @Param('id', { schema: id }) subscription: string,
    @Body({ schema: TestSend }) { type = TEST_TYPE }: TestSend,
    @From() caller: Caller,
  ): Promise<Posted> {
    const row = webhook(await this.subscriptions.find(subscription, caller));
    const known = this.catalogue.find(type);
    if (!known)
      throw new ProblemError('unprocessable', `There is no type ${type}.`, { errors: [{ pointer: '/type', detail: 'is not known' }] });
    const event = exampleEvent(known);
    const { sink } = row.wish;
    if (row.status === 'unverified' || row.status === 'ended')
      throw new ProblemError('conflict', `This subscription is ${row.status}: its sink has not agreed to be called.`);
    return testSend(
      this.transport,
      { ...(sink && { sink }), secrets: secretsInUse(row) },
      { id: String(event['id']), json: JSON.stringify(event) },
    );
  }

  private shown({ position, ...delivery }: Delivery): DeliveryRecord {
    return { ...delivery, cursor: this.log.cursors.of(position) };
  }
}

function webhook(row: SubscriptionRow): SubscriptionRow {
  if (row.delivery !== 'webhook')
    throw new ProblemError('conflict', `This subscription is delivered by ${row.delivery}: nobody is called.`);
  return row;
}
