import { kept } from './kept.ts';

/** The zones to choose from: that of the country, of this machine, and the one in which logs are written. */
export const zones = [...new Set(['Asia/Shanghai', Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC'])];

/** The time zone of all times on the page. */
export const zone = kept('zone', (text) => zones.find((each) => each === text) ?? 'Asia/Shanghai');
