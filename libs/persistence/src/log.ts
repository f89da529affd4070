/** What this library needs of a logger; pino's is one. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
}
