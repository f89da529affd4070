import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { decode, encode } from '../envelope.ts';

/** A message as it was released, kept in a file: it must be read and written like that for ever. */
export const Golden = z.object({ headers: z.record(z.string(), z.string()), body: z.unknown() });
export type Golden = z.infer<typeof Golden>;

/** Why a message that was released as `type` is no longer read, or written, as it was; empty if it is. */
export function goldenFaults(type: string, schema: z.ZodType, { headers, body }: Golden): string[] {
  const message = decode(headers, JSON.stringify(body));
  const parsed = schema.safeParse(body);
  return [
    ...(message.type === type ? [] : [`the golden file of ${type} is one of ${message.type}`]),
    ...(isDeepStrictEqual(encode(message).headers, headers) ? [] : [`the headers of ${type} are written otherwise now`]),
    ...(parsed.success ? [] : [`a released ${type} is refused now: ${z.prettifyError(parsed.error)}`]),
    ...(parsed.success && !isDeepStrictEqual(parsed.data, body) ? [`a released ${type} is read otherwise now`] : []),
  ];
}
