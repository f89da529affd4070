import { z } from 'zod';
import { authorityDivision } from './division.ts';
import { slug } from './fields.ts';

/** What a token may be good for. Each route of each service asks for exactly one of these (DESIGN §8: scopes say what). */
export const scopes = {
  'cases:open': 'Apply: open a case',
  'cases:read': 'See cases and what happened in them',
  'personal:read': 'See personal values in clear, with a reason that is recorded',
  'work-items:read': 'See what waits for a person or another system',
  'work-items:write': 'Claim, complete and refuse work items',
  'records:read': 'See the records of a department',
  'records:write': 'Tell a department what its own books must hold',
  'capabilities:read': 'See what a department can be asked for',
  'events:read': 'Receive events of processes',
  'subscriptions:write': 'Say which events are to be delivered, and how',
  'grants:write': 'Ask for the right to receive events, or decide on it',
  'events:write': 'Publish events of one’s own',
  'dead-letters:read': 'See messages that could not be taken',
  'dead-letters:write': 'Redrive and discard dead letters',
  'metrics:read': 'Read the measurements of a service',
} as const;
export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[];

/**
 * Who can act: a department's own system, an agency, the applicants' portal, an operator of Hengtong, an officer of a department;
 * and `service`, Hengtong's own software, which acts without a person.
 */
export const actorType = z.enum(['system', 'agency', 'portal', 'operator', 'officer', 'service']);
export type ActorType = z.infer<typeof actorType>;

/** What an operator may do: watch; act; act alone where two are asked for. */
export const operatorRole = z.enum(['observer', 'operator', 'supervisor']);
export type OperatorRole = z.infer<typeof operatorRole>;

/** Who did something, as it is kept with what was done: in case events, work items and settled dead letters. */
export const Actor = z.object({
  type: actorType,
  id: z.string().min(1).max(200).describe('The subject of the token, or the name of the service'),
  department: slug.optional(),
  division: authorityDivision.optional(),
  onBehalfOf: z.string().max(200).optional().describe('The person for whom a system acted, as that system names them'),
});
export type Actor = z.infer<typeof Actor>;

/**
 * Claims of an access token beside those of RFC 9068 (`iss`, `aud`, `sub`, `client_id`, `exp`, `iat`, `jti`, `scope`). Any issuer
 * that puts these into its tokens can take the place of the local one.
 */
export const AccessClaims = z.object({
  sub: z.string().min(1).max(200),
  client_id: z.string().min(1).max(200),
  scope: z.string().default('').describe('Scopes, separated by spaces'),
  actor: actorType.exclude(['service']).describe('What kind of caller this is'),
  department: slug.optional().describe('Of a system or an officer: whose'),
  division: authorityDivision.optional().describe('Of an officer: the authority that they belong to'),
  agency: slug.optional().describe('Of an agency: its name'),
  role: operatorRole.optional().describe('Of an operator'),
});
export type AccessClaims = z.infer<typeof AccessClaims>;
