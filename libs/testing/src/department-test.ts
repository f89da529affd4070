import {
  commandsTopic,
  commandTypes,
  decode,
  encode,
  eventsTopic,
  type Message,
  ORCHESTRATOR,
  repliesTopic,
  replyTypes,
  type StepCompensationRequested,
  type StepRecallRequested,
  type StepRequested,
} from '@hengtong/contracts';
import { type Department, serveDepartment } from '@hengtong/department-kit';
import { type EventBus, kafkaBus, partitionOf } from '@hengtong/messaging';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from './eventually.ts';
import { freshDatabase } from './fresh-database.ts';
import { issuerUrl } from './issuer.ts';
import { testBrokers } from './test-servers.ts';

/** A step that the department was asked to do. */
export interface Asked {
  readonly caseId: string;
  readonly step: string;
  readonly commandKey: string;
  readonly capability: string;
}

/** What the department answered to a command. */
export interface Reply {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly message: Message;
}

export interface AskOptions {
  readonly caseId?: string;
  readonly step?: string;
  readonly mode?: StepRequested['mode'];
  readonly division?: string;
}

/** A whole department, started as `main.ts` does, on a real database and a real broker; the test is its orchestrator. */
export interface DepartmentUnderTest {
  /** Its REST side. */
  readonly url: string;
  /** Its database. */
  readonly pool: pg.Pool;
  /** Sends a command and does not wait. */
  request(capability: string, input: object, options?: AskOptions): Promise<Asked>;
  /** Sends a command and gives what was answered. */
  ask(capability: string, input: object, options?: AskOptions): Promise<{ asked: Asked; reply: Reply }>;
  /** Sends the same command under a new message id. */
  repeat(asked: Asked, input: object): Promise<void>;
  /** Has what was done undone, by the compensation of the capability. */
  compensate(asked: Asked, compensation: string): Promise<Reply>;
  /** Calls a work item back. */
  recall(asked: Asked): Promise<Reply>;
  /** Every reply so far to a command, in order; waits until there are `count`. */
  replies(commandKey: string, count?: number): Promise<Reply[]>;
  /** Every event so far about a subject, in order; waits until there are `count`. */
  told(subject: string, count?: number): Promise<Message[]>;
  stop(): Promise<void>;
}

const CAUSE = { step: 'tax', code: 'tax.arrears' };
const PARTITIONS = 1;

/** Starts a department for a test. The project's Jest set-up must start PostgreSQL and a broker (`@hengtong/testing/jest-postgres-and-kafka`). */
export async function departmentTest(department: Department): Promise<DepartmentUnderTest> {
  const brokers = testBrokers();
  if (!brokers)
    throw new Error('this test needs a broker: name "@hengtong/testing/jest-postgres-and-kafka" as globalSetup in jest.config.mjs');
  const database = await freshDatabase(department.name);
  const service = await serveDepartment(department, {
    PORT: '0',
    BUS: 'kafka',
    KAFKA_BROKERS: brokers.join(','),
    DATABASE_URL: database.url,
    LOG_LEVEL: 'error',
    OIDC_ISSUER: await issuerUrl(),
  });
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  const bus = kafkaBus({ brokers, clientId: `${department.name}-test`, log: { debug() {}, info() {}, warn() {}, error() {} } });
  const conversation = await converse(bus, department.name);
  return {
    url: service.url,
    pool,
    ...conversation,
    async stop() {
      await bus.close();
      await service.stop();
      await pool.end();
      await database.drop();
    },
  };
}

type Conversation = Omit<DepartmentUnderTest, 'url' | 'pool' | 'stop'>;

async function converse(bus: EventBus, department: string): Promise<Conversation> {
  const heard = new Map<string, Reply[]>();
  const events = new Map<string, Message[]>();
  const topics = [repliesTopic(department), eventsTopic(department)];
  await bus.ensureTopics([commandsTopic(department), ...topics], PARTITIONS);
  await bus.consume({
    group: `test-${uuidv7()}`,
    topics,
    take: async ({ messages }) => {
      for (const { topic, headers, value } of messages) {
        const message = decode(headers, value);
        const { type, subject, commandkey: key = '', data } = message;
        if (topic === eventsTopic(department)) events.set(subject, [...(events.get(subject) ?? []), message]);
        else heard.set(key, [...(heard.get(key) ?? []), { type, data: data as Record<string, unknown>, message }]);
      }
      return 'taken';
    },
  });

  const send = async (type: string, commandkey: string, step: string, caseId: string, division: string, data: object): Promise<void> => {
    const message: Message = {
      id: uuidv7(),
      type,
      source: ORCHESTRATOR,
      subject: caseId,
      time: new Date().toISOString(),
      process: 'enterprise-startup',
      processversion: 1,
      step,
      department,
      division,
      commandkey,
      data,
    };
    await bus.publish([{ topic: commandsTopic(department), partition: partitionOf(caseId, PARTITIONS), message: encode(message) }]);
  };
  const request: Conversation['request'] = async (capability, input, options = {}) => {
    const { caseId = uuidv7(), step = 'step', mode = 'automatic', division = '330106' } = options;
    const commandKey = `${caseId}/${step}/forward/1`;
    const data: StepRequested = { capability, mode, level: 'county', division, caseDivision: division, input: { ...input } };
    await send(commandTypes.stepRequested, commandKey, step, caseId, division, data);
    return { caseId, step, commandKey, capability };
  };
  const enough = <T>(of: ReadonlyMap<string, T[]>, key: string, count: number): Promise<T[]> =>
    eventually(() => {
      const all = of.get(key) ?? [];
      if (all.length < count) throw new Error(`${all.length} of ${count} messages about ${key}`);
      return all;
    });
  const replies: Conversation['replies'] = (commandKey, count = 1) => enough(heard, commandKey, count);
  const answer = async (commandKey: string): Promise<Reply> => (await replies(commandKey))[0] as Reply;

  return {
    request,
    replies,
    told: (subject, count = 1) => enough(events, subject, count),
    async ask(capability, input, options) {
      const asked = await request(capability, input, options);
      return { asked, reply: await answer(asked.commandKey) };
    },
    repeat: ({ caseId, step, capability, commandKey }, input) => {
      const data: StepRequested = {
        capability,
        mode: 'automatic',
        level: 'county',
        division: '330106',
        caseDivision: '330106',
        input: { ...input },
      };
      return send(commandTypes.stepRequested, commandKey, step, caseId, '330106', data);
    },
    async compensate({ caseId, step, commandKey }, compensation) {
      const key = `${caseId}/${step}/compensate/1`;
      const data: StepCompensationRequested = {
        capability: compensation,
        level: 'county',
        division: '330106',
        compensates: commandKey,
        cause: CAUSE,
      };
      await send(commandTypes.stepCompensationRequested, key, step, caseId, '330106', data);
      return answer(key);
    },
    async recall({ caseId, step, commandKey, capability }) {
      const key = `${caseId}/${step}/recall/1`;
      const data: StepRecallRequested = { capability, level: 'county', division: '330106', recalls: commandKey, cause: CAUSE };
      await send(commandTypes.stepRecallRequested, key, step, caseId, '330106', data);
      return answer(key);
    },
  };
}

/** The type of each reply, for expectations. */
export const replied = replyTypes;
