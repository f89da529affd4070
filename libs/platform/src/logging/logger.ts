import { pino, type DestinationStream, type Logger } from 'pino';
import { withoutSecrets } from './secrets.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** Stands in every line as `service`. */
  readonly service: string;
  /** The least severe level that is written; default info. */
  readonly level?: string;
  /** Where lines go; default standard output. */
  readonly to?: DestinationStream;
}

/** Fields that hold personal data or secrets wherever they stand; two levels deep is as far as our lines go. */
const HIDDEN = ['applicant', 'input', 'output', 'result', 'values', 'idNumber', 'authorization', 'cookie', 'password', 'secret', 'token'];

/**
 * JSON lines on standard output: `time`, `level`, `service`, `msg`, and what the caller gives: `caseId` and `traceId` wherever there
 * are any (`log.child({ caseId, traceId })`). Personal fields are replaced by `[hidden]`, and secrets wherever they stand: in fields of any
 * depth, in messages, in the stack of an error.
 */
export function createLogger({ service, level = 'info', to = standardOutput() }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFields, error: errorFields },
    redact: { paths: HIDDEN.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    hooks: { streamWrite: withoutSecrets },
  };
  return pino(options, to);
}

// Synchronous: the last lines before the end of a process are the ones that matter, and lines are rare on the hot path.
const standardOutput = () => pino.destination({ dest: 1, sync: true });

/**
 * What is written of an error. Not all of its properties: a PostgreSQL error carries the offending row in `detail`, and with it names
 * and numbers of people.
 */
function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code, kind } = error as { code?: unknown; kind?: unknown };
  return {
    type: error.constructor.name,
    message: error.message,
    code,
    kind,
    stack: error.stack,
    ...(error.cause ? { cause: errorFields(error.cause) } : {}),
  };
}
