import type { JsonSchema } from '../json-schema.ts';

/** How the hub calls a subscriber. */
export interface Webhooks {
  /** What is promised, and which answers mean what. */
  readonly description: string;
  readonly headers: JsonSchema;
}

const text = (description: string, rest: JsonSchema = {}): JsonSchema => ({ type: 'string', description, ...rest });

/** Standard Webhooks (https://www.standardwebhooks.com), and what the hub adds. */
export const standardWebhooks: Webhooks = {
  description:
    'POST of one structured CloudEvent. Any answer of 2xx within 10 seconds has taken it; 410 ends the subscription; all else is tried again, ' +
    'with a growing pause, as `Retry-After` asks. An event can come more than once, always under the same webhook-id.',
  headers: {
    type: 'object',
    properties: {
      'webhook-id': text('The id of the event for this subscription: pass over what you have had'),
      'webhook-timestamp': text('When this attempt was made, in seconds since 1970: refuse what is older than five minutes', {
        pattern: String.raw`^\d+$`,
      }),
      'webhook-signature': text('One for each secret in force, separated by spaces: v1,<base64 of HMAC-SHA-256 over id.timestamp.body>', {
        pattern: '^v1,[A-Za-z0-9+/]+=*( v1,[A-Za-z0-9+/]+=*)*$',
      }),
      'webhook-replay': text('There if it is sent again: the id of the replay', { format: 'uuid' }),
    },
    required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  },
};
