/** Remembers the last so many texts. */
export class Seen {
  private readonly most: number;
  private readonly texts = new Set<string>();

  constructor(most: number) {
    this.most = most;
  }

  /** Whether this is new; it is no longer. */
  isNew(text: string): boolean {
    if (this.texts.has(text)) return false;
    this.texts.add(text);
    if (this.texts.size > this.most) this.texts.delete(this.texts.values().next().value as string);
    return true;
  }
}
