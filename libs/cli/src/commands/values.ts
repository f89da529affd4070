/** Every option that a command can take, as `node:util` parseArgs reads them. */
export const OPTIONS = {
  case: { type: 'string' },
  client: { type: 'string' },
  data: { type: 'string', default: '.hengtong' },
  department: { type: 'string' },
  division: { type: 'string' },
  filter: { type: 'string' },
  forward: { type: 'string' },
  help: { type: 'boolean', default: false },
  json: { type: 'boolean' },
  process: { type: 'string' },
  secret: { type: 'string' },
  since: { type: 'string' },
  type: { type: 'string', multiple: true },
  types: { type: 'string', multiple: true },
} as const;
export type Option = keyof typeof OPTIONS;

/** What was given. */
export interface Values {
  readonly case?: string | undefined;
  readonly client?: string | undefined;
  readonly data: string;
  readonly department?: string | undefined;
  readonly division?: string | undefined;
  readonly filter?: string | undefined;
  readonly forward?: string | undefined;
  readonly json?: boolean | undefined;
  readonly process?: string | undefined;
  readonly secret?: string | undefined;
  readonly since?: string | undefined;
  readonly type?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
}
