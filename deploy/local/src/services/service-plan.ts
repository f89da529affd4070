import { join } from 'node:path';
import { type Bilingual, type DepartmentEntry, EVENT_HUB, ORCHESTRATOR } from '@hengtong/contracts';

/** A service that is to run as a process of its own: where its build is, where it listens, which database and role are its own. */
export interface ServicePlan {
  name: string;
  title: Bilingual;
  port: number;
  main: string;
  database: string;
}

/** Ports of a system, moved together by the port base (DESIGN §2 gives them for 4000). */
export const defaultPortBase = 4000;

/** The names of the issuer's service, and of the operators' page. */
export const IDENTITY = 'identity';
export const CONSOLE = 'console';

/** Ports of what is not a service, counted from the port base. Fixed, so that a server that died is found again where it was. */
export const serverPorts = { postgres: 54, kafka: 92, kafkaController: 93 };

/** What is on the bus: the orchestrator, the event hub and every department of the catalogue, from the builds under `root`. */
export function planServices(root: string, departments: readonly DepartmentEntry[], portBase: number): ServicePlan[] {
  return [
    plan(root, ORCHESTRATOR, { zh: '流程编排', en: 'Orchestrator' }, portBase + 2, ORCHESTRATOR),
    plan(root, EVENT_HUB, { zh: '事件中心', en: 'Event hub' }, portBase + 3, EVENT_HUB),
    ...departments.map(({ name, title, port }) => plan(root, name, title, port - defaultPortBase + portBase, join('departments', name))),
  ];
}

/** The issuer of tokens, which needs nothing but its database. */
export function planIdentity(root: string, portBase: number): ServicePlan {
  return plan(root, IDENTITY, { zh: '身份认证', en: 'Identity' }, portBase + 6, IDENTITY);
}

/** The operators' page, which calls all the others. */
export function planConsole(root: string, portBase: number): ServicePlan {
  return plan(root, CONSOLE, { zh: '控制台', en: 'Console' }, portBase, CONSOLE);
}

function plan(root: string, name: string, title: Bilingual, port: number, folder: string): ServicePlan {
  return {
    name,
    title,
    port,
    main: join(root, 'services', folder, 'dist', 'main.js'),
    database: `ht_${name.replaceAll('-', '_')}`,
  };
}
