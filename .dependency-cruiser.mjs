/** Who may import whom: the table in DESIGN §2, as rules that fail. `npm run deps` checks them. */

/** Library → the libraries that stand below it. Nothing imports sideways or up. */
const MAY_IMPORT = {
  contracts: [],
  'national-standards': [],
  'process-model': ['contracts', 'national-standards'],
  'saga-engine': ['contracts', 'process-model'],
  messaging: ['contracts'],
  persistence: ['contracts'],
  platform: ['contracts', 'messaging', 'persistence'],
  'department-kit': ['contracts', 'messaging', 'persistence', 'platform'],
  client: ['contracts'],
  cli: ['contracts', 'process-model', 'client'],
};

/** Specs, contract suites that several specs run, and what only specs use. None of it is built. */
const TEST = ['\\.(spec|contract)\\.ts$', '/testing/[^/]+\\.ts$'];
const PACKAGE = '^((?:libs|deploy|tests|services/departments|services)/[^/]+|bench)/';
/** The console's page, which runs in a browser. */
const PAGE = 'services/console/web/src/';
const MODULES = '(^|/)node_modules/';
const IO = `${MODULES}(@nestjs/[^/]+|fastify|kafkajs|pg|pino|prom-client|typeorm)/`;

const libraryRules = Object.entries(MAY_IMPORT).map(([library, below]) => ({
  name: `${library}-imports-only-what-is-below`,
  severity: 'error',
  comment: `libs/${library} may import ${below.join(', ') || 'no other package of ours'} (DESIGN §2).`,
  from: { path: `^libs/${library}/` },
  to: { path: '^(libs|deploy)/', pathNot: [...[library, ...below, 'testing'].map((name) => `^libs/${name}/`), '^deploy/local/'] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...libraryRules,
    {
      name: 'library-is-in-the-table',
      severity: 'error',
      comment: 'A new library gets its line in DESIGN §2, and then here.',
      from: { path: '^libs/', pathNot: [...Object.keys(MAY_IMPORT), 'testing'].map((name) => `^libs/${name}/`) },
      to: {},
    },
    {
      name: 'services-are-never-imported',
      severity: 'error',
      comment: 'Services meet in messages and REST calls. Launcher, tests and benchmarks start them as processes.',
      from: { path: PACKAGE },
      to: { path: '^services/', pathNot: '^$1/' },
    },
    {
      name: 'client-and-cli-are-for-those-outside',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: '^libs/(client|cli)/' },
    },
    {
      name: 'departments-know-nothing-of-the-flow',
      severity: 'error',
      comment: 'A department sees commands and gives replies: it imports neither the orchestrator nor what that decides with.',
      from: { path: '^services/departments/' },
      to: { path: '^(services/orchestrator|libs/saga-engine|libs/process-model)/' },
    },
    {
      name: 'bench-and-tests-are-never-imported',
      severity: 'error',
      from: { path: PACKAGE },
      to: { path: '^(bench|tests)/', pathNot: '^$1/' },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      comment: 'What starts brokers and databases has no place in a service.',
      from: { pathNot: [...TEST, '^(bench|deploy|tests|libs/testing)/'] },
      to: { path: '^(libs/testing|deploy)/' },
    },
    {
      name: 'only-messaging-knows-kafkajs',
      severity: 'error',
      comment: 'The broker stands behind the EventBus port.',
      from: { pathNot: '^(bench|deploy|libs/messaging|libs/testing)/' },
      to: { path: `${MODULES}kafkajs/` },
    },
    {
      name: 'only-identity-knows-oidc-provider',
      severity: 'error',
      comment: 'Any issuer can take its place: nothing else may lean on what this one is made of.',
      from: { pathNot: '^services/identity/' },
      to: { path: `${MODULES}oidc-provider/` },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'src/domain of a service holds rules, which can be tested with nothing else.',
      from: { path: '^services/.+/src/domain/' },
      to: {
        path: [IO, '^libs/(messaging|persistence|platform|department-kit)/', '^services/.+/src/(adapters|app|capabilities|handlers)/'],
      },
    },
    {
      name: 'engine-does-no-io',
      severity: 'error',
      comment: 'Parsing, lint and decisions are functions of their arguments.',
      from: { path: '^libs/(process-model|saga-engine)/', pathNot: TEST },
      to: { path: IO },
    },
    {
      name: 'engine-uses-nothing-of-node',
      severity: 'error',
      comment: 'No files, clocks or sockets. Digests (node:crypto) and comparison (node:util) are functions of their arguments, too.',
      from: { path: '^libs/(process-model|saga-engine)/', pathNot: TEST },
      to: { dependencyTypes: ['core'], pathNot: '^(crypto|util)$' },
    },
    {
      name: 'engine-has-no-randomness',
      severity: 'error',
      from: { path: '^libs/saga-engine/', pathNot: TEST },
      to: { path: ['^crypto$', `${MODULES}uuid/`] },
    },
    {
      name: 'no-deep-imports',
      severity: 'error',
      comment: 'Of another package, only what its index.ts names.',
      from: { path: PACKAGE },
      to: { path: '^(libs|deploy)/', pathNot: ['^$1/', '^(libs|deploy)/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'the-page-runs-in-a-browser',
      severity: 'error',
      comment: 'It meets the services in REST calls, whose types are generated from their documents.',
      from: { path: `^${PAGE}` },
      to: { path: ['^(libs|deploy)/', '^services/console/src/'] },
    },
    {
      name: 'a-screen-is-one-folder',
      severity: 'error',
      comment: 'Screens meet in addresses. What two of them need is a part.',
      from: { path: `^${PAGE}screens/([^/]+)/` },
      to: { path: `^${PAGE}screens/`, pathNot: `^${PAGE}screens/$1/` },
    },
    {
      name: 'parts-know-no-screen',
      severity: 'error',
      from: { path: `^${PAGE}`, pathNot: `^${PAGE}screens/` },
      to: { path: `^${PAGE}screens/`, pathNot: `^${PAGE}screens/[^/]+/screen\\.ts$` },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      comment: 'What is imported is listed in a package.json, not there by chance.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package-in-production',
      severity: 'error',
      // The console's page is bundled by the build: what it is made of is not there when the service runs.
      from: { path: '^(libs|services)/', pathNot: [...TEST, '^libs/testing/', `^${PAGE}`, 'vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API: swc reads the sources, `import type` included.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    exclude: { path: ['^(bench|deploy|libs|services|tests)/.*(dist|coverage)/', '^bench/peers/'] },
    doNotFollow: { path: MODULES },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
};
