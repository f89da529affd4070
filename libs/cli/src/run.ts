import { parseArgs } from 'node:util';
import { localSystem } from './local-system.ts';
import { login } from './login.ts';
import { clientToken } from './client-token.ts';

/** Where a command writes: `out` is what a pipe takes, `note` what only a person reads. */
export interface Terminal {
  out(line: string): void;
  note(line: string): void;
}

const USAGE = `hengtong <command>

  token --client NAME   an access token of a client of the local start, as the header that curl takes:
                        curl -H "$(npx hengtong token --client taxation)" http://127.0.0.1:4103/v1/work-items
  login                 the same for a person, who signs in in the browser

  --data DIR            where the local start keeps its data (default .hengtong)`;

const OPTIONS = {
  client: { type: 'string' },
  data: { type: 'string', default: '.hengtong' },
  help: { type: 'boolean', default: false },
} as const;

/** Runs one command. @returns the exit code: 0 done, 1 it could not be done, 2 it was not understood. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [command, ...others] = positionals;
    if (values.help || command === undefined) {
      terminal.out(USAGE);
      return values.help ? 0 : 2;
    }
    if (others.length > 0 || !(command in COMMANDS)) return misunderstood(`There is no command ${positionals.join(' ')}.`, terminal);
    terminal.out(`Authorization: Bearer ${await COMMANDS[command as Command](values, terminal)}`);
    return 0;
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    if (code?.startsWith('ERR_PARSE_ARGS')) return misunderstood(message, terminal);
    terminal.note(message);
    return 1;
  }
}

interface Values {
  readonly client?: string | undefined;
  readonly data: string;
}
type Command = keyof typeof COMMANDS;

const COMMANDS = {
  async token({ client, data }: Values): Promise<string> {
    const system = await localSystem(data);
    if (client !== undefined) return clientToken(system, client);
    throw new Error(`Say which: --client ${Object.keys(system.clients).join(', --client ')}`);
  },
  async login({ data }: Values, { note }: Terminal): Promise<string> {
    const { issuer, peopleFile } = await localSystem(data);
    return login(issuer, (address) => {
      note(`Open this in a browser, and sign in (names and passwords of the local start are in ${peopleFile}):\n\n  ${address}\n`);
    });
  },
};

function misunderstood(what: string, { note }: Terminal): number {
  note(`${what}\n\n${USAGE}`);
  return 2;
}
