import { tokensOfClient, tokensOfPerson } from '../auth/tokens.ts';
import { localSystem } from '../local-system.ts';
import type { Terminal } from '../terminal.ts';
import type { Values } from './values.ts';

const header = (token: string): string => `Authorization: Bearer ${token}`;

/** `hengtong token`: the header with which a client calls. */
export async function token({ client, data }: Values, { out }: Terminal): Promise<void> {
  const system = await localSystem(data);
  if (client === undefined) throw new Error(`Say which: --client ${Object.keys(system.clients).join(', --client ')}`);
  out(header(await tokensOfClient(system, client)()));
}

/** `hengtong login`: the header with which a person calls. */
export async function login({ data }: Values, terminal: Terminal): Promise<void> {
  terminal.out(header(await tokensOfPerson(await localSystem(data), terminal)()));
}
