/** Where a message goes. Each topic has one writer, so that the sender follows from the topic (DESIGN §4). */

const PREFIX = 'ht';

/** Commands of the orchestrator to one department. The division is taken so that a large one can get a topic of its own later. */
export const commandsTopic = (department: string, _division?: string): string => `${PREFIX}.commands.${department}`;

/** Replies of one department to the orchestrator. */
export const repliesTopic = (department: string, _division?: string): string => `${PREFIX}.replies.${department}`;

/** What happened, for whom it may concern; read by the event hub alone. */
export const eventsTopic = (service: string): string => `${PREFIX}.events.${service}`;

/** The one service that writes to `topic`: the department of a reply, the service of an event, the orchestrator of a command. */
export function writerOf(topic: string): string | undefined {
  const kind = kindOf(topic);
  return kind === 'commands' ? ORCHESTRATOR : kind && topic.split('.')[2];
}

const KINDS = ['commands', 'replies', 'events'] as const;

/** What lies on `topic`; undefined if it is none of ours. */
export function kindOf(topic: string): (typeof KINDS)[number] | undefined {
  const [prefix, kind, name] = topic.split('.');
  return prefix === PREFIX && name ? KINDS.find((known) => known === kind) : undefined;
}

export const ORCHESTRATOR = 'orchestrator';
/** Reads the events of all, itself included: what it tells of subscriptions is an event like others. */
export const EVENT_HUB = 'event-hub';

/** What one credential may do on the bus: the topics that it reads and the topics that it writes. */
export interface TopicRights {
  readonly principal: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** The access list of the whole bus, made from the list of departments and nothing else. */
export function accessList(departments: readonly string[]): TopicRights[] {
  return [
    {
      principal: ORCHESTRATOR,
      reads: departments.map((d) => repliesTopic(d)),
      writes: [...departments.map((d) => commandsTopic(d)), eventsTopic(ORCHESTRATOR)],
    },
    {
      principal: EVENT_HUB,
      reads: [ORCHESTRATOR, ...departments, EVENT_HUB].map((service) => eventsTopic(service)),
      writes: [eventsTopic(EVENT_HUB)],
    },
    ...departments.map((d) => ({ principal: d, reads: [commandsTopic(d)], writes: [repliesTopic(d), eventsTopic(d)] })),
  ];
}
