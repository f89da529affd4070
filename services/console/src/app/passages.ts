import type { Session } from './sessions.ts';

/** Answers of services that are being passed on, streams above all, by session: they end with it. */
export class Passages {
  private readonly open = new Map<string, Set<AbortController>>();

  /** A new one. To be closed when it is over. */
  begin({ keys }: Pick<Session, 'keys'>): { readonly signal: AbortSignal; abort(): void; close(): void } {
    const name = keys.id.toString('hex');
    const controller = new AbortController();
    const all = this.open.get(name) ?? new Set();
    this.open.set(name, all.add(controller));
    const close = (): void => {
      all.delete(controller);
      if (all.size === 0 && this.open.get(name) === all) this.open.delete(name);
    };
    return { signal: controller.signal, abort: () => controller.abort(), close };
  }

  /** Ends those of one session. */
  end({ keys }: Pick<Session, 'keys'>): void {
    for (const controller of this.open.get(keys.id.toString('hex')) ?? []) controller.abort();
  }

  /** Ends all: the console stops. */
  endAll(): void {
    for (const all of this.open.values()) for (const controller of all) controller.abort();
  }
}
