/** One Jest set-up for every project: ESM, TypeScript by swc, workspace packages from their sources. */
export default {
  testEnvironment: 'node',
  // Ends what hangs. How fast a machine is, is not what tests are about: some start processes, on a machine that does other things, too.
  testTimeout: 30_000,
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['**/src/**/*.spec.ts'],
  moduleNameMapper: {
    '^@hengtong/local$': import.meta.dirname + '/deploy/local/src/index.ts',
    '^@hengtong/([a-z-]+)$': import.meta.dirname + '/libs/$1/src/index.ts',
  },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
