import { type Definition, type Finding, formatFinding } from '@hengtong/process-model';
import type { Pool } from 'pg';
import { keepVersion, readVersion } from '../adapters/postgres/process-versions.ts';
import type { Offer, OfferedDefinition } from '../domain/definition-source.ts';

type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;

/** The definitions by which cases are opened and decided, each pinned by the digest under which its version was first seen. */
export class Definitions {
  private readonly pool: Pool;
  private readonly log: Log;
  private readonly newest = new Map<string, Definition>();
  private readonly pinned = new Map<string, Promise<Definition>>();

  constructor(pool: Pool, log: Log) {
    this.pool = pool;
    this.log = log;
  }

  /** Takes all that is offered. A definition that may not run is logged with file and line, and the others go on. */
  async load({ definitions, findings }: Offer): Promise<void> {
    for (const finding of findings) this.report(finding);
    for (const offered of definitions) await this.pin(offered);
    this.log.info({ processes: this.names() }, 'definitions loaded');
  }

  /** The version by which new cases are opened. */
  newestOf(process: string): Definition | undefined {
    return this.newest.get(process);
  }

  /** What can be applied for. */
  names(): string[] {
    return [...this.newest.keys()].sort();
  }

  /** The version by which a case was opened; it never changes. */
  versionOf(process: string, version: number): Promise<Definition> {
    const key = `${process}/${version}`;
    const known = this.pinned.get(key);
    if (known) return known;
    const read = this.read(process, version);
    this.pinned.set(key, read);
    read.catch(() => this.pinned.delete(key));
    return read;
  }

  private async read(process: string, version: number): Promise<Definition> {
    const stored = await readVersion(this.pool, process, version);
    if (!stored) throw new Error(`no definition is stored for ${process} version ${version}`);
    return stored.body;
  }

  private async pin({ definition, digest, source, finding }: OfferedDefinition): Promise<void> {
    const { process, version } = definition;
    const stands = await keepVersion(this.pool, { process, version, digest, body: definition, source });
    if (stands.digest !== digest) {
      const message = `version ${version} of ${process} is known with another content, and a published version never changes: give the new content the version ${version + 1}`;
      this.report(finding('version-changed', message));
      return;
    }
    this.pinned.set(`${process}/${version}`, Promise.resolve(definition));
    if ((this.newest.get(process)?.version ?? 0) < version) this.newest.set(process, definition);
  }

  private report(finding: Finding): void {
    const level = finding.severity === 'error' ? 'error' : 'warn';
    this.log[level]({ finding }, formatFinding(finding));
  }
}
