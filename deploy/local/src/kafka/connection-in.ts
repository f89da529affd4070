import { readFileSync } from 'node:fs';
import type { KafkaConnection, KafkaCredential } from '@hengtong/messaging';

/** The administrator of brokers that are there, in the variables in which services find their own credential. */
export function adminIn({ KAFKA_USERNAME: username, KAFKA_PASSWORD: password }: NodeJS.ProcessEnv): KafkaCredential | undefined {
  return username && password ? { username, password } : undefined;
}

/** Whether those brokers are reached by TLS, and by which authorities (KAFKA_CA_FILE). @throws when that file cannot be read. */
export function tlsIn({ KAFKA_TLS, KAFKA_CA_FILE }: NodeJS.ProcessEnv): KafkaConnection['tls'] {
  if (KAFKA_CA_FILE) return { ca: readFileSync(KAFKA_CA_FILE, 'utf8') };
  return KAFKA_TLS === 'true' ? {} : undefined;
}
