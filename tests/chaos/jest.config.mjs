import preset from '../../jest.preset.mjs';

/**
 * Each test takes something away in the middle of 200 cases and waits until all of them are closed: at the most as long as a machine with
 * three other things to do may need. A member of a consumer group that was killed is missed for six seconds at the least.
 */
export default { ...preset, maxWorkers: 1, testTimeout: 240_000 };
