import { eventsTopic, type PublishedEvent, type PublishEvent } from '@hengtong/contracts';
import type { BatchRunner } from '@hengtong/messaging';
import { fieldErrors, jsonPointer, ProblemError, sentence } from '@hengtong/platform';
import { z } from 'zod';
import type { Department } from './department.ts';
import type { DeclaredEvent } from './event-type.ts';
import { valueOf } from './value-of.ts';

/** What the department's own system tells the world, beside what its capabilities tell: through the outbox, like all else. */
export class PublishEvents {
  private readonly department: string;
  private readonly runner: BatchRunner;
  private readonly declared: ReadonlyMap<string, DeclaredEvent>;

  constructor({ name, events }: Department, runner: BatchRunner) {
    this.department = name;
    this.runner = runner;
    this.declared = new Map(events.map((event) => [event.type, event]));
  }

  /**
   * Writes an event that is to be published. `traceparent` is that of the request.
   * @throws {ProblemError} 422 if the department does not declare the type, or the data breaks its schema; 503 if it cannot be written
   */
  async publish({ type, subject, process, division, data }: PublishEvent, traceparent: string): Promise<PublishedEvent> {
    const { department } = this;
    const checked = this.checked(type, data);
    const outcome = await this.runner.run({
      key: subject,
      cause: { traceparent },
      run: async (unit) => unit.send({ topic: eventsTopic(department), type, subject, process, department, division, data: checked }),
    });
    return { id: valueOf(outcome) };
  }

  private checked(type: string, data: object): unknown {
    const event = this.declared.get(type);
    if (!event) {
      const known = this.declared.size === 0 ? 'It declares none.' : `It declares ${[...this.declared.keys()].join(', ')}.`;
      const errors = [{ pointer: '/type', detail: `is no type of event that ${this.department} declares` }];
      throw new ProblemError('unprocessable', `${type} is not for ${this.department} to publish. ${known}`, { errors });
    }
    const result = strict(event.schema).safeParse(data, { error: sentence });
    if (result.success) return result.data;
    const errors = fieldErrors(result.error.issues, data, (path) => jsonPointer(['data', ...path]));
    throw new ProblemError('unprocessable', `The data breaks the schema of ${type}; nothing was published.`, { errors });
  }
}

/** Readers pass over fields that they do not know; writers send none (DESIGN §4). */
const strict = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodObject ? schema.strict() : schema);
