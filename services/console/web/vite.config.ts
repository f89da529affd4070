import { defineConfig } from 'vite';

/** The page: built into `dist/web`, which the console's backend serves. Sources and build lie side by side, so paths are given from here. */
// oxlint-disable-next-line import/no-default-export -- Vite asks for one
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // No inlined assets: the content security policy allows none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What is loaded first is held to 400 kB compressed by a test; a chunk as such may be larger than Vite's 500 kB before that.
    chunkSizeWarningLimit: 1_500,
    target: 'es2023',
    // The kit marks its modules for servers that draw React; there is none here.
    rolldownOptions: {
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      // The forms' kit names it for its own tests, and nothing here uses that: no trace of it is left in the build.
      external: ['@rjsf/validator-ajv8'],
    },
  },
});
