import { readdir, readFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { DepartmentList, DepartmentManifest } from '@hengtong/contracts';
import { checkCapabilities, digestOf, type Finding, parseDefinition } from '@hengtong/process-model';
import { parse } from 'yaml';
import type { DefinitionSource, Offer, OfferedDefinition } from '../../domain/definition-source.ts';

/** The names of the departments, one line each in `departments.yaml`. */
export async function readDepartments(folder: string): Promise<string[]> {
  const file = join(folder, 'departments.yaml');
  const list = DepartmentList.safeParse(parse(await readFile(file, 'utf8')));
  if (!list.success) throw new Error(`${file}: ${list.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
  return list.data.map(({ name }) => name);
}

/** What each department offers, as generated from its code into `capabilities/<department>.json`. */
export async function readManifests(folder: string, departments: readonly string[]): Promise<DepartmentManifest[]> {
  return Promise.all(
    departments.map(async (department) => {
      const text = await readFile(join(folder, 'capabilities', `${department}.json`), 'utf8').catch(ifMissing(undefined));
      return text === undefined ? { department, capabilities: {} } : DepartmentManifest.parse(JSON.parse(text));
    }),
  );
}

/**
 * Reads process definitions from folders, `processes/<id>/process.yaml` in each. A definition with an error stays out, and the others go on.
 * @param folders joined as in PATH
 */
export function catalogueFolder(folders: string, manifests: readonly DepartmentManifest[]): DefinitionSource {
  return {
    read: async () => {
      const files = (await Promise.all(folders.split(delimiter).map(definitionFiles))).flat();
      const offers = await Promise.all(files.map((file) => readDefinition(file, manifests)));
      return { definitions: offers.flatMap((offer) => offer.definitions), findings: offers.flatMap((offer) => offer.findings) };
    },
  };
}

async function definitionFiles(folder: string): Promise<string[]> {
  const processes = join(folder, 'processes');
  const entries = await readdir(processes, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(processes, entry.name, 'process.yaml'))
    .sort();
}

async function readDefinition(path: string, manifests: readonly DepartmentManifest[]): Promise<Offer> {
  const file = relative('.', path);
  const text = await readFile(path, 'utf8').catch(ifMissing(undefined));
  if (text === undefined) return { definitions: [], findings: [missing(file)] };
  const { definition, findings, source } = parseDefinition(text, file);
  if (!definition) return { definitions: [], findings };
  const all = [...findings, ...checkCapabilities(definition, manifests, source)];
  if (all.some(({ severity }) => severity === 'error')) return { definitions: [], findings: all };
  const offered: OfferedDefinition = {
    definition,
    digest: digestOf(definition),
    finding: (rule, message) => source.finding(['version'], rule, message),
  };
  return { definitions: [offered], findings: all };
}

const missing = (file: string): Finding => ({
  rule: 'file-missing',
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message: 'every folder under processes/ holds a process.yaml: add it, or take the folder away',
});

const ifMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
