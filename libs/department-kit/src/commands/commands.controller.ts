import { commandTypes, type Message } from '@hengtong/contracts';
import { FromMessage, InUnit, PassOn, Takes } from '@hengtong/messaging';
import type { Unit } from '@hengtong/messaging';
import { Controller, UseFilters } from '@nestjs/common';
import { CommandHandlers } from './take-commands.ts';

/** Commands of the orchestrator, from the department's own topic. */
@Controller()
@UseFilters(PassOn)
export class CommandsController {
  private readonly handlers: CommandHandlers;

  constructor(handlers: CommandHandlers) {
    this.handlers = handlers;
  }

  @Takes(commandTypes.stepRequested)
  requested(@FromMessage() message: Message, @InUnit() unit: Unit): Promise<void> {
    return this.handlers.requested(message, unit);
  }

  @Takes(commandTypes.stepCompensationRequested)
  compensationRequested(@FromMessage() message: Message, @InUnit() unit: Unit): Promise<void> {
    return this.handlers.compensationRequested(message, unit);
  }

  @Takes(commandTypes.stepRecallRequested)
  recallRequested(@FromMessage() message: Message, @InUnit() unit: Unit): Promise<void> {
    return this.handlers.recallRequested(message, unit);
  }
}
