import createClient from 'openapi-fetch';
import type { paths as ConsolePaths } from './console.d.ts';
import type { paths as DepartmentPaths } from './department.d.ts';
import type { paths as EventHubPaths } from './event-hub.d.ts';
import { middleware } from './middleware.ts';
import type { paths as OrchestratorPaths } from './orchestrator.d.ts';

export { detailAt, Problem } from './problem.ts';
export type * from './types.ts';

/** The console's own backend. */
export const consoleApi = clientOf<ConsolePaths>('/');
/** Services behind it, called with the token of whoever is signed in. */
export const orchestrator = clientOf<OrchestratorPaths>('/api/orchestrator');
export const eventHub = clientOf<EventHubPaths>('/api/event-hub');

const departments = new Map<string, ReturnType<typeof clientOf<DepartmentPaths>>>();

/** A department's service, by its name. */
export function department(name: string): ReturnType<typeof clientOf<DepartmentPaths>> {
  const known = departments.get(name) ?? clientOf<DepartmentPaths>(`/api/${name}`);
  departments.set(name, known);
  return known;
}

function clientOf<Paths extends object>(baseUrl: string) {
  const client = createClient<Paths>({ baseUrl });
  client.use(middleware);
  return client;
}
