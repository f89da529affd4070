/** Plain JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A field of a schema, with what it says of itself. */
export interface SchemaField {
  /** RFC 6901, into what the schema describes: `/representative/name`. */
  readonly pointer: string;
  readonly isRequired: boolean;
  /** The data item that it carries. */
  readonly item: string | undefined;
  readonly sensitivity: string | undefined;
  readonly schema: JsonSchema;
}

/** Every field of an object's schema, in order; of a field that is an object and says nothing of itself, its fields. */
export function fieldsOf(schema: JsonSchema, at = ''): SchemaField[] {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>).flatMap(([name, field]) => {
    const pointer = `${at}/${name}`;
    if (field['properties'] && field['item'] === undefined) return fieldsOf(field, pointer);
    const { item, sensitivity } = field;
    return [{ pointer, isRequired: required.includes(name), item: text(item), sensitivity: text(sensitivity), schema: field }];
  });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Every sensitivity that stands anywhere in a schema, however deep, and in whatever list of alternatives. */
export function sensitivitiesIn(schema: unknown): Set<string> {
  if (typeof schema !== 'object' || schema === null) return new Set();
  const own = text((schema as JsonSchema)['sensitivity']);
  return new Set([...(own === undefined ? [] : [own]), ...Object.values(schema).flatMap((part) => [...sensitivitiesIn(part)])]);
}
