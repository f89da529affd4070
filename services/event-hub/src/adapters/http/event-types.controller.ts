import { asyncApi, CataloguedEvent, standardWebhooks, Subscription } from '@hengtong/contracts';
import { Allows, type Caller, Documented, From, OPEN, ProblemError } from '@hengtong/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Catalogue } from '../../app/catalogue.ts';
import { ShowSubscriptions } from '../../app/show-subscriptions.ts';
import { eventTypesPage, eventTypesPolicy } from './event-types-page.ts';

const EventTypes = z.object({ items: z.array(CataloguedEvent) });
/** What a publisher may know of a subscription; where its subscriber is called and what it looks for is its own affair. */
const Subscriber = Subscription.pick({ id: true, subscriber: true, delivery: true, status: true, progress: true });
const Subscribers = z.object({ items: z.array(Subscriber) });

/** The catalogue: which types of events there are, what they hold, whose they are and who may have them. */
@Controller()
export class EventTypesController {
  private readonly catalogue: Catalogue;
  private readonly subscriptions: ShowSubscriptions;

  constructor(catalogue: Catalogue, subscriptions: ShowSubscriptions) {
    this.catalogue = catalogue;
    this.subscriptions = subscriptions;
  }

  @Get('v1/event-types')
  @Allows('events:read', 'agency', 'system', 'operator')
  @Documented({
    summary: 'List every type of event, with schema, example, owner and sharing',
    answers: { 200: { description: 'All of them, by name', schema: EventTypes } },
  })
  types(): z.infer<typeof EventTypes> {
    return { items: [...this.catalogue.types] };
  }

  @Get('v1/event-types/:type')
  @Allows('events:read', 'agency', 'system', 'operator')
  @Documented({
    summary: 'Show a type of event',
    answers: { 200: { description: 'The type', schema: CataloguedEvent } },
    problems: ['not-found'],
  })
  type(@Param('type') type: string): CataloguedEvent {
    return this.find(type);
  }

  @Get('v1/event-types/:type/subscribers')
  @Allows('grants:write', 'agency', 'system', 'operator')
  @Documented({
    summary: 'Show who receives a type of your own, and how far delivery has come',
    answers: { 200: { description: 'Subscriptions that can get it', schema: Subscribers } },
    problems: ['not-found'],
  })
  async subscribers(@Param('type') type: string, @From() caller: Caller): Promise<z.infer<typeof Subscribers>> {
    const { owners } = this.find(type);
    const { type: who, department, agency } = caller;
    if (who !== 'operator' && !owners.includes(department ?? agency ?? ''))
      throw new ProblemError('not-found', `There is no type ${type} of yours.`);
    const receiving = await this.subscriptions.receiving(type, caller);
    return { items: receiving.map((each) => Subscriber.parse(each)) };
  }

  @Get('asyncapi.json')
  @RouteConfig(OPEN)
  @Documented({ summary: 'AsyncAPI 3 of the topics and the webhooks', answers: { 200: { description: 'The document' } } })
  asyncApi(): unknown {
    const { types, access, broker } = this.catalogue;
    const { address, isSecure } = broker;
    return asyncApi({ version: '1.0.0', broker: address, isSecure, events: types, access, webhooks: standardWebhooks });
  }

  @Get('docs/event-types')
  @RouteConfig(OPEN)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', eventTypesPolicy)
  @Documented({ summary: 'The catalogue as a page to read', answers: { 200: { description: 'text/html' } } })
  page(): string {
    return eventTypesPage(this.catalogue.types);
  }

  /** @throws {ProblemError} 404 */
  private find(type: string): CataloguedEvent {
    const known = this.catalogue.find(type);
    if (!known) throw new ProblemError('not-found', `There is no type ${type}. GET /v1/event-types lists those that there are.`);
    return known;
  }
}
