import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AgencyEntry, AgencyList, type DepartmentEntry, DepartmentList, DepartmentManifest } from '@hengtong/contracts';
import { parse } from 'yaml';
import { checked, orUnreadable } from './unreadable-catalogue.ts';

/** The departments, one line each in `departments.yaml`: name, title, port. @throws {UnreadableCatalogue} */
export async function readDepartmentEntries(folder: string): Promise<DepartmentEntry[]> {
  const file = join(folder, 'departments.yaml');
  return orUnreadable(file, async () => checked(DepartmentList, parse(await readFile(file, 'utf8'))));
}

/** Their names. @throws {UnreadableCatalogue} */
export async function readDepartments(folder: string): Promise<string[]> {
  return (await readDepartmentEntries(folder)).map(({ name }) => name);
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
