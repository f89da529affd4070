import type { CapabilityManifest, DepartmentManifest } from '@hengtong/contracts';
import type { Definition, Mapping } from './definition.ts';
import type { Field, JsonSchema } from './fields.ts';
import { parsePath } from './reads.ts';

/**
 * Whether a value may be shown to whoever has no reason to see a person's: `open`, `personal`, or by its fields or items. What nobody
 * has declared is personal.
 */
export type Secrecy = 'open' | 'personal' | { readonly fields: ReadonlyMap<string, Secrecy> } | { readonly items: Secrecy };

/** What is personal of the values of a case: of its input, of what each step gives, of its result. */
export interface PersonalValues {
  readonly input: Secrecy;
  readonly outputs: ReadonlyMap<string, Secrecy>;
  readonly result: Secrecy;
}

/**
 * Reads from what departments declare which values of a process are personal (Personal Information Protection Law 个人信息保护法,
 * article 4). A field of the form is, if its data item is of a person, if any department declares that item personal, or if it is mapped
 * into something that one declares personal; and if nobody declares anything of it. An output is, unless its department says otherwise.
 */
export function personalValues(definition: Definition, manifests: readonly DepartmentManifest[]): PersonalValues {
  const items = declaredItems(manifests);
  const capabilities: Capabilities = new Map(
    manifests.map((manifest) => [manifest.department, new Map(Object.entries(manifest.capabilities))]),
  );
  const input: Secrecy = fieldsOf(definition.input, [], { items, taken: takenInto(definition, capabilities) }, undefined);
  const outputs = new Map(
    definition.steps.map(({ name, department, capability, output }): [string, Secrecy] => {
      const schema = capabilities.get(department)?.get(capability)?.output;
      return [name, { fields: new Map(output.map((field) => [field, declared(propertyOf(schema, field)) ?? 'personal'])) }];
    }),
  );
  const fields = Object.entries(definition.result).map(([name, from]): [string, Secrecy] => [name, resultOf(from, input, outputs)]);
  return { input, outputs, result: { fields: new Map(fields) } };
}

/** A copy in which `mask` stands in the place of every personal value. That there is none (null) may be seen. */
export function masked(value: unknown, secrecy: Secrecy, mask: unknown): unknown {
  if (secrecy === 'open' || value === null || value === undefined) return value;
  if (secrecy === 'personal' || typeof value !== 'object') return mask;
  if ('items' in secrecy) return Array.isArray(value) ? value.map((item) => masked(item, secrecy.items, mask)) : mask;
  if (Array.isArray(value)) return mask;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, masked(each, secrecy.fields.get(name) ?? 'personal', mask)]),
  );
}

/** By department and name. */
type Capabilities = ReadonlyMap<string, ReadonlyMap<string, CapabilityManifest>>;

type Declared = 'open' | 'personal' | undefined;

interface Known {
  readonly items: ReadonlyMap<string, Declared>;
  /** By path into the form: how the fields are declared that it is mapped into. */
  readonly taken: ReadonlyMap<string, readonly Declared[]>;
}

function fieldsOf(fields: Readonly<Record<string, Field>>, path: readonly string[], known: Known, above: Declared): Secrecy {
  return {
    fields: new Map(Object.entries(fields).map(([name, field]) => [name, fieldOf(field, [...path, name], known, above)])),
  };
}

/** @param above what is declared of that in which the field stands: open if nothing else is said of it */
function fieldOf(field: Field, path: readonly string[], known: Known, above: Declared): Secrecy {
  const item = field.item === undefined ? undefined : known.items.get(field.item);
  const taken = known.taken.get(path.join('.')) ?? [];
  if (field.item?.startsWith('person.') || item === 'personal' || taken.some((each) => each !== 'open')) return 'personal';
  const here = item ?? taken[0] ?? (field.item === undefined ? above : undefined);
  if (field.properties) return fieldsOf(field.properties, path, known, here);
  if (field.items?.properties) return { items: fieldsOf(field.items.properties, path, known, here) };
  // A part of it that is mapped by itself, though the form does not declare it.
  const parts = [...known.taken].filter(([part]) => part.startsWith(`${path.join('.')}.`)).flatMap(([, each]) => each);
  return here === 'open' && parts.every((part) => part === 'open') ? 'open' : 'personal';
}

/** What is declared of each data item, anywhere: personal if anybody says so. */
function declaredItems(manifests: readonly DepartmentManifest[]): ReadonlyMap<string, Declared> {
  const items = new Map<string, Declared>();
  for (const { capabilities } of manifests) {
    for (const { input, output } of Object.values(capabilities)) {
      for (const schema of [input, output].flatMap(within)) {
        const item = schema['item'];
        if (typeof item === 'string' && items.get(item) !== 'personal') items.set(item, declared(schema));
      }
    }
  }
  return items;
}

function takenInto({ steps }: Definition, capabilities: Capabilities): Known['taken'] {
  const taken = new Map<string, Declared[]>();
  for (const { department, capability, input } of steps) {
    for (const [field, from] of Object.entries(input)) {
      const read = typeof from === 'string' ? parsePath(from) : undefined;
      if (read?.root !== 'input') continue;
      const path = read.fields.join('.');
      taken.set(path, [...(taken.get(path) ?? []), declared(propertyOf(capabilities.get(department)?.get(capability)?.input, field))]);
    }
  }
  return taken;
}

/** What a schema declares: personal if it, or anything in it, says so; nothing if it names no sensitivity. */
function declared(schema: JsonSchema | undefined): Declared {
  if (!schema) return undefined;
  if (within(schema).some(({ sensitivity }) => sensitivity === 'personal')) return 'personal';
  return schema['sensitivity'] === 'public' || schema['sensitivity'] === 'internal' ? 'open' : undefined;
}

function resultOf(from: Mapping, input: Secrecy, outputs: ReadonlyMap<string, Secrecy>): Secrecy {
  if (typeof from !== 'string') return 'open';
  const { root, fields } = parsePath(from);
  if (root === 'applicant') return fields[0] === 'name' || fields[0] === 'idNumber' ? 'personal' : 'open';
  const start = root === 'input' ? input : (outputs.get(root) ?? 'personal');
  return fields.reduce<Secrecy>((here, name) => {
    if (typeof here === 'string') return here;
    return 'fields' in here ? (here.fields.get(name) ?? 'personal') : 'personal';
  }, start);
}

const propertyOf = (schema: JsonSchema | undefined, name: string): JsonSchema | undefined => {
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
};

/** A schema and all schemas in it. */
function within(schema: JsonSchema): JsonSchema[] {
  const parts = Object.values(schema).flatMap((part) => (Array.isArray(part) ? (part as unknown[]) : [part]));
  return [schema, ...parts.filter((part) => typeof part === 'object' && part !== null).flatMap((part) => within(part as JsonSchema))];
}
