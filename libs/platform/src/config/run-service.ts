import { inspect } from 'node:util';
import { withoutSecrets } from '../logging/secrets.ts';
import { ConfigurationError } from './load-config.ts';

/**
 * Runs a service's start. If it fails, one sentence on standard error says why, and the process ends: with 78 when the configuration is
 * wrong (another start would fail as well), else with 1.
 */
export async function runService(name: string, start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${name} cannot start: ${withoutSecrets(reason(error))}\n`);
    process.exit(error instanceof ConfigurationError ? error.exitCode : 1);
  }
}

function reason(error: unknown): string {
  const { code, port, address } = error as { code?: unknown; port?: unknown; address?: unknown };
  if (code === 'EADDRINUSE') return `port ${String(port)} of ${String(address)} is taken by another program`;
  // Our own errors have a code with a dot and are written to be read; of all others the stack is worth more.
  return error instanceof Error && typeof code === 'string' && code.includes('.') ? error.message : inspect(error);
}
