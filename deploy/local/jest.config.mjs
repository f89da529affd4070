import preset from '../../jest.preset.mjs';

/** Here real servers are started, stopped and killed: a broker alone takes three to ten seconds to come up on a busy machine. */
export default { ...preset, testTimeout: 60_000 };
