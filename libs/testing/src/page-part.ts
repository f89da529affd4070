import { readFile, writeFile } from 'node:fs/promises';

/**
 * Holds what a test has made against what a page of docs/ says between `<!-- name -->` and `<!-- /name -->`, so that the page cannot say
 * what is not so. With HENGTONG_WRITE_DOCS=1 the page is written instead.
 * @returns what stands there. @throws when the page has no such part.
 */
export async function partOfPage(page: string | URL, name: string, made: string): Promise<string> {
  const text = await readFile(page, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end, from);
  if (from < begin.length || to < 0) throw new Error(`${String(page)} has no part between ${begin.trim()} and ${end.trim()}`);
  if (process.env.HENGTONG_WRITE_DOCS !== '1') return text.slice(from, to).trim();
  await writeFile(page, `${text.slice(0, from)}\n${made}\n${text.slice(to)}`);
  return made;
}
