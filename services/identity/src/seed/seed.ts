import { readFile } from 'node:fs/promises';
import { authorityDivision, operatorRole, scopeNames, slug } from '@hengtong/contracts';
import { ConfigurationError } from '@hengtong/platform';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Caller, Rights } from '../domain/callers.ts';

const rightsOf = z.enum(['system', 'agency', 'portal', 'officer', ...operatorRole.options]);
/** The name of an account: what is typed at the sign-in, and `sub` in the tokens. */
const account = z.string().regex(/^[a-z][a-z0-9.-]{0,99}$/, 'must be of small letters, digits, dots and hyphens');
const fullName = z.string().min(1).max(100);

const SeedFile = z.strictObject({
  rights: z.record(rightsOf, z.array(z.enum(scopeNames)).min(1)),
  systems: z.array(slug).default([]),
  agencies: z.array(slug).default([]),
  portals: z.array(slug).default([]),
  applications: z
    .array(
      z.strictObject({
        id: slug,
        title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
        redirectUris: z.array(z.url()).min(1),
        signedOutUris: z.array(z.url()).default([]),
      }),
    )
    .default([]),
  operators: z.array(z.strictObject({ id: account, name: fullName, role: operatorRole })).default([]),
  officers: z.array(z.strictObject({ id: account, name: fullName, department: slug, division: authorityDivision })).default([]),
});

/** A program in which people sign in. It has no secret; `redirectUris` are where the code may be sent, `signedOutUris` where one may go on to afterwards. */
export type Application = z.infer<typeof SeedFile>['applications'][number];

/** Who there is. Ids are unique over all of them, so that `sub` says who it is. */
export interface Seed {
  readonly rights: Rights;
  /** Software with a secret. */
  readonly clients: ReadonlyMap<string, Caller>;
  readonly applications: ReadonlyMap<string, Application>;
  /** People with a password. */
  readonly people: ReadonlyMap<string, Caller & { readonly name: string }>;
}

/** Reads who there is from a YAML file. @throws {ConfigurationError} with file, place and fault when it is no such file. */
export async function readSeed(file: string): Promise<Seed> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigurationError(`IDENTITY_SEED: ${file} cannot be read`, { cause });
  });
  const seed = SeedFile.safeParse(parse(text));
  if (!seed.success) throw new ConfigurationError(`IDENTITY_SEED: ${file} does not say who there is:\n${z.prettifyError(seed.error)}`);
  const { rights, systems, agencies, portals, applications, operators, officers } = seed.data;
  const clients: Caller[] = [
    ...systems.map((id) => ({ kind: 'system', id, department: id }) as const),
    ...agencies.map((id) => ({ kind: 'agency', id, agency: id }) as const),
    ...portals.map((id) => ({ kind: 'portal', id }) as const),
  ];
  const people = [
    ...operators.map((one) => ({ kind: 'operator', ...one }) as const),
    ...officers.map((one) => ({ kind: 'officer', ...one }) as const),
  ];
  const ids = [...clients, ...applications, ...people].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw new ConfigurationError(`IDENTITY_SEED: ${file} has ${twice} twice: give the second one a name of its own`);
  return { rights, clients: byId(clients), applications: byId(applications), people: byId(people) };
}

function byId<Each extends { id: string }>(all: readonly Each[]): ReadonlyMap<string, Each> {
  return new Map(all.map((each) => [each.id, each]));
}
