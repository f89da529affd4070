import { join } from 'node:path';
import { startPostgres } from '@hengtong/local';
import { dockerAnswers, images, stopper } from './containers.ts';
import { removeScratchFolder, scratchFolder } from './scratch-folder.ts';

/** A running PostgreSQL for tests; `adminUrl` connects its superuser. `stop` also deletes its data. */
export interface TestPostgres {
  adminUrl: string;
  stop: () => Promise<void>;
}

/** Starts a PostgreSQL with nothing in it: in a container where Docker answers, else from the local package. */
export async function startTestPostgres(): Promise<TestPostgres> {
  return (await dockerAnswers()) ? inContainer() : fromPackage();
}

async function inContainer(): Promise<TestPostgres> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer(images.postgres).withCommand(['postgres', '-c', 'max_connections=200']).start();
  return { adminUrl: container.getConnectionUri(), stop: stopper(container) };
}

async function fromPackage(): Promise<TestPostgres> {
  const folder = await scratchFolder();
  const server = await startPostgres({ dataDir: join(folder, 'postgres') });
  const stop = async () => {
    await server.stop();
    await removeScratchFolder(folder);
  };
  return { adminUrl: server.adminUrl, stop };
}
