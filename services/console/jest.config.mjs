import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  testMatch: ['**/src/**/*.spec.ts', '**/web/src/**/*.spec.ts'],
  globalSetup: '@hengtong/testing/jest-postgres',
  globalTeardown: '@hengtong/testing/jest-teardown',
};
