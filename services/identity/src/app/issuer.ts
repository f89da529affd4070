import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from '@hengtong/platform';
import { type JWK, Provider } from 'oidc-provider';
import type { KeyTimes } from '../domain/key-schedule.ts';
import { currentKeys } from './key-ring.ts';
import { type ProviderContext, providerSettings } from './provider-settings.ts';

/**
 * The OpenID provider, always with the keys of the moment. oidc-provider reads its keys once, so with other keys it is another provider;
 * everything else stands in the database, and requests under way end on the one with which they began.
 */
export class Issuer {
  private readonly address: string;
  private readonly context: ProviderContext;
  private readonly times: KeyTimes;
  private readonly log: Logger;
  private keys: readonly JWK[] = [];
  private current: { readonly provider: Provider; readonly answer: Answering } | undefined;

  private constructor(address: string, context: ProviderContext, times: KeyTimes, log: Logger) {
    this.address = address;
    this.context = context;
    this.times = times;
    this.log = log;
  }

  /** `address` is what stands as `iss` in tokens. */
  static async open(address: string, context: ProviderContext, times: KeyTimes, log: Logger): Promise<Issuer> {
    const issuer = new Issuer(address, context, times, log);
    await issuer.turnKeys();
    return issuer;
  }

  get provider(): Provider {
    return this.now.provider;
  }

  /** Answers one request to the protocol's own addresses. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.now.answer(request, response);
  }

  /** Looks whether it is time for other keys. To be called again and again. */
  async turnKeys(): Promise<void> {
    const keys = await currentKeys(this.context.pool, this.times, this.log);
    if (isDeepStrictEqual(keys, this.keys)) return;
    const provider = new Provider(this.address, providerSettings(this.context, keys));
    // Behind what ends TLS the request says http, and its headers what it was.
    provider.proxy = this.address.startsWith('https:');
    const failed = (error: Error): void => this.log.error({ err: error }, 'a request to the issuer failed');
    provider.on('server_error', (_ctx, error) => failed(error));
    // Koa's own, for which its types have no name: what went wrong outside of the protocol.
    const koa: EventEmitter = provider;
    koa.on('error', failed);
    this.keys = keys;
    this.current = { provider, answer: provider.callback() };
  }

  private get now(): { readonly provider: Provider; readonly answer: Answering } {
    if (this.current === undefined) throw new Error('the issuer was not opened');
    return this.current;
  }
}

type Answering = ReturnType<Provider['callback']>;
