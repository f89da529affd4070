/**
 * Ends what a launcher started, should the launcher itself die, be it by `kill -9`.
 *
 * It reads `{"pid","signals":[…],"graceMs"}` lines on standard input (and `{"pid","gone":true}` for a child that has ended), and waits.
 * When that pipe closes, its writer is gone: each process that is still listed gets its first signal, and after its grace the next one.
 * One such process watches over all servers of a launcher, because each Node process costs some 40 MB.
 */
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** @type {Map<number, { signals: NodeJS.Signals[], graceMs: number }>} */
const watched = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const { pid, gone, ...ending } = JSON.parse(line);
  if (gone) watched.delete(pid);
  else watched.set(pid, ending);
}
await Promise.all([...watched].map(([pid, ending]) => end(pid, ending)));

/**
 * @param {number} pid
 * @param {{ signals: NodeJS.Signals[], graceMs: number }} ending
 */
async function end(pid, { signals, graceMs }) {
  for (const signal of signals) {
    if (!send(pid, signal)) return;
    for (const deadline = Date.now() + graceMs; Date.now() < deadline; await pause(50)) {
      if (!send(pid, 0)) return;
    }
  }
}

/**
 * False when there is no such process any more. Signal 0 only asks.
 * @param {number} pid
 * @param {string | number} signal
 */
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
