import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  globalSetup: '@hengtong/testing/jest-postgres-and-kafka',
  globalTeardown: '@hengtong/testing/jest-teardown',
};
