import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { authorityDivision } from './division.ts';
import { caseId, commandKey, field, instant, slug, uuidv7 } from './fields.ts';

export const messageType = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+\.v\d+$/, 'must be like gov.hengtong.step.completed.v1');

/**
 * The context of a message: CloudEvents 1.0 attributes, and the extensions that Hengtong adds (lower case, as the specification
 * asks). The body is apart, because consumers decide by the context which schema it has.
 */
export const Context = z.object({
  id: field(uuidv7, 'message.id').describe('Given by the unit of work. The same id again is transport noise'),
  type: field(messageType, 'message.type').describe('gov.hengtong.<noun>.<past-participle>.v<n>'),
  source: field(slug, 'message.source').describe('The service that wrote it; must be the one writer of the topic'),
  subject: caseId.describe('What it is about, and the key: the case; of what belongs to no case, an id of its own'),
  time: field(instant, 'message.time'),
  process: field(slug, 'process.id').optional(),
  processversion: field(z.coerce.number().int().positive(), 'process.version').optional(),
  step: field(slug, 'case.step').optional(),
  department: field(slug, 'department.name').optional(),
  division: authorityDivision.optional(),
  agency: field(slug, 'agency.name').optional().describe('Whose event it is, where an agency has published it through the event hub'),
  causationid: field(z.string(), 'message.cause').optional().describe('The id of the message that caused this one'),
  commandkey: commandKey.max(200).optional().describe('case/step/forward|compensate|recall/attempt: one effect for each'),
  sequence: field(z.coerce.number().int().positive(), 'case.event-sequence').optional().describe('Position among the events of the case'),
});
export type Context = z.infer<typeof Context>;

/** A message as services see it. `traceparent` is W3C Trace Context and travels as a header of its own. */
export interface Message<Data = unknown> extends Context {
  readonly data: Data;
  readonly traceparent?: string | undefined;
}

/** Bytes and headers as they travel on the bus, CloudEvents 1.0 in Kafka binary mode. */
export interface WireMessage {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** What can be read of the context of a message that as a whole cannot: at least which case it is about. */
export type Remnant = Pick<Context, 'subject'> & Partial<Context>;

/** Why bytes are no message of ours. */
export class UnreadableMessage extends Error {
  override name = 'UnreadableMessage';
  readonly code = 'message.unreadable';
  /** So that the case can be told of it. */
  readonly remnant: Remnant | undefined;

  constructor(message: string, remnant: Remnant | undefined, options?: ErrorOptions) {
    super(message, options);
    this.remnant = remnant;
  }
}

const CONTEXT_KEYS = Object.keys(Context.shape) as (keyof Context)[];
/** Each attribute, and the header that it travels in. */
const HEADERS = CONTEXT_KEYS.map((key) => [key, `ce_${key}`] as const);

/** CloudEvents 1.0 binary mode: each attribute a `ce_` header, the body JSON. `body` is that of `data`, if it is at hand. */
export function encode(message: Message, body: string = JSON.stringify(message.data)): WireMessage {
  const headers: Record<string, string> = { ce_specversion: '1.0', 'content-type': 'application/json' };
  for (const [key, header] of HEADERS) {
    const value = message[key];
    if (value !== undefined) headers[header] = String(value);
  }
  if (message.traceparent) headers['traceparent'] = message.traceparent;
  return { key: message.subject, headers, value: body };
}

/** Headers as an adapter hands them over. */
export type WireHeaders = Readonly<Record<string, string | Uint8Array | undefined>>;

/**
 * The way back from `encode`. Headers that are not known are ignored, as are attributes of later versions.
 * @throws {UnreadableMessage} with a sentence that names the header or says where the JSON breaks.
 */
export function decode(headers: WireHeaders, value: Uint8Array | string | null): Message {
  const attributes: Record<string, string> = {};
  for (const [key, name] of HEADERS) {
    const header = text(headers[name]);
    if (header !== undefined) attributes[key] = header;
  }
  if (text(headers['ce_specversion']) !== '1.0') {
    throw new UnreadableMessage('header ce_specversion must be 1.0 (CloudEvents, binary mode)', remnantOf(attributes));
  }
  const context = Context.safeParse(attributes);
  if (!context.success) {
    const [issue] = context.error.issues;
    const name = `ce_${String(issue?.path[0])}`;
    const message = headers[name] === undefined ? `header ${name} is missing` : `header ${name}: ${issue?.message}`;
    throw new UnreadableMessage(message, remnantOf(attributes));
  }
  return { ...context.data, data: parse(value, context.data), traceparent: text(headers['traceparent']) };
}

/** Each attribute that is right by itself; none if the case is not. */
function remnantOf(attributes: Readonly<Record<string, string>>): Remnant | undefined {
  const right = CONTEXT_KEYS.flatMap((key) => {
    const parsed = Context.shape[key].safeParse(attributes[key]);
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data] as const] : [];
  });
  const { subject, ...others }: Partial<Context> = Object.fromEntries(right);
  return subject === undefined ? undefined : { subject, ...others };
}

function parse(value: Uint8Array | string | null, context: Context): unknown {
  if (value === null) throw new UnreadableMessage('the body is empty; JSON is expected', context);
  if (typeof value !== 'string' && !isUtf8(value)) throw new UnreadableMessage('the body is no UTF-8', context);
  try {
    return JSON.parse(typeof value === 'string' ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'));
  } catch (cause) {
    throw new UnreadableMessage(`the body is no JSON: ${(cause as Error).message}`, context, { cause });
  }
}

function text(header: string | Uint8Array | undefined): string | undefined {
  return header === undefined || typeof header === 'string' ? header : Buffer.from(header).toString('utf8');
}
