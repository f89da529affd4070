import { z } from 'zod';

/** What `@nestjs/swagger` takes as its `standardSchemaConverter`. */
export interface ConvertedSchema {
  readonly schema: Record<string, unknown>;
  readonly components: Record<string, Record<string, unknown>>;
}

/**
 * A zod schema as JSON Schema 2020-12, which is what OpenAPI 3.1 uses; `@nestjs/swagger` by itself asks zod for OpenAPI 3.0. Schemas
 * with an id (`.meta({ id: 'Case' })`) become components of that name.
 */
export function toOpenApi31(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }): ConvertedSchema | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $schema: _dialect, $defs = {}, id, ...root } = convert(schema, schemaType);
  const components = Object.fromEntries(
    Object.entries($defs as ConvertedSchema['components']).map(([name, { id: _id, ...rest }]) => [name, rest]),
  );
  if (typeof id !== 'string') return { schema: root, components };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...components, [id]: root } };
}

function convert(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // An answer may grow within v1: whoever validates it must not refuse what it does not know yet.
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}
