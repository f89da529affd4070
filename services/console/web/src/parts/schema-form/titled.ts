import type { ItemWords } from '../../app/data-items.ts';

export type Schema = Readonly<Record<string, unknown>>;

/**
 * The same schema with its fields called what the data items that they carry are called, as deep as they go. Titles in schemas are in one
 * language, descriptions of another: those of known items give way.
 */
export function titled(schema: Schema, words: ItemWords): Schema {
  const { properties, items } = schema;
  return {
    ...named(schema, words),
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [name, isSchema(field) ? titled(field, words) : field]),
      ),
    }),
    ...(isSchema(items) && { items: titled(items, words) }),
  };
}

/** The data item of a field, which lies at a path of names in what the schema describes. */
export function itemAt(schema: Schema | undefined, path: readonly string[]): string | undefined {
  const item = schemaAt(schema, path)?.['item'];
  return typeof item === 'string' ? item : undefined;
}

/** The schema of what lies at a path: names, and numbers within lists. */
export function schemaAt(schema: Schema | undefined, path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((around, part) => {
    const { properties, items } = around ?? {};
    const field = isSchema(properties) && Object.hasOwn(properties, part) ? properties[part] : items;
    return isSchema(field) ? field : undefined;
  }, schema);
}

function named(schema: Schema, { titleOf, hintOf }: ItemWords): Schema {
  const item = itemAt(schema, []);
  const title = titleOf(item);
  if (title === undefined) return schema;
  const { description: _, ...rest } = schema;
  const hint = hintOf(item);
  return { ...rest, title, ...(hint !== undefined && { description: hint }) };
}

function isSchema(json: unknown): json is Schema {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
