import { beforeAll, describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../../..');

/** Items that the files name, in JSON or YAML. */
function itemsIn(pattern: string): readonly string[] {
  const texts = globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\bitem"?: *"?([a-z][a-z.-]*)/g)].map(([, item = '']) => item)))];
}

describe('the dictionary of data items', () => {
  let hasText: (kind: 'title' | 'hint', item: string) => boolean;
  beforeAll(async () => {
    // Texts ask the browser for the language that its user has chosen; here there is neither.
    Object.assign(globalThis, { window: { addEventListener: () => undefined }, document: { documentElement: {} } });
    ({ hasText } = await import('./data-items.ts'));
  });

  test.each([
    'catalogue/capabilities/*.json',
    'catalogue/processes/*/process.yaml',
    'catalogue/agencies.yaml',
    'libs/contracts/schemas/*.json',
  ])('has a title for every item in %s', (pattern) => {
    const items = itemsIn(pattern);
    expect(items).not.toEqual([]);
    expect(items.filter((item) => !hasText('title', item))).toEqual([]);
  });

  test('has none for what is no item', () => {
    expect(['', 'enterprise', 'enterprise.none', 'constructor', 'enterprise.uscc.length'].filter((item) => hasText('title', item))).toEqual(
      [],
    );
  });
});
