import { DeadLettersController } from '@hengtong/platform';
import { DeliveriesController } from './deliveries.controller.ts';
import { EventTypesController } from './event-types.controller.ts';
import { EventsController } from './events.controller.ts';
import { ExportController } from './export.controller.ts';
import { GrantsController } from './grants.controller.ts';
import { PublishController } from './publish.controller.ts';
import { ReceiveController } from './receive.controller.ts';
import { ReplaysController } from './replays.controller.ts';
import { SubscriptionsController } from './subscriptions.controller.ts';

/** All that the event hub answers to. */
export const controllers = [
  EventsController,
  ExportController,
  PublishController,
  EventTypesController,
  GrantsController,
  SubscriptionsController,
  ReceiveController,
  DeliveriesController,
  ReplaysController,
  DeadLettersController,
];
