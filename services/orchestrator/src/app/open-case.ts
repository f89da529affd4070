import { createHash } from 'node:crypto';
import type { Actor, Case, OpenCase } from '@hengtong/contracts';
import type { Messaging, Unit } from '@hengtong/messaging';
import { ProblemError, traceIdOf } from '@hengtong/platform';
import { type Definition, inputFindings } from '@hengtong/process-model';
import { caseView } from '@hengtong/saga-engine';
import canonicalize from 'canonicalize';
import { v7 as uuidv7 } from 'uuid';
import { answerUnderKey, idempotencyId, idempotencyKeys } from '../adapters/postgres/idempotency-keys.ts';
import { newCaseCode } from '../domain/case-code.ts';
import { changeCase } from './change-case.ts';
import { FirstAnswer } from './first-answer.ts';
import type { Definitions } from './definitions.ts';

/** An application as it came in: by whom, under which key of theirs, in which trace. */
export interface Application {
  readonly body: OpenCase;
  readonly client: string;
  readonly actor: Actor;
  readonly key?: string | undefined;
  readonly traceparent: string;
}

const ROUTE = 'POST /v1/cases';

/** Opens cases. */
export class OpenCases {
  private readonly definitions: Definitions;
  private readonly messaging: Messaging;
  private readonly lagLimit: number;
  private readonly first = new FirstAnswer();

  /** `lagLimit`: unpublished messages above which no case is opened any more. */
  constructor(definitions: Definitions, messaging: Messaging, lagLimit: number) {
    this.definitions = definitions;
    this.messaging = messaging;
    this.lagLimit = lagLimit;
  }

  /**
   * Opens a case, or gives the answer that the same key has had.
   * @throws {ProblemError} for an unknown process, wrong input, a key that was used with another body or is not answered yet, or a
   * database that is away.
   */
  async open(application: Application): Promise<Case> {
    const definition = this.definitionFor(application.body);
    this.holdBack();
    const key = application.key && `${application.client} ${application.key}`;
    return this.first.before(key, () => this.write(application, definition, key));
  }

  private async write(application: Application, definition: Definition, key: string | undefined): Promise<Case> {
    const id = uuidv7();
    const outcome = await this.messaging.runner.run({
      key: key ?? id,
      cause: { traceparent: application.traceparent },
      run: (unit) => answerOnce(unit, application, () => openCase(unit, definition, id, application)),
    });
    if (outcome.status === 'done') return outcome.value;
    const error = 'error' in outcome ? outcome.error : undefined;
    if (outcome.status !== 'later') throw error;
    throw new ProblemError('unavailable', 'The case could not be written. Nothing was opened; send the request again.', {
      headers: { 'retry-after': '2' },
      cause: error,
    });
  }

  /** The outbox takes what the bus does not, until it is full enough. */
  private holdBack(): void {
    const { unpublished } = this.messaging.relay;
    if (unpublished <= this.lagLimit) return;
    throw new ProblemError('unavailable', `${unpublished} messages wait for the bus; nothing more is taken until it is back.`, {
      headers: { 'retry-after': '30' },
    });
  }

  private definitionFor({ process, input }: OpenCase): Definition {
    const definition = this.definitions.newestOf(process);
    if (!definition) {
      const known = this.definitions.names();
      throw new ProblemError('unprocessable', `There is no process ${process}. There is ${known.join(', ') || 'none'}.`, {
        errors: [{ pointer: '/process', detail: 'names no process that can be applied for' }],
      });
    }
    const findings = inputFindings(definition, input);
    if (findings.length > 0) {
      const errors = findings.map(({ pointer, detail }) => ({ pointer: `/input${pointer}`, detail }));
      throw new ProblemError('unprocessable', `The input does not fit the form of ${process}, version ${definition.version}.`, { errors });
    }
    return definition;
  }
}

function openCase(unit: Unit, definition: Definition, caseId: string, { body, actor, client, traceparent }: Application): Case {
  const { division, applicant, input } = body;
  const opened = changeCase(
    unit,
    definition,
    undefined,
    { type: 'open-case', caseId, code: newCaseCode(unit.now), division, applicant, input },
    { actor, client, causationId: null, traceId: traceIdOf(traceparent) },
  );
  if (!opened) throw new Error('the engine opened no case');
  return caseView(definition, opened.state);
}

async function answerOnce(unit: Unit, { client, key, body }: Application, open: () => Case): Promise<Case> {
  if (!key) return open();
  const bodyHash = createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('base64url');
  const before = await unit.load(answerUnderKey, idempotencyId({ client, route: ROUTE, key }));
  if (!before) {
    const answer = open();
    unit.write(idempotencyKeys, { client, route: ROUTE, key, bodyHash, answer });
    return answer;
  }
  if (before.bodyHash === bodyHash) return before.answer as Case;
  throw new ProblemError('key-reused', 'This key stands for another application. Take a new key for a new application.', {
    errors: [{ pointer: 'Idempotency-Key', detail: 'was used with another body' }],
  });
}
