import { createParser } from 'eventsource-parser';
import { problemOf } from './problem.ts';

/** Milliseconds without a sign of life, which comes every 15 s, after which a stream is taken for dead. */
const SILENCE = 40_000;

export interface ReadStream {
  readonly url: string;
  /** The cursor of what was received last. */
  readonly after: string | undefined;
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
  readonly onEvent: (data: string, cursor: string) => void;
}

/**
 * Reads server-sent events until the other side ends them. Not by `EventSource`: that would need to know every type of event by name,
 * and says neither why it was refused nor that nobody is signed in any more.
 * @throws {Problem} for an answer that is none; whatever `fetch` throws when the connection breaks off
 */
export async function readStream({ url, after, signal, onOpen, onEvent }: ReadStream): Promise<void> {
  const silent = new AbortController();
  const listen = (): ReturnType<typeof setTimeout> => setTimeout(() => silent.abort(new Error('no sign of life')), SILENCE);
  let timer = listen();
  const headers = { accept: 'text/event-stream', ...(after !== undefined && { 'last-event-id': after }) };
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, silent.signal]) });
    if (!response.ok || !response.body) throw await problemOf(response);
    onOpen();
    const parser = createParser({ onEvent: ({ data, id }) => onEvent(data, id ?? '') });
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = listen();
      parser.feed(text);
    }
  } finally {
    clearTimeout(timer);
  }
}
