import type { Infrastructure } from '../infrastructure.ts';
import type { Options } from '../options.ts';
import { rawRound } from '../raw/raw-round.ts';
import type { Round } from '../report/result.ts';
import { eventTopics } from './wire.ts';

/** One round of the bare pipeline that sends all messages of the design. */
export const toldRound = (at: Infrastructure, options: Options): Promise<Round> =>
  rawRound(at, options, { name: 'told', folder: import.meta.dirname, alsoOn: eventTopics });
