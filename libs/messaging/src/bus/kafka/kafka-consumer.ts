import { setTimeout as sleep } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import { backoff } from '../backoff.ts';
import type { BusLog } from '../bus-log.ts';
import type { Consumer, Consumption } from '../event-bus.ts';
import type { AdminConnection } from './admin.ts';
import { KafkaSession } from './kafka-session.ts';

/** A consumer that goes on whatever ends a session: kafkajs gives up after some faults, so a new one begins, on new connections. */
export class KafkaConsumer implements Consumer {
  private readonly newKafka: () => Kafka;
  private readonly admin: AdminConnection;
  private readonly consumption: Consumption;
  private readonly log: BusLog;
  private readonly had: number[] = [];
  private readonly stopping = new AbortController();
  private session: KafkaSession | undefined;

  constructor(newKafka: () => Kafka, admin: AdminConnection, consumption: Consumption, log: BusLog) {
    this.newKafka = newKafka;
    this.admin = admin;
    this.consumption = consumption;
    this.log = log;
  }

  /** Resolves when it has its partitions for the first time. @throws if it is stopped before. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stopping.signal.addEventListener('abort', () => reject(new Error('the consumer was stopped before it had joined its group')));
      void this.goOn(resolve);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.session?.stop();
  }

  private async goOn(joined: () => void): Promise<void> {
    const { group } = this.consumption;
    for (let failures = 0; !this.stopped; failures++) {
      const session = new KafkaSession(this.newKafka(), this.consumption, this.had, this.log);
      this.session = session;
      try {
        await session.join(() => this.countPartitions());
        failures = 0;
        joined();
        throw await session.ended;
      } catch (error) {
        if (this.stopped) return;
        this.log.warn({ err: error, group }, 'consuming was interrupted; beginning again');
        await session.abandon();
        await sleep(backoff(failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  /** All partitions of all topics: so many batches may be in hand at once. */
  private async countPartitions(): Promise<number> {
    const { topics } = await this.admin.ask((admin) => admin.fetchTopicMetadata({ topics: [...this.consumption.topics] }));
    return topics.reduce((sum, { partitions }) => sum + partitions.length, 0);
  }
}
