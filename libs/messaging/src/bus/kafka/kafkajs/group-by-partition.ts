interface Sent {
  readonly partition: number;
}

export type GroupByPartition = (given: { messages: readonly Sent[] }) => Record<number, Sent[]>;

/** In the place of kafkajs's own: our messages all name their partition. */
export const groupByPartition: GroupByPartition = ({ messages }) => {
  const groups: Record<number, Sent[]> = {};
  for (const message of messages) (groups[message.partition] ??= []).push(message);
  return groups;
};
