import { describe, expect, test } from '@jest/globals';
import { brokerProperties } from './properties.ts';

const properties = new Map(
  brokerProperties({ port: 4092, controllerPort: 4093, logDir: 'C:\\data\\log' })
    .trimEnd()
    .split('\n')
    .map((line) => line.split('=', 2) as [string, string]),
);

test('the broker listens on this machine only', () => {
  expect(properties.get('listeners')).toBe('BROKER://127.0.0.1:4092,CONTROLLER://127.0.0.1:4093');
  expect(properties.get('advertised.listeners')).toBe('BROKER://127.0.0.1:4092');
});

test('no topic comes into being by being named', () => {
  expect(properties.get('auto.create.topics.enable')).toBe('false');
});

test('a folder of another system is written as Java reads it', () => {
  expect(properties.get('log.dirs')).toBe('C:/data/log');
});

describe('with an administrator', () => {
  const guarded = brokerProperties({ port: 4092, controllerPort: 4093, logDir: '/log', admin: { username: 'admin', password: 'pw' } });

  test('no listener takes anybody without a credential, the controller is no exception', () => {
    expect(guarded).toContain('listener.security.protocol.map=BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT\n');
    expect(guarded).not.toContain(':PLAINTEXT');
  });

  test('what the access list does not name is refused, and nobody but the administrator stands above it', () => {
    expect(guarded).toContain('authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer\n');
    expect(guarded).toContain('allow.everyone.if.no.acl.found=false\n');
    expect(guarded).toContain('super.users=User:admin\n');
  });
});
