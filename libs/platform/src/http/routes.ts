/** The routes that were registered, to tell a wrong address from a wrong method. */
export class Routes {
  private readonly known: { readonly methods: readonly string[]; readonly pattern: RegExp }[] = [];

  /** `path` in Fastify's syntax: `/v1/cases/:id`. */
  add(method: string | readonly string[], path: string): void {
    const pattern = new RegExp(
      `^${path
        .replaceAll(/[.+?()[\]{}^$|\\]/g, String.raw`\$&`)
        .replaceAll(/:\w+/g, '[^/]+')
        .replaceAll('*', '.*')}$`,
    );
    this.known.push({ methods: typeof method === 'string' ? [method] : method, pattern });
  }

  /** What can be asked of a path; empty when there is nothing. */
  methodsOf(path: string): string[] {
    const methods = this.known.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods)].toSorted();
  }
}
