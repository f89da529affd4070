import type { WireHeaders } from '@hengtong/contracts';
import type { ReceivedBatch } from '../event-bus.ts';
import type { LogRow } from './sql/index.ts';

/** Rows of one partition, at least one, as the port has them. */
export function received(rows: readonly LogRow[]): ReceivedBatch {
  const [{ topic, partition }] = rows as [LogRow];
  return {
    topic,
    partition,
    messages: rows.map(({ offset, key, headers, value }) => ({ topic, partition, offset, key, headers: read(headers), value })),
  };
}

/** A header is text; one whose bytes are none is written as `{ "base64": … }`, because JSON has no bytes. */
function read(headers: LogRow['headers']): WireHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, header]) => {
      const bytes = (header as { base64?: unknown } | null)?.base64;
      return [name, typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : String(header)];
    }),
  );
}
