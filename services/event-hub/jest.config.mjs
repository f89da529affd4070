import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  globalSetup: '@hengtong/testing/jest-postgres-and-kafka',
  globalTeardown: '@hengtong/testing/jest-teardown',
  // Topics and the consumer group have one set of names, so of all that use the broker only one file may run at a time.
  maxWorkers: 1,
};
