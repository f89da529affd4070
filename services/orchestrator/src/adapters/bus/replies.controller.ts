import { type Message, replyTypes } from '@hengtong/contracts';
import { FromMessage, InUnit, PassOn, Takes } from '@hengtong/messaging';
import type { Unit } from '@hengtong/messaging';
import { Controller, UseFilters } from '@nestjs/common';
import { TakeReplies } from '../../app/take-reply.ts';

/** Replies of all departments, each from its own topic. */
@Controller()
@UseFilters(PassOn)
export class RepliesController {
  private readonly replies: TakeReplies;

  constructor(replies: TakeReplies) {
    this.replies = replies;
  }

  @Takes(...Object.values(replyTypes))
  take(@FromMessage() message: Message, @InUnit() unit: Unit): Promise<void> {
    return this.replies.take(message, unit);
  }
}
