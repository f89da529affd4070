import type { PartitionAssigner } from 'kafkajs';
import { sharePartitions } from '../share-partitions.ts';
import { kafkajs } from './kafkajs/index.ts';

/** The name under which members of a group agree on this way of sharing. */
const NAME = 'hengtong-co-partitioned';
/** Of the subscription's layout: 0 is the one whose last part is free for the assigner. */
const VERSION = 0;

const { MemberMetadata, MemberAssignment } = kafkajs.AssignerProtocol;

/**
 * Gives partition i of every topic to the same member, and to each member as much as can be of what it had, which it tells when it joins.
 * A member that does not know a topic yet (an older version, while a newer one joins) leaves its part of it until it is gone.
 */
export const coPartitioned =
  (had: () => readonly number[]): PartitionAssigner =>
  ({ cluster }) => ({
    name: NAME,
    version: VERSION,
    protocol: ({ topics }) => ({
      name: NAME,
      metadata: MemberMetadata.encode({ version: VERSION, topics, userData: Buffer.from(JSON.stringify(had())) }),
    }),
    assign: async ({ members, topics }) => {
      const counts = new Map(topics.map((topic) => [topic, cluster.findTopicPartitionMetadata(topic).length]));
      const sharers = members.map(({ memberId, memberMetadata }) => ({ id: memberId, had: told(memberMetadata) }));
      const shares = sharePartitions(Math.max(0, ...counts.values()), sharers);
      return [...shares].map(([memberId, share]) => ({
        memberId,
        memberAssignment: MemberAssignment.encode({
          version: VERSION,
          assignment: Object.fromEntries([...counts].map(([topic, count]) => [topic, share.filter((partition) => partition < count)])),
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });

function told(memberMetadata: Buffer): number[] {
  const userData = MemberMetadata.decode(memberMetadata)?.userData.toString();
  return userData ? (JSON.parse(userData) as number[]) : [];
}
