import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removePostgres } from '../postgres/start-postgres.ts';

/** A service as small as can be: ready at once, shows its environment at /env, ends when told to. */
const fakeService = `
const { createServer } = require('node:http');
if (process.env.FAIL === 'configuration') { console.error('taxation cannot start: PORT is missing'); process.exit(78); }
const server = createServer((request, response) => response.end(request.url === '/env' ? JSON.stringify(process.env) : '{}'));
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
`;

const departments = `
- { name: taxation, title: { zh: 税务局, en: Taxation }, port: 4103 }
- { name: housing-fund, title: { zh: 住房公积金管理中心, en: Housing provident fund }, port: 4106 }
`;

/** A folder that looks like the built repository to the launcher: an issuer, a console, an orchestrator, an event hub and two departments, all of them fakes. */
export async function fakeRepository(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fake-repository-'));
  await mkdir(join(root, 'catalogue'));
  await writeFile(join(root, 'catalogue', 'departments.yaml'), departments);
  for (const service of ['identity', 'console', 'orchestrator', 'event-hub', 'departments/taxation', 'departments/housing-fund']) {
    const dist = join(root, 'services', service, 'dist');
    await mkdir(dist, { recursive: true });
    await writeFile(join(dist, 'main.js'), fakeService);
  }
  return root;
}

/** Deletes it, with what a system on its folder `data` kept elsewhere. */
export async function removeFakeRepository(root: string): Promise<void> {
  await removePostgres(join(root, 'data', 'postgres'));
  await rm(root, { recursive: true, force: true });
}
