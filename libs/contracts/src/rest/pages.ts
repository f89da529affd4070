import { z } from 'zod';

/** One page of a list. `next` is the cursor for `after`; it is absent on the last page. */
export const page = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().optional() });

/** One or several values of a parameter, `most` at most: `status=running&status=stalled`, or `status=running,stalled`. */
export const several = <Value extends z.ZodType>(value: Value, most: number) =>
  z.preprocess(
    (given) => [given].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : [each])),
    z.array(value).max(most),
  );

/** What every list takes. `limit` is 1 to 200, 50 unless told; `after` is the `next` of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;
