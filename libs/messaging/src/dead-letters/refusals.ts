/** Why a dead letter cannot be run again or put away. */
export class DeadLetterRefusal extends Error {
  override name = 'DeadLetterRefusal';
  readonly code: 'not-found' | 'conflict' | 'unprocessable';
  constructor(code: DeadLetterRefusal['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** There are more or fewer than whoever wanted to settle them all had seen. */
export class CountChanged extends Error {
  override name = 'CountChanged';
  readonly code = 'dead-letters.count-changed';
  readonly count: number;
  constructor(count: number, expected: number) {
    super(`there are ${count} now, not ${expected}: look again, then decide`);
    this.count = count;
  }
}
