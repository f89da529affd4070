import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test may cut. */
export interface Cuttable {
  /** The server's address, by this way. */
  readonly url: string;
  /** Breaks all connections and takes no new ones. */
  cut(): void;
  /** Takes connections again. */
  mend(): void;
  close(): Promise<void>;
}

/** Puts a wire between a client and the server of `url`. */
export async function cuttable(url: string): Promise<Cuttable> {
  const { port, hostname } = new URL(url);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.setNoDelay(true).pipe(other);
    }
    if (!whole) client.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way = new URL(url);
  way.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const breakAll = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    url: way.href,
    cut() {
      whole = false;
      breakAll();
    },
    mend: () => void (whole = true),
    close() {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
