import { column, loader, table } from '@hengtong/messaging';

/** A reply that was given to a command. */
export interface AnsweredCommand {
  readonly commandKey: string;
  readonly caseId: string;
  readonly replyType: string;
  readonly reply: unknown;
  readonly at: string;
}

/** Keeps the reply to a command, in the transaction of what it tells of. */
export const answeredCommands = table<AnsweredCommand>('answered_commands', (db, rows) =>
  db.query({
    name: 'answered-commands',
    text: `insert into answered_commands (command_key, case_id, reply_type, reply, answered_at)
           select command_key, case_id, reply_type, reply, answered_at
             from rows from (unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[]), json_array_elements($5::json))
               as r(command_key, case_id, reply_type, answered_at, reply)`,
    values: [
      column(rows, (row) => row.commandKey),
      column(rows, (row) => row.caseId),
      column(rows, (row) => row.replyType),
      column(rows, (row) => row.at),
      JSON.stringify(rows.map((row) => row.reply)),
    ],
  }),
);

/** The reply that a command has had, if it has had one. */
export const answerTo = loader<string, AnsweredCommand | undefined>({
  name: 'answer-to',
  absent: undefined,
  query: async (db, keys) => {
    const text = `select command_key as "commandKey", case_id as "caseId", reply_type as "replyType", reply, answered_at as at
                    from answered_commands where command_key = any($1)`;
    const { rows } = await db.query<AnsweredCommand>({ name: 'answer-to', text, values: [column(keys, (key) => key)] });
    return new Map(rows.map((row) => [row.commandKey, row]));
  },
  sees: {
    table: answeredCommands,
    keyOf: (row) => (row as AnsweredCommand).commandKey,
    apply: (_, row) => row as AnsweredCommand,
  },
});
