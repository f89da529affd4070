import type { WorkItem } from '../../api/index.ts';

/**
 * By what one tells a work item from the others in a list: the name of whom or what it is about, if its capability is given one that
 * everybody may see; otherwise the first text of that kind. `schema` is of the capability's input.
 */
export function aboutOf({ input }: Pick<WorkItem, 'input'>, schema: object | undefined): string | undefined {
  const { properties = {} } = (schema ?? {}) as { readonly properties?: Readonly<Record<string, Field>> };
  const shown = Object.entries(properties).flatMap(([field, { item = '', sensitivity }]) => {
    const value = (input as Readonly<Record<string, unknown>>)[field];
    return sensitivity === 'public' && typeof value === 'string' ? [{ item, value }] : [];
  });
  return (shown.find(({ item }) => item.endsWith('.name')) ?? shown[0])?.value;
}

interface Field {
  readonly item?: string;
  readonly sensitivity?: string;
}
