import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { incompatibilities } from '../compatibility.ts';
import { describeEvent, EventDescription } from './event-type.ts';
import { eventTypes } from './event-types.ts';

/** A type of event in the catalogue of the hub. */
export const CataloguedEvent = EventDescription.extend({
  type: z.string(),
  owners: z.array(z.string()).min(1).describe('The services that write it, each on its own topic; `*` is every service'),
  version: z.number().int().positive().describe('Within one, only optional fields are added'),
  replacedBy: z.string().optional().describe('The type of the next version, if there is one: prefer it'),
});
export type CataloguedEvent = z.infer<typeof CataloguedEvent>;

/** What a department's manifest says of its events, by their `type`. */
export type EventManifest = Readonly<Record<string, EventDescription>>;

/**
 * Every type of event there is, in the order of names: those of the platform and those that departments declare.
 * @param manifests by department
 * @throws if two departments describe one type differently: whoever reads it could not tell which is meant
 */
export function eventCatalogue(manifests: Readonly<Record<string, EventManifest>>): CataloguedEvent[] {
  const found = new Map<string, { owners: string[]; about: EventDescription }>();
  const take = (type: string, owner: string, about: EventDescription): void => {
    const known = found.get(type);
    if (known && !isDeepStrictEqual(known.about, about))
      throw new Error(`${type} is not the same with ${owner} as with ${known.owners.join(', ')}: give one of them another name`);
    found.set(type, { owners: [...(known?.owners ?? []), owner], about });
  };
  for (const each of eventTypes) take(each.type, each.owner, describeEvent(each));
  for (const [department, events] of Object.entries(manifests))
    for (const [type, about] of Object.entries(events)) take(type, department, about);
  return [...found]
    .map(([type, { owners, about }]) => ({ type, owners, ...versionOf(type, found), ...about }))
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

function versionOf(type: string, all: ReadonlyMap<string, unknown>): Pick<CataloguedEvent, 'version' | 'replacedBy'> {
  const [stem, version] = [type.replace(/\d+$/, ''), Number(/\d+$/.exec(type)?.[0])];
  const replacedBy = `${stem}${version + 1}`;
  return { version, ...(all.has(replacedBy) && { replacedBy }) };
}

/**
 * What a department has promised of its events and would no longer keep, with a sentence each: whoever reads a type as it was released
 * must be able to go on.
 */
export function brokenPromises(before: EventManifest, after: EventManifest): string[] {
  return Object.entries(before).flatMap(([type, released]) => {
    const now = after[type];
    if (!now) return [`${type} was released: keep it declared`];
    const broken = incompatibilities(released.schema, now.schema);
    return broken.length === 0 ? [] : [`${type} was released otherwise: ${broken.join('; ')}: give the new form a new version`];
  });
}
