import { serve } from '../measure/child-protocol.ts';
import { pullAll } from './pull-all.ts';
import { Receipts } from './receipts.ts';
import type { Question } from './receivers.ts';
import { openReaders } from './sse-readers.ts';
import type { SseReaders } from './sse-readers.ts';
import { openEndpoints } from './webhook-endpoints.ts';
import type { WebhookEndpoints } from './webhook-endpoints.ts';

/** All who receive: endpoints of webhooks, readers of streams, and one who pulls. */
await serve(async () => {
  const receipts = new Receipts();
  const open: { endpoints?: WebhookEndpoints; readers?: SseReaders } = {};
  const answers = async (question: Question): Promise<unknown> => {
    switch (question.want) {
      case 'endpoints':
        open.endpoints = await openEndpoints(question.count, receipts);
        return open.endpoints.sinks;
      case 'hang':
        return open.endpoints?.hang(question.endpoints);
      case 'readers':
        open.readers = await openReaders(question.urls, question.token, receipts);
        return undefined;
      case 'count':
        return receipts.count;
      case 'received':
        return receipts.take();
      case 'pull':
        return pullAll(question);
    }
  };
  return {
    ask: (question) => answers(question as Question),
    stop: async () => {
      open.readers?.close();
      await open.endpoints?.close();
    },
  };
});
