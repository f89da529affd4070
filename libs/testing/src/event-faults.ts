import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenPromises, DepartmentManifest, Golden, goldenFaults } from '@hengtong/contracts';
import { type Department, manifestOf } from '@hengtong/department-kit';

/**
 * What a department has promised of its events and does not keep, with a sentence each: every type has a golden file, each is still read
 * and written as it was released, and no schema breaks the one in the catalogue.
 * @param sources the department's `src`, beside which `golden` lies
 */
export async function eventFaults(department: Department, sources: string): Promise<string[]> {
  const declared = new Map(department.events.map((event) => [event.type, event]));
  const golden = join(sources, '../golden');
  const kept = (await readdir(golden)).map((file) => file.replace(/\.json$/, ''));
  const catalogue = join(sources, '../../../../catalogue/capabilities', `${department.name}.json`);
  const { events } = DepartmentManifest.parse(JSON.parse(await readFile(catalogue, 'utf8')));
  const released = kept.map(async (type) => {
    const schema = declared.get(type)?.schema;
    if (!schema) return [`${type} was released: keep it declared`];
    return goldenFaults(type, schema, Golden.parse(JSON.parse(await readFile(join(golden, `${type}.json`), 'utf8'))));
  });
  return [
    ...[...declared.keys()]
      .filter((type) => !kept.includes(type))
      .map((type) => `${type} has no golden file: give it one like its neighbours`),
    ...(await Promise.all(released)).flat(),
    ...brokenPromises(events, manifestOf(department).events),
  ];
}
