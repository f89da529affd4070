import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case, OpenCase } from '@hengtong/contracts';
import { demoCases, type TokenFor, tokensOf } from '@hengtong/local';
import { ask, type Answer, eventually } from '@hengtong/testing';

/** What stands in `local.json` of a running system, as far as these tests turn to it. */
interface LocalFile {
  readonly issuer: string;
  readonly orchestrator: string;
  readonly eventHub: string;
  readonly departments: Readonly<Record<string, string>>;
  readonly console: { readonly url: string };
}

/** A running system as these tests see it: the page's address, and the services behind it by REST, as whoever is named. */
export interface Backbone {
  readonly dataDir: string;
  readonly url: string;
  readonly orchestrator: string;
  readonly eventHub: string;
  readonly departments: Readonly<Record<string, string>>;
  /** Asks a service as a client or a person of deploy/local/identity.yaml. */
  as<Body>(who: string, url: string, body?: object, headers?: Record<string, string>): Promise<Answer<Body>>;
  passwordOf(person: string): Promise<string>;
  /** Hands in an application that every department grants. */
  open(process?: string, change?: (application: OpenCase) => OpenCase): Promise<Case>;
  /** Waits until a case is as `is` says. */
  until(id: string, is: (now: Case) => boolean): Promise<Case>;
}

/** Milliseconds in which something happens on a machine that does three other things. */
export const PATIENT = 60_000;

const make = demoCases();
let made = 0;

/** The system that works on a folder. */
export async function backboneAt(dataDir: string): Promise<Backbone> {
  const local = JSON.parse(await readFile(join(dataDir, 'local.json'), 'utf8')) as LocalFile;
  const tokenFor: TokenFor = tokensOf({ issuerUrl: local.issuer, dataDir });
  const backbone: Backbone = {
    ...local,
    dataDir,
    url: local.console.url,
    as: async <Body>(who: string, url: string, body?: object, headers: Record<string, string> = {}) =>
      ask<Body>(url, { ...(body && { body }), headers: { ...headers, authorization: `Bearer ${await tokenFor(who)}` } }),
    passwordOf: async (person) => {
      const { people } = JSON.parse(await readFile(join(dataDir, 'identity-secrets.json'), 'utf8')) as { people: Record<string, string> };
      return people[person] ?? '';
    },
    open: async (process = 'enterprise-startup', change = (application) => application) => {
      const application = change({ ...make(made++), process });
      const { status, body } = await backbone.as<Case>('applicants-portal', `${local.orchestrator}/v1/cases`, application);
      if (status !== 201) throw new Error(`no case was opened: ${JSON.stringify(body)}`);
      return body;
    },
    until: (id, is) =>
      eventually(async () => {
        const { body } = await backbone.as<Case>('applicants-portal', `${local.orchestrator}/v1/cases/${id}`);
        if (!is(body)) throw new Error(`case ${body.code} is ${body.status}`);
        return body;
      }, PATIENT),
  };
  return backbone;
}

/** The system that the suites of this folder share. */
export async function sharedBackbone(): Promise<Backbone> {
  const dataDir = process.env['HENGTONG_TEST_SYSTEM'];
  if (dataDir === undefined) throw new Error('HENGTONG_TEST_SYSTEM is not set: the set-up in jest.config.mjs starts the system.');
  return backboneAt(dataDir);
}
