/** What a command asks: to do a step, to undo it, to give it back. */
export type Verb = 'forward' | 'compensate' | 'recall';

/** Every command is sent once: there is no retry yet that would make a second attempt. */
export const ATTEMPT = 1;

/** `case/step/verb/attempt`: one effect for each, whatever the number of messages that carry it. */
export const commandKey = (caseId: string, step: string, verb: Verb): string => `${caseId}/${step}/${verb}/${ATTEMPT}`;

const KEY = /^([^/]+)\/([^/]+)\/(forward|compensate|recall)\/(\d{1,9})$/;

/** A key taken apart. */
export interface CommandKey {
  readonly caseId: string;
  readonly step: string;
  readonly verb: Verb;
  readonly attempt: number;
}

/** Takes a key apart; undefined if it has not that form. */
export function parseCommandKey(key: string): CommandKey | undefined {
  const [, caseId, step, verb, attempt] = KEY.exec(key) ?? [];
  if (caseId === undefined || step === undefined) return undefined;
  return { caseId, step, verb: verb as Verb, attempt: Number(attempt) };
}
