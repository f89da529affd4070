import { EVENT_HUB, eventsTopic, type hubEvents } from '@hengtong/contracts';
import type { BatchRunner, Unit } from '@hengtong/messaging';
import type { z } from 'zod';

type HubEvent = (typeof hubEvents)[keyof typeof hubEvents];

/**
 * Tells of a subscription or a grant, over the bus like every event, so that it is kept and delivered like others.
 * @param beside what is written in the same transaction
 * @throws what the database says; then nothing is told
 */
export async function tell<Event extends HubEvent>(
  runner: BatchRunner,
  { type }: Event,
  subject: string,
  data: z.infer<Event['schema']>,
  beside?: (unit: Unit) => void,
): Promise<void> {
  const outcome = await runner.run({
    key: subject,
    cause: {},
    run: async (unit) => {
      beside?.(unit);
      unit.send({ topic: eventsTopic(EVENT_HUB), type, subject, data });
    },
  });
  if (outcome.status !== 'done') throw new Error(`${type} could not be told`, { cause: 'error' in outcome ? outcome.error : undefined });
}
