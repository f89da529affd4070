import { PublishedEvent, PublishEvent } from '@hengtong/contracts';
import { Allows, type Caller, Documented, From, Trace } from '@hengtong/platform';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { PublishEvents } from '../../app/publish-events.ts';
import { agencyOf } from '../../app/watch.ts';
import { Once } from '../postgres/once.ts';

/** Where an agency says what has happened. */
@Controller('v1/events')
export class PublishController {
  private readonly events: PublishEvents;
  private readonly once: Once;

  constructor(events: PublishEvents, once: Once) {
    this.events = events;
    this.once = once;
  }

  @Post()
  @HttpCode(202)
  @Allows('events:write', 'agency')
  @Documented({
    summary: 'Publish an event of your own',
    description:
      'One of the types that the catalogue has of your agency, checked against its schema. Others receive it as they are granted it.',
    body: {
      type: 'gov.hengtong.credit-record.updated.v1',
      subject: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d',
      division: '330106',
      data: { uscc: '91330106MA0000023E', change: 'restored' },
    },
    answers: { 202: { description: 'It is written and will be published', schema: PublishedEvent } },
    problems: ['invalid-body', 'unprocessable', 'unavailable', 'key-reused', 'still-running'],
  })
  publish(
    @Body({ schema: PublishEvent }) body: PublishEvent,
    @Headers('idempotency-key') key: string | undefined,
    @From() caller: Caller,
    @Trace() traceparent: string,
  ): Promise<PublishedEvent> {
    const request = { client: caller.clientId, route: 'POST /v1/events', key, body };
    return this.once.answer(request, () => this.events.publish(agencyOf(caller), body, traceparent));
  }
}
