import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

/** ISO 8601 duration of whole weeks, days, hours, minutes and seconds (years and months have no fixed length), read as milliseconds. */
export const duration = z
  .string()
  .regex(/^P(?=\d|T\d)(?:\d+W|(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/, 'must be an ISO 8601 duration like P35D, PT6H or PT90S')
  .transform(milliseconds)
  .refine((ms) => ms > 0, 'must be longer than nothing');

const UNITS = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1_000 } as const;

function milliseconds(text: string): number {
  return [...text.matchAll(/(\d+)([WDHMS])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS], 0);
}

/** `true`/`false`, `1`/`0`, `yes`/`no`, `on`/`off`. */
export const flag = z.stringbool();

/** The path of a PEM file (RFC 7468), read as its text. */
export const pem = z.string().transform((path, context) => {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.includes('-----BEGIN ')) return text;
    context.addIssue('must name a PEM file');
  } catch (error) {
    context.addIssue(`must name a file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return z.NEVER;
});

/** A port to listen on; 0 takes any free one. */
export const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65535, 'must be 0 to 65535');

/** `postgres://user:password@host:port/database`. */
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be like postgres://user:password@host:5432/database' });

/** A whole number of at least one, written in digits. */
export const count = z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 or more');

/** Addresses, or networks in CIDR notation, joined by commas; read as a list. */
export const networks = z
  .string()
  .transform((list) => list.split(','))
  .refine((list) => list.every(isNetwork), 'must be like 10.0.0.7 or 10.0.0.0/8, several joined by commas');

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  return version !== 0 && more === undefined && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
}
