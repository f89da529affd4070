import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository's own catalogue, with the departments and what they offer. */
export const ownCatalogue = join(import.meta.dirname, '../../../../catalogue');

const made: string[] = [];

/** A folder of definitions, by the name of their folder; it is there until `removeCatalogues`. */
export function catalogue(definitions: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hengtong-catalogue-'));
  for (const [name, text] of Object.entries(definitions)) {
    mkdirSync(join(folder, 'processes', name), { recursive: true });
    writeFileSync(join(folder, 'processes', name, 'process.yaml'), text);
  }
  made.push(folder);
  return folder;
}

export async function removeCatalogues(): Promise<void> {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

/** A process of another shape than the enterprise start-up. `replace` swaps a piece of it; a piece that is not there fails the test. */
export function branchOpening(...replace: readonly (readonly [piece: string, by: string])[]): string {
  return replace.reduce((text, [piece, by]) => {
    if (!text.includes(piece)) throw new Error(`the definition holds no ${piece}`);
    return text.replace(piece, by);
  }, BRANCH_OPENING);
}

/** The line, from 1, on which a piece of a definition stands. */
export const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length;

/** Two steps side by side, and a third that follows both on a condition. */
const BRANCH_OPENING = `process: branch-opening
version: 1
title: { zh: 开办分店, en: Opening a branch }
goal: { zh: 可以开业的分店, en: A branch that may open }
classification: { function: service, importance: common, relation: inter-department, direction: horizontal }
legalBasis: [{ instrument: 市场主体登记管理条例, article: "23" }]
notice: 30cd
input:
  uscc: { item: enterprise.uscc, required: true, type: string }
  name: { item: enterprise.name, required: true, type: string }
  capital: { item: enterprise.registered-capital, required: true, type: number }
  owner:
    item: person.identity
    required: true
    type: object
    properties:
      name: { required: true, type: string }
      idNumber: { required: true, type: string, format: resident-id }
  staff: { item: enterprise.employees, required: true, type: array, items: { type: object } }
steps:
  seal:
    department: public-security
    capability: seal.file
    power: PS-0201
    input: { uscc: input.uscc, name: input.name, representative: input.owner }
    output: [sealNumber]
    compensate: { capability: seal.void, power: PS-0207 }
  tax:
    department: taxation
    level: city
    capability: tax.register
    power: TX-0301
    input: { uscc: input.uscc, name: input.name, representative: input.owner, registeredCapital: input.capital }
    output: [taxpayerType]
    compensate: { capability: tax.cancel-registration, power: TX-0307 }
  fund:
    after: [seal, tax]
    when: input.capital > 1000 && tax.taxpayerType == "general"
    department: housing-fund
    mode: officer
    capability: employer.open-fund-account
    power: HF-0601
    input: { uscc: input.uscc, name: input.name, employees: input.staff }
    output: [fundAccount]
    compensate: { capability: employer.close-fund-account, power: HF-0607 }
result: { seal: seal.sealNumber, account: fund.fundAccount }
`;
