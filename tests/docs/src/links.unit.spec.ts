import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pages, read, withoutCode, workspace } from './pages.ts';

test('there are pages', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/messages.md', 'docs/decisions/README.md']));
});

test.each(pages)('every relative link of %s leads somewhere', (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

function linksOf(page: string): string[] {
  const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(workspace, target))) return false;
  if (anchor === undefined) return true;
  return statSync(join(workspace, target)).isFile() && headingsOf(target).includes(anchor);
}

/** The anchors that GitHub gives headings: lower case, without punctuation, hyphens for spaces. */
function headingsOf(page: string): string[] {
  const headings = [
    ...read(page)
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
