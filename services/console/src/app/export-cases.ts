import { pipeline, Readable } from 'node:stream';
import { type Bilingual, bilingual, CaseSummary, ORCHESTRATOR, page, ProcessVersion } from '@hengtong/contracts';
import { stringify, type Stringifier } from 'csv-stringify';
import { z } from 'zod';
import { ask } from './ask.ts';
import { headOf, type Language, lineOf, type Titles } from './case-table.ts';
import type { Services } from './services.ts';
import type { Session } from './sessions.ts';
import type { Upstream } from './upstream.ts';

const CasePage = page(CaseSummary);
type CasePage = ReturnType<typeof CasePage.parse>;

/** Cases of one call: the most that a page of the list holds. */
const AT_A_TIME = 200;

export interface CaseExport {
  readonly session: Session;
  /** The filter of the list, as it stands in an address. */
  readonly filter: URLSearchParams;
  readonly language: Language;
  /** Of all times in it, an IANA name. */
  readonly zone: string;
  readonly signal: AbortSignal;
}

/**
 * All cases of a filter as CSV (RFC 4180, with a byte order mark, by which spreadsheets know UTF-8), read page by page no faster than it
 * is taken. A cell that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV Injection). What goes wrong in the
 * middle breaks the stream off, so that nobody takes a part for the whole.
 * @throws {ProblemError} what the orchestrator finds wrong with the filter, before anything is sent
 */
export async function exportCases(
  services: Services,
  upstream: Upstream,
  { session, filter, language, zone, signal }: CaseExport,
): Promise<Stringifier> {
  const service = services.named(ORCHESTRATOR);
  const titlesOf = titlesFrom(services, (path) => ask(upstream, ProcessVersion, { service, session, path, signal }));
  const pageAfter = (after: string | undefined): Promise<CasePage> => {
    const query = new URLSearchParams(filter);
    query.set('limit', String(AT_A_TIME));
    if (after !== undefined) query.set('after', after);
    return ask(upstream, CasePage, { service, session, path: `/v1/cases?${query.toString()}`, signal });
  };

  async function* lines(first: CasePage): AsyncGenerator<string[]> {
    yield headOf(language);
    for (let part = first; ; part = await pageAfter(part.next)) {
      for (const line of part.items) yield lineOf(line, { language, zone, titles: await titlesOf(line) });
      if (part.next === undefined) return;
    }
  }

  const table = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  // Whoever reads the table hears of a fault from the table itself.
  pipeline(Readable.from(lines(await pageAfter(undefined))), table, () => undefined);
  return table;
}

const StepTitles = z.looseObject({ steps: z.array(z.looseObject({ name: z.string(), title: bilingual.optional() })) });

/** Finds what the things of a case are called, by the version that it runs on: each is asked for once. */
function titlesFrom(services: Services, read: (path: string) => Promise<ProcessVersion>): (line: CaseSummary) => Promise<Titles> {
  const departments = new Map(services.all.map(({ name, title }) => [name, title]));
  const versions = new Map<string, Promise<Titles>>();
  const titlesOf = async ({ process, version }: CaseSummary): Promise<Titles> => {
    // An id says enough: a table without titles is better than none.
    const found = await read(`/v1/processes/${process}/versions/${version}`).catch(() => undefined);
    const steps = new Map(StepTitles.safeParse(found?.definition).data?.steps.map(({ name, title }) => [name, title]));
    return {
      process: found?.title ?? asItIs(process),
      step: (step) => steps.get(step) ?? asItIs(step),
      department: (department) => departments.get(department) ?? asItIs(department),
    };
  };
  return (line) => {
    const key = `${line.process} ${line.version}`;
    const titles = versions.get(key) ?? titlesOf(line);
    versions.set(key, titles);
    return titles;
  };
}

const asItIs = (id: string): Bilingual => ({ zh: id, en: id });
