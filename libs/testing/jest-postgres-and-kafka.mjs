/** Jest's globalSetup for projects whose tests need PostgreSQL and a broker. Runs from `dist`: build this library first (nx does). */
import { startTestServers } from '@hengtong/testing';

export default async function setUp() {
  globalThis.hengtongStopTestServers = await startTestServers(['postgres', 'kafka']);
}
