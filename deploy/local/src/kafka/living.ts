import type { KafkaConnection, KafkaCredential } from '@hengtong/messaging';
import { logTail, type ServerProcess } from '../server-process.ts';
import { waitUntil } from '../wait-until.ts';
import { administer } from './administer.ts';

/** Milliseconds that a broker may take to come up, on a busy machine, after a crash. */
const WITHIN = 120_000;

/** A broker that is coming up: where it writes, from which byte on, and how it is reached. */
export interface Coming {
  readonly broker: ServerProcess;
  readonly logFile: string;
  readonly logStart: number;
  readonly connection: KafkaConnection;
}

/**
 * Resolves when a broker answers and counts itself among the live ones. It takes connections a little before that, and topics made then
 * are refused. @throws with the end of its log when it ends, or does not answer.
 */
export async function untilAlive({ broker, logFile, logStart, connection }: Coming): Promise<void> {
  const throwIfEnded = async () => {
    const how = broker.hasEnded();
    if (how !== undefined) throw new Error(`Kafka did not start (${how}):\n${await logTail(logFile, logStart)}`);
  };
  const lives = await administer(connection, (administration) =>
    waitUntil(async () => (await administration.brokersAlive()) > 0, WITHIN, throwIfEnded),
  );
  if (lives) return;
  await broker.stop();
  throw new Error(`Kafka did not answer within ${WITHIN / 1_000} s:\n${await logTail(logFile, logStart)}`);
}

/** Gives a running broker that asks nobody who he is an administrator. */
export const addAdmin = (connection: KafkaConnection, admin: KafkaCredential): Promise<void> =>
  administer(connection, (administration) => administration.setCredentials([admin]));
