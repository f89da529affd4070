import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const workspace = join(import.meta.dirname, '../../..');

/** All Markdown files of the repository, as paths from its root; not those of packages, builds and running systems. */
export const pages = globSync('**/*.md', { cwd: workspace, exclude: ['**/node_modules', '**/dist', '.*'] }).toSorted();

export const read = (page: string): string => readFileSync(join(workspace, page), 'utf8');

/** What stands between fences of this language, in the order of the page. */
export function codeBlocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, is, code]) =>
    is === language && code !== undefined ? [code] : [],
  );
}

/** The page without code, in fences or in a line. */
export const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** The part of a page under a heading of the second level, as far as the next one. */
export function section(text: string, heading: string): string {
  const after = text.split(`\n## ${heading}\n`)[1];
  if (after === undefined) throw new Error(`there is no heading "${heading}"`);
  return after.split('\n## ')[0] ?? '';
}

/** The rows of the tables in a text, each as its cells; without heads and rules. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  const heads = new Set(lines.flatMap((line, index) => (/^\|[-|]+\|$/.test(line) ? [index - 1, index] : [])));
  return lines.flatMap((line, index) =>
    heads.has(index)
      ? []
      : [
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ],
  );
}
