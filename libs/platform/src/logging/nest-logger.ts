import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Lets Nest write through our logger. What it says of routes and modules while it starts is of interest only when looking for a fault. */
export function nestLogger(log: Logger): LoggerService {
  // Nest gives a message, for errors a stack, and last the class that speaks.
  const write =
    (level: 'debug' | 'warn' | 'error' | 'fatal' | 'trace') =>
    (message: unknown, ...rest: unknown[]) => {
      const [stack, context] = rest.length > 1 ? rest : [undefined, rest[0]];
      if (message instanceof Error) log[level]({ err: message, context }, message.message);
      else log[level]({ context, ...(stack === undefined ? {} : { stack }) }, String(message));
    };
  return {
    log: write('debug'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('fatal'),
    debug: write('debug'),
    verbose: write('trace'),
  };
}
