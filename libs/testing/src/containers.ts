import { existsSync } from 'node:fs';
import type { StartedTestContainer } from 'testcontainers';

/** The images that the containers are made from: the same releases as docker-compose.yml. */
export const images = { postgres: 'postgres:18', kafka: 'apache/kafka:4.4.0' };

/** Whether a container engine answers on this machine. The client library is only loaded where there is something to talk to. */
export async function dockerAnswers(): Promise<boolean> {
  if (process.env.DOCKER_HOST === undefined && !existsSync('/var/run/docker.sock')) return false;
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** A stop function for a container: it removes the container and its data. */
export function stopper(container: StartedTestContainer): () => Promise<void> {
  return async () => void (await container.stop());
}
