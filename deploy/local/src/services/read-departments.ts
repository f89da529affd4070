import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DepartmentList, type DepartmentEntry } from '@hengtong/contracts';
import { parse } from 'yaml';
import { z } from 'zod';

/** The departments that take part. @throws with file, place and fault when the list cannot be read. */
export async function readDepartments(departmentsDir: string): Promise<DepartmentEntry[]> {
  const file = join(departmentsDir, 'departments.yaml');
  const list = DepartmentList.safeParse(parse(await readFile(file, 'utf8')));
  if (!list.success) throw new Error(`${file} is not a list of departments:\n${z.prettifyError(list.error)}`);
  return list.data;
}
