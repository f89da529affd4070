import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { testCertificate } from '@hengtong/testing';
import { baseConfig } from '../config/base-config.ts';
import { loadConfig } from '../config/load-config.ts';
import { createLogger } from '../logging/logger.ts';
import type { Service } from './service.ts';
import { startService } from './start-service.ts';

@Module({})
class EmptyModule {}

const folder = await mkdtemp(join(tmpdir(), 'http-tls-'));
const certificate = await testCertificate(folder);
const whereOpensslIs = certificate ? test : test.skip;
let service: Service | undefined;
afterEach(() => service?.stop());
afterAll(() => rm(folder, { recursive: true, force: true }));

whereOpensslIs('with a certificate and its key, REST is served by HTTPS and by nothing else', async () => {
  const { certFile = '', keyFile = '', cert = '' } = certificate ?? {};
  const env = {
    PORT: '0',
    DATABASE_URL: 'postgres://u:pw@127.0.0.1:1/none',
    BUS: 'kafka',
    KAFKA_BROKERS: '127.0.0.1:1',
    OIDC_ISSUER: 'http://127.0.0.1:1',
  };
  const config = loadConfig(baseConfig, { ...env, TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile });
  const log = createLogger({ service: 'secure', level: 'silent' });
  const api = { title: 'Secure', description: 'For a test', version: '1' };
  service = await startService({ name: 'secure', module: EmptyModule, config, log, checks: {}, onStop: [], api });
  expect(service.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${service?.url}/health/live`, { ca: cert, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
  expect(status).toBe(200);
  await expect(fetch(`${service.url}/health/live`)).rejects.toThrow('fetch failed');
  await expect(fetch(service.url.replace('https:', 'http:'))).rejects.toThrow('fetch failed');
});
