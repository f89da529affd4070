/** What is needed of the body of an answer. */
interface Body extends AsyncIterable<Buffer> {
  destroy(error?: Error): unknown;
}

/** Bytes of an answer that are kept with the attempt. */
const KEPT = 1_024;
/** Bytes that are read to get the connection back; for more, a new connection is cheaper. */
const READ = 64 * 1_024;
/** Milliseconds that a body may take: the status has said everything, and a body that drips must not hold a place. */
const WITHIN = 1_000;

/** The first KiB of an answer's body as text. Never rejects: what is wrong with the body of an answer is not our business. */
export async function readStart(body: Body): Promise<string> {
  const kept: Buffer[] = [];
  let read = 0;
  const tooLate = setTimeout(() => body.destroy(), WITHIN);
  try {
    for await (const part of body) {
      if (read < KEPT) kept.push(part.subarray(0, KEPT - read));
      read += part.length;
      if (read > READ) break;
    }
  } catch {
    // It was cut off, by the other side or by us; what has come is what is kept.
  } finally {
    clearTimeout(tooLate);
  }
  // No half character at the cut, and nothing that PostgreSQL takes for the end of a text.
  return new TextDecoder().decode(Buffer.concat(kept), { stream: read > KEPT }).replaceAll('\0', '\uFFFD');
}
