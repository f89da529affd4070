import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  globalSetup: '@hengtong/testing/jest-postgres-and-kafka',
  globalTeardown: '@hengtong/testing/jest-teardown',
  // Much of it waits for brokers and databases that are gone: two files at a time take little more than one.
  maxWorkers: 2,
};
