/** Jest's globalTeardown: stops what the set-up has started. */
export default async function tearDown() {
  await globalThis.hengtongTestSystem?.stop();
}
