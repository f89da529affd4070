import { readdir, readFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { type DepartmentManifest, keepable, textFault } from '@hengtong/contracts';
import { checkCapabilities, digestOf, type Finding, parseDefinition } from '@hengtong/process-model';
import { z } from 'zod';
import type { DefinitionSource, Offer } from '../../domain/definition-source.ts';
import { orUnreadable } from '@hengtong/platform';

/**
 * Reads process definitions from folders, `processes/<id>/process.yaml` in each. A definition with an error stays out, and the others go on.
 * @param folders joined as in PATH
 * @throws {UnreadableCatalogue} if one of the folders is not there
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
  const entries = await orUnreadable(processes, () => readdir(processes, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => join(processes, entry.name, 'process.yaml'))
    .sort();
}

async function readDefinition(path: string, manifests: readonly DepartmentManifest[]): Promise<Offer> {
  const file = relative('.', path);
  const text = await readFile(path, 'utf8').catch((error: unknown) => error as NodeJS.ErrnoException);
  return typeof text === 'string' ? offerOf(text, file, manifests) : { definitions: [], findings: [unreadable(file, text)] };
}

function offerOf(text: string, file: string, manifests: readonly DepartmentManifest[]): Offer {
  const { definition, findings, source } = parseDefinition(text, file);
  if (!definition) return { definitions: [], findings };
  const odd = Keepable.safeParse(source.value).error?.issues ?? [];
  const fault = textFault(text);
  const all = [
    ...findings,
    ...(fault === undefined ? [] : [source.finding([], 'not-keepable', `the file ${fault}`)]),
    ...odd.map(({ path, message }) => source.finding(path, 'not-keepable', `what stands here ${message}`)),
    ...checkCapabilities(definition, manifests, source),
  ];
  if (all.some(({ severity }) => severity === 'error')) return { definitions: [], findings: all };
  const finding = (rule: string, message: string): Finding => source.finding(['version'], rule, message);
  return { definitions: [{ definition, digest: digestOf(definition), source: text, finding }], findings: all };
}

/** YAML can say more than JSON and a database can keep. */
const Keepable = keepable(z.unknown());

const unreadable = (file: string, { code, message }: NodeJS.ErrnoException): Finding => ({
  rule: 'file-unreadable',
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message:
    code === 'ENOENT'
      ? 'every folder under processes/ holds a process.yaml: add it, or take the folder away'
      : `this file cannot be read: ${message}`,
});
