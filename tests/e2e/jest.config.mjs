import preset from '../../jest.preset.mjs';

/**
 * One whole system serves most suites, one suite after another: some of them hold services up, and two cores are no more than enough for
 * one. A test waits for conditions, at the most as long as a machine with three other things to do may need.
 */
export default {
  ...preset,
  maxWorkers: 1,
  testTimeout: 240_000,
  globalSetup: './set-up.mjs',
  globalTeardown: './tear-down.mjs',
};
