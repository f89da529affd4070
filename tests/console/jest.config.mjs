import preset from '../../jest.preset.mjs';

/** One whole system and one browser at a time: two cores are no more than enough for them. */
export default {
  ...preset,
  maxWorkers: 1,
  testTimeout: 120_000,
  globalSetup: './set-up.mjs',
  globalTeardown: './tear-down.mjs',
};
