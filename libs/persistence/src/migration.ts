/** A step forward of a schema; there is no way back. `id` is `NNNN-what-it-does` and orders them within one service. */
export interface Migration {
  readonly id: string;
  /** Several statements, run in one transaction with the note that they ran. */
  readonly sql: string;
}
