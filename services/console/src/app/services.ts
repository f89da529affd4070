import { type Bilingual, EVENT_HUB, ORCHESTRATOR } from '@hengtong/contracts';
import { ProblemError, readDepartmentEntries } from '@hengtong/platform';

/** What kind of service one is: which screens it has. */
export type ServiceKind = 'orchestrator' | 'event-hub' | 'department' | 'identity';

/** A service of the backbone, and where the console reaches it. */
export interface KnownService {
  readonly name: string;
  readonly kind: ServiceKind;
  readonly title: Bilingual;
  readonly url: string;
}

const OF_THE_PLATFORM: Readonly<Record<string, Pick<KnownService, 'kind' | 'title'>>> = {
  [ORCHESTRATOR]: { kind: 'orchestrator', title: { zh: '流程编排', en: 'Orchestrator' } },
  [EVENT_HUB]: { kind: 'event-hub', title: { zh: '事件中心', en: 'Event hub' } },
  identity: { kind: 'identity', title: { zh: '身份认证', en: 'Identity' } },
};

/** The services that the console knows, in the order in which they were given. */
export class Services {
  readonly all: readonly KnownService[];

  constructor(all: readonly KnownService[]) {
    this.all = all;
  }

  /** Those that calls are passed on to: the issuer has an interface of its own. */
  get called(): readonly KnownService[] {
    return this.all.filter(({ kind }) => kind !== 'identity');
  }

  /** @throws {ProblemError} 404 where there is none of this name */
  named(name: string): KnownService {
    const service = this.called.find((each) => each.name === name);
    if (service) return service;
    throw new ProblemError('not-found', `There is no service ${name}; there are ${this.called.map((each) => each.name).join(', ')}.`);
  }
}

/** Names what the addresses are of; the titles of departments stand in `departments.yaml` of the folder. @throws {UnreadableCatalogue} */
export async function readServices(addresses: ReadonlyMap<string, string>, folder: string): Promise<Services> {
  const titles = new Map((await readDepartmentEntries(folder)).map(({ name, title }) => [name, title]));
  const all = [...addresses].map(([name, url]): KnownService => {
    const known = OF_THE_PLATFORM[name] ?? { kind: 'department' as const, title: titles.get(name) ?? { zh: name, en: name } };
    return { name, ...known, url: url.replace(/\/$/, '') };
  });
  return new Services(all);
}
