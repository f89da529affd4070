import { PublishedEvent, PublishEvent } from '@hengtong/contracts';
import { Allows, Documented, Trace } from '@hengtong/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { PublishEvents } from '../publish-event.ts';

/** Where the department's own system says what has happened. */
@Controller('v1/events')
export class EventsController {
  private readonly events: PublishEvents;

  constructor(events: PublishEvents) {
    this.events = events;
  }

  @Post()
  @HttpCode(202)
  @Allows('events:write', 'system')
  @Documented({
    summary: 'Publish an event of the department',
    description:
      'One of the types that the department declares (`events` at /v1/capabilities), checked against its schema. Each request is an event of ' +
      'its own: there is no Idempotency-Key here, so whoever sends one again after a lost answer may publish it twice.',
    body: {
      type: 'gov.hengtong.seal.filed.v1',
      subject: '01a20c80-1e0f-7a1b-8c2d-3e4f5a6b7c8d',
      process: 'enterprise-startup',
      division: '330106',
      data: { uscc: '91330106MA0000023E', sealNumber: '3301060000017' },
    },
    answers: { 202: { description: 'It is written and will be published', schema: PublishedEvent } },
    problems: ['bad-request', 'invalid-body', 'too-large', 'unsupported-media-type', 'unprocessable', 'unavailable'],
  })
  publish(@Body({ schema: PublishEvent }) event: PublishEvent, @Trace() traceparent: string): Promise<PublishedEvent> {
    return this.events.publish(event, traceparent);
  }
}
