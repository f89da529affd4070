import { EVENT_HUB, eventsTopic, type PublishedEvent, type PublishEvent } from '@hengtong/contracts';
import type { BatchRunner } from '@hengtong/messaging';
import { fieldErrors, jsonPointer, ProblemError, sentence } from '@hengtong/platform';
import { z } from 'zod';
import type { Catalogue } from './catalogue.ts';

/** Events that agencies tell of: through the outbox and the bus, as those of departments. */
export class PublishEvents {
  private readonly catalogue: Catalogue;
  private readonly runner: BatchRunner;
  private readonly schemas = new Map<string, z.ZodType>();

  constructor(catalogue: Catalogue, runner: BatchRunner) {
    this.catalogue = catalogue;
    this.runner = runner;
  }

  /**
   * Writes an event of an agency that is to be published. `traceparent` is that of the request.
   * @throws {ProblemError} 422 if the type is not the agency's, or the data breaks its schema; 503 if it cannot be written
   */
  async publish(agency: string, { type, subject, process, division, data }: PublishEvent, traceparent: string): Promise<PublishedEvent> {
    this.check(agency, type, data);
    const outcome = await this.runner.run({
      key: subject,
      cause: { traceparent },
      run: async (unit) => unit.send({ topic: eventsTopic(EVENT_HUB), type, subject, process, division, agency, data }),
    });
    if (outcome.status === 'done') return { id: outcome.value };
    const cause = 'error' in outcome ? outcome.error : undefined;
    if (outcome.status !== 'later') throw cause;
    throw new ProblemError('unavailable', 'It could not be written. Send the request again.', { headers: { 'retry-after': '2' }, cause });
  }

  private check(agency: string, type: string, data: object): void {
    const known = this.catalogue.find(type);
    if (!known?.owners.includes(agency)) {
      const errors = [{ pointer: '/type', detail: `is no type of event that ${agency} publishes` }];
      throw new ProblemError('unprocessable', `${type} is not for ${agency} to publish: the catalogue says who may.`, { errors });
    }
    const result = this.schemaOf(type, known.schema).safeParse(data, { error: sentence });
    if (result.success) return;
    const errors = fieldErrors(result.error.issues, data, (path) => jsonPointer(['data', ...path]));
    throw new ProblemError('unprocessable', `The data breaks the schema of ${type}; nothing was published.`, { errors });
  }

  /** Readers pass over fields that they do not know; writers send none (DESIGN §4). */
  private schemaOf(type: string, json: object): z.ZodType {
    const made = this.schemas.get(type) ?? z.fromJSONSchema({ ...json, additionalProperties: false });
    this.schemas.set(type, made);
    return made;
  }
}
