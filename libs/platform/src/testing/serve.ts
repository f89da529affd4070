import { connect, type Socket } from 'node:net';
import { issuerUrl } from '@hengtong/testing';
import type { DynamicModule, Type } from '@nestjs/common';
import type { Service, ServiceOptions } from '../http/service.ts';
import { startService } from '../http/start-service.ts';
import { createLogger } from '../logging/logger.ts';

export type Extra = { readonly config?: Partial<ServiceOptions['config']> } & Partial<
  Pick<ServiceOptions, 'api' | 'checks' | 'log' | 'timeouts'>
>;

/** A service of one module on a free port, silent, that trusts the issuer of the tests. */
export const serve = async (module: Type | DynamicModule, { config, ...extra }: Extra = {}): Promise<Service> =>
  startService({
    name: 'things',
    module,
    config: { PORT: 0, HOST: '127.0.0.1', STOP_WITH_PARENT: false, OIDC_ISSUER: await issuerUrl(), OIDC_AUDIENCE: 'hengtong', ...config },
    log: createLogger({ service: 'things', level: 'silent' }),
    checks: {},
    onStop: [],
    api: { title: 'Things', description: 'For tests', version: '1' },
    ...extra,
  });

/** A connection to a service, for what no HTTP client would send. */
export function dial({ url }: Service): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}

export interface RawAnswer {
  readonly status: number;
  /** Status line and headers, in lower case. */
  readonly head: string;
  readonly body: string;
}

/** All that comes back until the other side closes, or cuts the connection off. */
export async function answerOn(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => void chunks.push(bytes)).on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]), head: head.toLowerCase(), body };
}
