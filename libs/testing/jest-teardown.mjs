/** Jest's globalTeardown that goes with both set-ups: stops what they started, and nothing that was there before. */
export default async function tearDown() {
  await globalThis.hengtongStopTestServers?.();
}
