import { z } from 'zod';
import { divisionPrefix } from '../division.ts';
import { instant, slug } from '../fields.ts';
import { Incident, stepStatus } from './cases.ts';

/** The national time: one zone for the whole country, a whole hour from UTC, without summer time. */
export const NATIONAL_ZONE = 'Asia/Shanghai';

/** A zone by its name in the IANA database whose hours begin with those of UTC: what is counted is counted by such hours. */
export const wholeHourZone = z.string().max(64).refine(isWholeHourZone, 'must be an IANA time zone that is whole hours from UTC');

/** What `GET /v1/flows` takes. */
export const FlowsQuery = z.object({
  division: divisionPrefix.optional().describe('Only cases of this division and all within it'),
  zone: wholeHourZone.default(NATIONAL_ZONE).describe('In which zone “today” begins'),
  idleMinutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(525_600)
    .default(60)
    .describe('Minutes without progress after which an open case is idle'),
});
export type FlowsQuery = z.infer<typeof FlowsQuery>;

const count = z.number().int().nonnegative();
const seconds = z.number().nonnegative();
const oldestSince = instant.optional().describe('Since when the oldest of them lies there');
const perHour = z.number().nonnegative().describe('Steps answered in the last hour');

/** Quantiles of how long something took, in seconds, within 9 %; absent where nothing was counted. */
export const Quantiles = z.object({ p50: seconds.optional(), p90: seconds.optional() });
export type Quantiles = z.infer<typeof Quantiles>;

const outcomes = { granted: count, refused: count, withdrawn: count, cancelled: count };
/** How many cases were closed with which outcome. */
export const OutcomeCounts = z.object(outcomes);
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

/** A case that lies somewhere, and at which step. */
export const LyingCase = z.object({
  caseId: z.uuid(),
  code: z.string(),
  step: slug,
  since: instant.describe('Since when the step lies there: when its department was asked'),
  status: stepStatus,
});
export type LyingCase = z.infer<typeof LyingCase>;

/** Where a process crosses a department: what lies there now. */
export const FlowCell = z.object({
  process: slug,
  department: slug,
  waiting: count.describe('Steps that no officer has in hand yet'),
  working: count.describe('Steps that an officer has in hand, or that software works on'),
  stalled: count.describe('Steps that have failed'),
  oldestSince,
  usualSeconds: seconds.optional().describe('How long 9 of 10 steps took here in the last seven days, from asked to answered, within 9 %'),
  oldest: z.array(LyingCase).max(5),
  perHour,
});
export type FlowCell = z.infer<typeof FlowCell>;

export const FlowProcess = z.object({
  process: slug,
  open: count.describe('All that are not closed, those of the next four among them'),
  suspended: count,
  stalled: count,
  compensating: count,
  idle: count.describe('Open, and without progress for `idleMinutes`'),
  openedToday: count,
  closedToday: OutcomeCounts,
  leadSecondsToday: Quantiles.describe('From opened to closed, of what was closed today'),
});
export type FlowProcess = z.infer<typeof FlowProcess>;

export const FlowDepartment = z.object({ department: slug, waiting: count, working: count, stalled: count, oldestSince, perHour });
export type FlowDepartment = z.infer<typeof FlowDepartment>;

export const FlowHour = z.object({
  hour: instant.describe('When it began'),
  process: slug,
  opened: count,
  ...outcomes,
  ...Quantiles.shape,
});
export type FlowHour = z.infer<typeof FlowHour>;

/** A case that waits for an operator. */
export const StalledCase = Incident.partial({ step: true }).extend({
  caseId: z.uuid(),
  code: z.string(),
  process: slug,
  department: slug.optional(),
});
export type StalledCase = z.infer<typeof StalledCase>;

/** What flows where, kept incrementally: a second or two behind what happens. */
export const Flows = z.object({
  at: instant.describe('When it was read'),
  behind: count.describe('Changes that are not in it yet; more than a few only after a start on a database that did not keep it'),
  cells: z.array(FlowCell).describe('Those in which something lies, or was answered in the last seven days'),
  processes: z.array(FlowProcess),
  departments: z.array(FlowDepartment),
  hours: z.array(FlowHour).describe('The last 24 hours, the present one last; hours in which nothing happened are left out'),
  stalled: z.array(StalledCase).max(20).describe('The oldest 20'),
  stalledCount: count,
});
export type Flows = z.infer<typeof Flows>;

function isWholeHourZone(zone: string): boolean {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
    return /^GMT([+-]\d\d:00)?$/.test(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  } catch {
    return false;
  }
}
