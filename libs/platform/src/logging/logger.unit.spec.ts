import { expect, test } from '@jest/globals';
import { createLogger, type Logger } from './logger.ts';
import { nestLogger } from './nest-logger.ts';

function capture(level?: string): { log: Logger; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = createLogger({ service: 'taxation', to: { write: (line) => written.push(line) }, ...(level ? { level } : {}) });
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a line says when, how bad, which service, which case and trace', () => {
  const { log, lines } = capture();
  log.child({ caseId: 'c', traceId: 't' }).info({ step: 'tax' }, 'taken');
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      service: 'taxation',
      caseId: 'c',
      traceId: 't',
      step: 'tax',
      msg: 'taken',
    },
  ]);
});

test('personal data and secrets are hidden, at the top and one level in', () => {
  const { log, lines } = capture();
  log.info(
    { input: { a: 1 }, message: { applicant: 'Wang', idNumber: '1101', password: 'x', type: 'command' }, authorization: 'Bearer x' },
    'taken',
  );
  expect(lines()).toMatchObject([
    {
      input: '[hidden]',
      message: { applicant: '[hidden]', idNumber: '[hidden]', password: '[hidden]', type: 'command' },
      authorization: '[hidden]',
    },
  ]);
});

test('of an error stands what helps, not the row that PostgreSQL shows with it', () => {
  const { log, lines } = capture();
  const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    detail: 'Key (name)=(Wang) already exists.',
  });
  log.error({ err: new Error('the batch failed', { cause }) }, 'failed');
  const [line] = lines();
  expect(line).toMatchObject({ err: { type: 'Error', message: 'the batch failed', cause: { code: '23505', message: cause.message } } });
  expect(JSON.stringify(line)).not.toContain('Wang');
});

test('what Nest says while it starts is for debugging; its errors keep their stack', () => {
  const { log, lines } = capture();
  const nest = nestLogger(log);
  nest.log('Mapped {/v1/cases, POST} route', 'RouterExplorer');
  nest.warn('careful', 'Scheduler');
  nest.error('it broke', 'Error: it broke\n at x', 'ExceptionsHandler');
  expect(lines()).toMatchObject([
    { level: 'warn', msg: 'careful', context: 'Scheduler' },
    { level: 'error', msg: 'it broke', context: 'ExceptionsHandler', stack: 'Error: it broke\n at x' },
  ]);
});
