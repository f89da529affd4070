import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The workspace that this file stands in. */
export const workspace = join(import.meta.dirname, '../../..');

/** One import that breaks a rule. Paths are relative to the cruised folder. */
export type Violation = { from: string; to: string; rule: { name: string } };

/** One source file, and what it imports. */
export type Module = { source: string; dependencies: { resolved: string; module: string }[] };

/**
 * Runs dependency-cruiser with the rules of the workspace.
 * @param root folder with a `.dependency-cruiser.mjs` and a `tsconfig.json`
 * @param folders what to cruise in it
 * @throws Error with the tool's own words when it could not run
 */
export function cruise(root: string, folders: string[]): { modules: Module[]; violations: Violation[] } {
  const cli = join(workspace, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = spawnSync(process.execPath, [cli, ...folders, '--output-type', 'json'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr || run.stdout);
  const { modules, summary } = JSON.parse(run.stdout) as { modules: Module[]; summary: { violations: Violation[] } };
  return { modules, violations: summary.violations };
}
