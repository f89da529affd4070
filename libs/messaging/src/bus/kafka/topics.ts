import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, ITopicMetadata } from 'kafkajs';
import { PartitionsChanged, TopicsMissing } from '../event-bus.ts';

/** Commands and replies stay at least this long: no outage that we want to survive lasts longer (DESIGN §4). */
const RETENTION_MS = 30 * 86_400_000;
/** Copies of each partition, where there are brokers for them; a message is acknowledged when all but one of them have it. */
const COPIES = 3;
/** Bytes of the largest record batch; the broker's own default of 1 MiB would refuse a message that has this size before its headers. */
const LARGEST_BATCH = 2 * 1_048_576;
const LOOK_EVERY_MS = 50;

/**
 * Makes what is missing and waits, for at most `patienceMs`, until each partition has a leader.
 * @throws {PartitionsChanged}; {TopicsMissing} at once where this client may make none.
 */
export async function makeTopics(admin: Admin, topics: readonly string[], partitions: number, patienceMs: number): Promise<void> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    const waiting = await whatIsMissing(admin, topics, partitions);
    if (waiting.length === 0) return;
    const failure = await create(admin, waiting, partitions).catch((error: unknown) => error);
    if (isRefused(failure)) throw new TopicsMissing(waiting, failure);
    if (performance.now() > giveUp) throw new Error(`the broker did not make these topics: ${waiting.join(', ')}`, { cause: failure });
    await sleep(LOOK_EVERY_MS);
  }
}

async function whatIsMissing(admin: Admin, topics: readonly string[], partitions: number): Promise<string[]> {
  const known = new Map((await admin.fetchTopicMetadata()).topics.map((topic) => [topic.name, topic]));
  return topics.filter((name) => {
    const topic = known.get(name);
    if (topic && topic.partitions.length !== partitions) throw new PartitionsChanged(name, topic.partitions.length, partitions);
    return !topic || !isLed(topic);
  });
}

const isLed = ({ partitions }: ITopicMetadata): boolean =>
  partitions.every(({ leader, partitionErrorCode }) => leader >= 0 && partitionErrorCode === 0);

async function create(admin: Admin, topics: readonly string[], partitions: number): Promise<void> {
  // A broker that has just started does not count itself yet.
  const copies = Math.max(1, Math.min(COPIES, (await admin.describeCluster()).brokers.length));
  const configEntries = Object.entries({
    'retention.ms': RETENTION_MS,
    'max.message.bytes': LARGEST_BATCH,
    'min.insync.replicas': Math.max(1, copies - 1),
  }).map(([name, value]) => ({ name, value: String(value) }));
  try {
    await admin.createTopics({
      topics: topics.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: copies, configEntries })),
      waitForLeaders: false,
    });
  } catch (error) {
    if (!isRace(error)) throw error;
  }
}

/** The access list does not let this client make topics: whoever brings the system up does that. */
function isRefused(error: unknown): boolean {
  const { type, errors } = (error ?? {}) as { type?: string; errors?: readonly { type?: string }[] };
  return [{ type }, ...(errors ?? [])].some((each) => each.type?.endsWith('_AUTHORIZATION_FAILED'));
}

/** Somebody else made some of them at the same moment. kafkajs's error classes are no exports that an ES module can name. */
function isRace(error: unknown): boolean {
  const { name, errors } = error as { name?: string; errors?: readonly { type?: string }[] };
  return name === 'KafkaJSAggregateError' && (errors?.every(({ type }) => type === 'TOPIC_ALREADY_EXISTS') ?? false);
}
