import type { Keeper } from '@hengtong/messaging';
import type { Pool } from 'pg';
import { log as table } from '../adapters/postgres/append-events.ts';
import { type KeepDays, maintainLog, type Room } from '../adapters/postgres/log-partitions.ts';
import { cloudEventOf } from '../domain/logged-event.ts';
import type { Catalogue } from './catalogue.ts';

/** Milliseconds between looks at the partitions of the log. */
const LOOK = 3_600_000;

/** Keeps what comes over the bus in the log, and the log itself in order. */
export interface LogKeeper extends Keeper {
  start(pool: Pool, keep: KeepDays, log: { warn(details: object, message: string): void }): Promise<void>;
  stop(): Promise<void>;
}

/** The keeper of the log; each type is kept as long as the catalogue says. It has no room before it was started. */
export function logKeeper(catalogue: Catalogue): LogKeeper {
  let room: Room = { from: Infinity, to: 0 };
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  return {
    async keep(message, unit) {
      unit.write(table, { retention: catalogue.retentionOf(message.type), event: cloudEventOf(message) });
    },
    oldest: () => room.from,
    newest: () => room.to,
    async start(pool, keep, log) {
      room = await maintainLog(pool, keep, new Date());
      const again = async (): Promise<void> => void (room = await maintainLog(pool, keep, new Date()));
      timer = setInterval(() => {
        looking = looking
          .then(again)
          .catch((err: unknown) => log.warn({ err }, 'the partitions of the log cannot be kept up; trying again'));
      }, LOOK);
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
