import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** A block of a stream: an event, or a sign of life that says how far the log has been gone through. */
export interface Block {
  readonly id: string;
  readonly message?: EventSourceMessage;
}

/** What a connection is told beside its blocks. */
export interface ReadOptions {
  /** Milliseconds without a byte after which the other side counts as gone. */
  readonly silence: number;
  /** Told how long the server wants to be left alone before one comes back, in milliseconds. */
  readonly retry: (milliseconds: number) => void;
  /** Ends the connection. */
  readonly abort: (reason: Error) => void;
}

/** Characters of one block at the most: what is longer is no event of ours. */
const LONGEST = 4_000_000;

/**
 * The blocks of a stream of server-sent events (WHATWG HTML §9.2) that have an id, as they come. One that breaks off in the middle is
 * left out.
 * @throws when the connection breaks, is silent for too long, or sends what is no such stream.
 */
export async function* readConnection(body: ReadableStream<Uint8Array>, options: ReadOptions): AsyncGenerator<Block, void, undefined> {
  const { silence, retry, abort } = options;
  let blocks: Block[] = [];
  const parser = createParser({
    maxBufferSize: LONGEST,
    onRetry: retry,
    onId: (id) => void blocks.push({ id }),
    // Comes right behind the id of its block.
    onEvent: (message) => void (message.id !== undefined && blocks.splice(-1, 1, { id: message.id, message })),
  });
  const decoder = new TextDecoder();
  const watch = setTimeout(() => abort(new Error(`Nothing has come for ${silence / 1_000} s.`)), silence);
  try {
    for await (const chunk of body) {
      watch.refresh();
      parser.feed(decoder.decode(chunk, { stream: true }));
      const come = blocks;
      blocks = [];
      yield* come;
      watch.refresh();
    }
  } finally {
    clearTimeout(watch);
  }
}
