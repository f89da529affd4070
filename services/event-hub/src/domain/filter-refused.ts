/** A filter that is not taken: `pointer` says which, the message what is wrong with it. */
export class FilterRefused extends Error {
  override name = 'FilterRefused';
  readonly pointer: string;

  constructor(pointer: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.pointer = pointer;
  }
}
