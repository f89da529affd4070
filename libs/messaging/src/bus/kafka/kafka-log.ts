import type { logCreator, LogEntry } from 'kafkajs';
import type { BusLog } from '../bus-log.ts';
import { kafkajs } from './kafkajs/index.ts';

const { logLevel } = kafkajs;

/** Milliseconds in which the same thing is said once; a broker that is away is otherwise told of several times a second. */
const ONCE_IN = 10_000;

/**
 * Passes kafkajs's log on. It calls an error what it then mends itself, and tells of every join and every pause; so each of its levels is
 * worth one less. What does need somebody is logged by the adapter.
 */
export const kafkaLog =
  (log: BusLog): logCreator =>
  () => {
    const said = new Map<string, number>();
    return ({ level, namespace, log: { message, logger: _logger, timestamp: _timestamp, ...details } }: LogEntry) => {
      const text = `${namespace}: ${message}`;
      const repeated = Date.now() - (said.get(text) ?? 0) < ONCE_IN;
      if (!repeated) said.set(text, Date.now());
      const write = repeated || level === logLevel.INFO ? log.debug : level === logLevel.WARN ? log.info : log.warn;
      write.call(log, { ...details, kafkajs: namespace }, message);
    };
  };
