import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { sentence } from '../sentence.ts';
import { fieldErrors, jsonPointer } from './field-errors.ts';
import { ProblemError, type FieldError } from './problem-error.ts';

/**
 * Checks what a route declares with a zod schema: `@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })`. Nest's own
 * StandardSchemaValidationPipe knows only messages, and not whether they are about the body or a parameter.
 */
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    if (type === 'body' && value === undefined) {
      throw new ProblemError('bad-request', 'The body is missing: send JSON, with content-type application/json.', {
        errors: [{ pointer: '', detail: 'is missing' }],
      });
    }
    const result = schema.safeParse(value, { error: sentence });
    if (result.success) return result.data;
    const pointer = type === 'body' ? jsonPointer : (path: readonly PropertyKey[]) => data ?? String(path[0] ?? type);
    const errors = fieldErrors(result.error.issues, value, pointer);
    throw new ProblemError(type === 'body' ? 'invalid-body' : 'invalid-parameter', summary(errors), { errors });
  }
}

function summary(errors: readonly FieldError[]): string {
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more in errors)` : '';
  return errors
    .slice(0, 1)
    .map(({ pointer, detail }) => `${pointer === '' ? 'The body' : pointer} ${detail}${more}.`)
    .join('');
}
