import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  globalSetup: '@hengtong/testing/jest-postgres',
  globalTeardown: '@hengtong/testing/jest-teardown',
};
