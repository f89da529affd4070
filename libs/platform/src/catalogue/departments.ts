import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AgencyEntry, AgencyList, DepartmentList, DepartmentManifest } from '@hengtong/contracts';
import { parse } from 'yaml';
import { checked, orUnreadable } from './unreadable-catalogue.ts';

/** The names of the departments, one line each in `departments.yaml`. @throws {UnreadableCatalogue} */
export async function readDepartments(folder: string): Promise<string[]> {
  const file = join(folder, 'departments.yaml');
  const list = await orUnreadable(file, async () => checked(DepartmentList, parse(await readFile(file, 'utf8'))));
  return list.map(({ name }) => name);
}

/**
 * What each department offers, as generated from its code into `capabilities/<department>.json`; nothing where there is no such file.
 * @throws {UnreadableCatalogue}
 */
export async function readManifests(folder: string, departments: readonly string[]): Promise<DepartmentManifest[]> {
  return Promise.all(
    departments.map((department) => {
      const file = join(folder, 'capabilities', `${department}.json`);
      return orUnreadable(file, async () => {
        const text = await readFile(file, 'utf8').catch(ifMissing);
        return text === undefined ? { department, capabilities: {}, events: {} } : checked(DepartmentManifest, JSON.parse(text));
      });
    }),
  );
}

/** The agencies that publish events of their own, from `agencies.yaml`; none where there is no such file. @throws {UnreadableCatalogue} */
export async function readAgencies(folder: string): Promise<AgencyEntry[]> {
  const file = join(folder, 'agencies.yaml');
  return orUnreadable(file, async () => {
    const text = await readFile(file, 'utf8').catch(ifMissing);
    return text === undefined ? [] : checked(AgencyList, parse(text));
  });
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
