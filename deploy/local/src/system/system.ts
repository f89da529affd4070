import type { Bilingual } from '@hengtong/contracts';
import type { KafkaConnection, KafkaCredential } from '@hengtong/messaging';
import type { BusWish } from '../bus-choice.ts';
import type { Kept } from '../services/keep-running.ts';
import type { TokenFor } from '../tokens/tokens-of.ts';

/** What kind of system to start. Paths may be relative; every option has a default but `dataDir`. */
export interface SystemOptions {
  /** Everything that the system keeps: databases, broker, logs, passwords. Two systems need two of these. */
  dataDir: string;
  /** Console at base, orchestrator at base + 2, event hub at base + 3, identity at base + 6, departments from base + 101 on, servers between. Default 4000; tests take `freePortBase()`. */
  portBase?: number;
  /** Default `auto`: Kafka where it can be had. */
  bus?: BusWish;
  /** Brokers that exist already; then none is started. Default: what KAFKA_BROKERS says. */
  brokers?: string[];
  /**
   * Who may make topics, users and access lists on those brokers. Default: what KAFKA_USERNAME and KAFKA_PASSWORD say; without, the
   * brokers are taken to ask nobody who he is.
   */
  kafkaAdmin?: KafkaCredential;
  /** Reach those brokers by TLS. Default: what KAFKA_TLS and KAFKA_CA_FILE say. */
  kafkaTls?: KafkaConnection['tls'];
  /** A PostgreSQL that exists already, as a role that may create roles and databases. Default: what DATABASE_URL says. */
  databaseUrl?: string;
  /** Folders with `processes/<id>/process.yaml`, joined as in PATH. Default: CATALOGUE_DIR, else `catalogue` of the repository. */
  catalogueDir?: string;
  /** The folder with `departments.yaml` and `capabilities/`. Default: DEPARTMENTS_DIR, else `catalogue` of the repository. */
  departmentsDir?: string;
  /** Services that are not started, by name; their databases are there, and `join` starts one that is on the bus. Default none. */
  without?: readonly string[];
  /** Work on another bus than last time (BUS_REBIND). Default false. */
  rebind?: boolean;
  /** Start again what ends by itself. Default false, so that tests decide when. */
  revive?: boolean;
  /** Variables for every service; they win over those of this process and those that the system sets. Default none. */
  env?: Record<string, string>;
  /** Flags for the Node of every service, `--cpu-prof` for instance. Default none. */
  nodeArgs?: readonly string[];
  /** Hears what is being done, a line at a time. Default: nobody. */
  say?: (line: string) => void;
  /** Where the builds are. Default: this repository. */
  root?: string;
}

/** A running service, reached at `url`. */
export interface RunningService extends Kept {
  readonly service: string;
  readonly title: Bilingual;
  readonly url: string;
  /** Its database, as its own role. */
  readonly databaseUrl: string;
}

/** A whole system: servers and services, each a process of its own. */
export interface System {
  readonly bus: 'kafka' | 'embedded';
  /** The sentence that says which bus, and why. */
  readonly busChoice: string;
  readonly orchestratorUrl: string;
  /** Of the log of events: pull, stream, subscriptions. */
  readonly eventHubUrl: string;
  /** Address by department, `taxation` for instance. */
  readonly departments: Readonly<Record<string, string>>;
  /** Every running service that is on the bus, instances that joined included. */
  readonly services: readonly RunningService[];
  /** The service that gives out tokens. */
  readonly identity: RunningService;
  /** The operators' page, unless it was left out; its address, empty if it was. */
  readonly console?: RunningService;
  readonly consoleUrl: string;
  /** What stands as issuer in tokens: the address of `identity`. */
  readonly issuerUrl: string;
  /** A valid access token of a client (`taxation`, `applicants-portal`) or a person (`sun.tao`) of deploy/local/identity.yaml. */
  readonly tokenFor: TokenFor;
  /** The superuser's address of PostgreSQL, and the server, unless it was there already. */
  readonly postgres: { readonly adminUrl: string; readonly server?: Kept };
  /** The brokers, their administrator, and the one that was started here; undefined on the embedded bus. */
  readonly kafka?: { readonly brokers: readonly string[]; readonly admin?: KafkaCredential; readonly server?: Kept };
  /** Starts one more process of a service, which shares its database and its work; named `taxation-2`, `taxation-3`, …. */
  join: (service: string) => Promise<RunningService>;
  /** Stops the services, then what they need. */
  stop: () => Promise<void>;
}
