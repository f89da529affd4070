/** Jest's globalSetup for projects whose tests need PostgreSQL. Runs from `dist`: build this library first (nx does, by dependsOn). */
import { startTestServers } from '@hengtong/testing';

export default async function setUp() {
  globalThis.hengtongStopTestServers = await startTestServers(['postgres']);
}
