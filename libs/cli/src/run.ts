import { parseArgs } from 'node:util';
import { login, token } from './commands/authorization.ts';
import { listen } from './commands/listen.ts';
import { Misunderstood } from './commands/misunderstood.ts';
import { tail } from './commands/tail.ts';
import { type Option, OPTIONS, type Values } from './commands/values.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `hengtong <command>

  token --client NAME   an access token of a client of the local start, as the header that curl takes:
                        curl -H "$(npx hengtong token --client taxation)" http://127.0.0.1:4103/v1/work-items
  login                 the same for a person, who signs in in the browser

  tail                  events as they happen, for a person who signs in in the browser, or with --client
    --process P --department D --division 3301 --case ID --type T   only these (--type more than once)
    --filter CEL        only where this holds: 'event.step == "tax" && has(data.code)'
    --since 1h          what happened from then on (s, m, h, d, or a time); default: from now on
    --json              structured CloudEvents, one a line
  listen --forward URL  brings events to a receiver on this machine, as signed webhooks
    --types A,B --client NAME --since 1h; --secret whsec_… to sign with (default: a new one)

  --data DIR            where the local start keeps its data (default .hengtong)`;

interface Command {
  /** Options beside `--data` and `--help`. */
  readonly options: readonly Option[];
  readonly run: (values: Values, terminal: Terminal) => Promise<void>;
}

const SELECTION: readonly Option[] = ['process', 'department', 'division', 'case', 'type', 'types', 'filter', 'since', 'client'];
const COMMANDS: Readonly<Record<string, Command>> = {
  token: { options: ['client'], run: token },
  login: { options: [], run: login },
  tail: { options: [...SELECTION, 'json'], run: tail },
  listen: { options: [...SELECTION, 'forward', 'secret'], run: listen },
};

/** Runs one command. @returns the exit code: 0 done, 1 it could not be done, 2 it was not understood. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [name, ...others] = positionals;
    if (values.help || name === undefined) {
      terminal.out(USAGE);
      return values.help ? 0 : 2;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (others.length > 0 || !command) throw new Misunderstood(`There is no command ${positionals.join(' ')}.`);
    const foreign = (Object.keys(values) as Option[]).find((option) => !['data', 'help', ...command.options].includes(option));
    if (foreign) throw new Misunderstood(`--${foreign} is not for ${name}.`);
    await command.run(values, terminal);
    return 0;
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    if (error instanceof Misunderstood || code?.startsWith('ERR_PARSE_ARGS')) {
      terminal.note(`${message}\n\n${USAGE}`);
      return 2;
    }
    terminal.note(message);
    return 1;
  }
}
