import { CreateReplay, page, PageQuery, Replay } from '@hengtong/contracts';
import { actorOf, Allows, type Caller, decodeCursor, Documented, encodeCursor, From, ProblemError } from '@hengtong/platform';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { positionOf } from '../../app/cursor.ts';
import { EventLog } from '../../app/event-log.ts';
import { ShowSubscriptions } from '../../app/show-subscriptions.ts';
import type { Cursors } from '../../domain/cursors.ts';
import { Once } from '../postgres/once.ts';
import { cancelReplay, insertReplay, listReplays, readReplay, type ReplayRow } from '../postgres/replays.ts';

const ReplayPage = page(Replay);
const id = z.uuid();
/** Deliveries a second, unless told. */
const RATE = 100;

/** Sends once more what a webhook was sent, or should have been. */
@Controller('v1/subscriptions/:id/replays')
export class ReplaysController {
  private readonly pool: Pool;
  private readonly log: EventLog;
  private readonly subscriptions: ShowSubscriptions;
  private readonly once: Once;

  constructor(pool: Pool, log: EventLog, subscriptions: ShowSubscriptions, once: Once) {
    this.pool = pool;
    this.log = log;
    this.subscriptions = subscriptions;
    this.once = once;
  }

  @Post()
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Send once more, by time, cursor or case, or only what has failed',
    description:
      'Each call is marked `webhook-replay` with the id of the replay. What is granted and wished now is sent, at a bounded rate.',
    body: { since: '2026-11-24T08:00:00+08:00', only: 'failed', ratePerSecond: 50 },
    answers: { 201: { description: 'It is under way', schema: Replay } },
    problems: ['invalid-parameter', 'invalid-body', 'not-found', 'conflict', 'unprocessable', 'key-reused', 'still-running'],
  })
  create(
    @Param('id', { schema: id }) subscription: string,
    @Body({ schema: CreateReplay }) body: CreateReplay,
    @Headers('idempotency-key') key: string | undefined,
    @From() caller: Caller,
  ): Promise<Replay> {
    const request = { client: caller.clientId, route: `POST /v1/subscriptions/${subscription}/replays`, key, body };
    return this.once.answer(request, () => this.begin(subscription, body, caller));
  }

  @Get()
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'List replays, newest first',
    answers: { 200: { description: 'A page', schema: ReplayPage } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async list(
    @Param('id', { schema: id }) subscription: string,
    @Query({ schema: PageQuery }) { limit, after }: PageQuery,
    @From() caller: Caller,
  ): Promise<z.infer<typeof ReplayPage>> {
    await this.subscriptions.find(subscription, caller);
    const rows = await listReplays(this.pool, subscription, limit + 1, decodeCursor(id, after));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map((row) => replayOf(row, this.log.cursors)), ...(last && { next: encodeCursor(last.id) }) };
  }

  @Get(':replay')
  @Allows('events:read', 'agency', 'operator')
  @Documented({
    summary: 'Show how far a replay has come',
    answers: { 200: { description: 'The replay', schema: Replay } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(
    @Param('id', { schema: id }) subscription: string,
    @Param('replay', { schema: id }) replay: string,
    @From() caller: Caller,
  ): Promise<Replay> {
    await this.subscriptions.find(subscription, caller);
    const row = await readReplay(this.pool, subscription, replay);
    if (!row) throw new ProblemError('not-found', `There is no replay ${replay}.`);
    return replayOf(row, this.log.cursors);
  }

  @Post(':replay/cancellation')
  @HttpCode(200)
  @Allows('subscriptions:write', 'agency', 'operator')
  @Documented({
    summary: 'Send no more of a replay',
    answers: { 200: { description: 'The replay', schema: Replay } },
    problems: ['invalid-parameter', 'not-found', 'conflict'],
  })
  async cancel(
    @Param('id', { schema: id }) subscription: string,
    @Param('replay', { schema: id }) replay: string,
    @From() caller: Caller,
  ): Promise<Replay> {
    const { status } = await this.get(subscription, replay, caller);
    if (!(await cancelReplay(this.pool, replay))) throw new ProblemError('conflict', `This replay is ${status}.`);
    return this.get(subscription, replay, caller);
  }

  private async begin(subscription: string, body: CreateReplay, caller: Caller): Promise<Replay> {
    const { delivery, status } = await this.subscriptions.find(subscription, caller);
    if (delivery !== 'webhook')
      throw new ProblemError('conflict', `This subscription is delivered by ${delivery}: read again from a cursor.`);
    if (status === 'ended') throw new ProblemError('conflict', 'This subscription has ended.');
    const { after, since, until, caseId, only, ratePerSecond } = body;
    const from = (await positionOf(this.log, after)) ?? (since === undefined ? undefined : await this.log.before(since));
    if (from === undefined) throw beginning('must say where to begin, or `since` must');
    const to = until === undefined ? this.log.head : await this.log.upTo(until);
    if (to <= from) throw beginning('leaves nothing to be sent');
    const row = await insertReplay(this.pool, {
      id: uuidv7(),
      subscriptionId: subscription,
      failedOnly: only === 'failed',
      caseId: caseId ?? null,
      rate: ratePerSecond ?? RATE,
      from,
      to,
      createdBy: actorOf(caller),
    });
    return replayOf(row, this.log.cursors);
  }
}

const beginning = (detail: string): ProblemError =>
  new ProblemError('unprocessable', `/after ${detail}.`, { errors: [{ pointer: '/after', detail }] });

function replayOf({ from, to, at, deliveries, ...row }: ReplayRow, cursors: Cursors): Replay {
  return {
    id: row.id,
    subscription: row.subscriptionId,
    status: row.status,
    only: row.failedOnly ? 'failed' : 'all',
    ...(row.caseId !== null && { caseId: row.caseId }),
    ratePerSecond: row.rate,
    progress: {
      from: cursors.of(from),
      at: cursors.of(at),
      until: cursors.of(to),
      percent: Math.floor((100 * (at - from)) / Math.max(1, to - from)),
      deliveries,
    },
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
  };
}
