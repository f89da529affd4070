import type { KafkaCredential } from '@hengtong/messaging';

/** Where one broker listens and keeps its data; with an administrator it asks everybody who he is. */
export interface BrokerPlace {
  port: number;
  controllerPort: number;
  logDir: string;
  admin?: KafkaCredential | undefined;
}

/** Days that a record stays: commands and replies must outlive the longest outage to be survived (DESIGN §4). */
const retentionHours = 30 * 24;

/** The broker's server.properties: one node that is broker and controller, for this machine only. */
export function brokerProperties({ port, controllerPort, logDir, admin }: BrokerPlace): string {
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `BROKER://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `BROKER://127.0.0.1:${port}`,
    'inter.broker.listener.name': 'BROKER',
    ...(admin ? guarded(admin) : open),
    'log.dirs': logDir.replaceAll('\\', '/'),
    // A topic's partitions are fixed when it is made, by the one who knows how many; a typing error must not make a topic.
    'auto.create.topics.enable': false,
    // There is one broker, so there can be one copy.
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Fifty partitions of bookkeeping for a handful of consumer groups only make the start longer.
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.num.partitions': 2,
    'share.coordinator.state.topic.num.partitions': 1,
    // The wait for further members is meant for large groups; here it only delays the first message by three seconds.
    'group.initial.rebalance.delay.ms': 0,
    // A broker that was killed is let in again only when its old session is over; nobody else is there to take its place meanwhile.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'log.retention.hours': retentionHours,
    'num.network.threads': 2,
    'num.io.threads': 4,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** For tests of what is not about credentials: whoever reaches the port may do everything. */
const open = { 'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT' };

/**
 * Both listeners ask for a credential (SASL/SCRAM-SHA-512), and what the access list does not name is refused. Were the controller's
 * listener plain, the broker would come to it as ANONYMOUS, who then had to be a super user: a hole for whoever finds the port.
 */
function guarded({ username, password }: KafkaCredential): Record<string, string | boolean> {
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${username}" password="${password}";`;
  return {
    'listener.security.protocol.map': 'BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'sasl.mechanism.controller.protocol': 'SCRAM-SHA-512',
    'listener.name.broker.scram-sha-512.sasl.jaas.config': login,
    'listener.name.controller.scram-sha-512.sasl.jaas.config': login,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${username}`,
    'allow.everyone.if.no.acl.found': false,
  };
}
