import { createHash } from 'node:crypto';
import { describeEvent, eventCatalogue, eventTypes, field } from '@hengtong/contracts';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { eventTypesPage, eventTypesPolicy } from './event-types-page.ts';

const TYPE = 'gov.hengtong.seal.filed.v1';
const filed = describeEvent({
  type: TYPE,
  title: { zh: '印章已备案', en: 'Seal <filed>' },
  description: { zh: '企业印章已备案。', en: 'A seal is on file & may be engraved.' },
  sharing: 'conditional',
  retention: 'case',
  schema: z.object({
    sealNumber: field(z.string(), 'seal.number', 'internal').meta({ title: '印章编码', description: '13 digits' }),
    kinds: field(z.array(z.string()).optional(), 'seal.kind'),
  }),
  example: { sealNumber: '<script>alert(1)</script>' },
});
const page = eventTypesPage(eventCatalogue({ 'public-security': { [TYPE]: filed }, customs: { [TYPE]: filed } }));

describe('the page of the catalogue', () => {
  test('has a section for each type, which its list of contents leads to', () => {
    for (const type of [TYPE, ...eventTypes.map((each) => each.type)]) {
      expect(page.split(`<article id="${type}">`)).toHaveLength(2);
      expect(page.split(`href="#${type}"`)).toHaveLength(2);
    }
  });

  test('says in both languages what a type is, who writes it, who may have it, and of each field what it carries', () => {
    const [, section = ''] =
      /<article id="gov\.hengtong\.seal\.filed\.v1">([\s\S]*?)<\/article>/.exec(page.replace(/\s+/g, ' ').replaceAll('> <', '><')) ?? [];
    expect(section).toContain('<h2>印章已备案 <span lang="en">Seal &lt;filed&gt;</span></h2>');
    expect(section).toContain('<p>企业印章已备案。</p><p lang="en">A seal is on file &amp; may be engraved.</p>');
    expect(section).toContain('<code>public-security</code>、<code>customs</code>');
    expect(section).toContain('有条件共享</span><span lang="en">agencies that the owner has approved');
    expect(section).toMatch(/sealNumber.*印章编码.*13 digits.*string.*是 yes.*seal\.number.*内部.*internal/);
    expect(section).toMatch(/kinds.*array of string.*否 no.*seal\.kind.*公开/);
  });

  test('has no script, asks for no other file, and escapes what it shows', () => {
    expect(page).not.toMatch(/<script|<link|<img|\bsrc=|url\(|https?:|\bon\w+=/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(eventTypesPolicy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; frame-ancestors 'none'`);
  });

  test('opens and closes each element', () => {
    const open: string[] = [];
    for (const [, closes, name = ''] of page.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<(\/?)([a-z][a-z0-9]*)/g)) {
      if (closes) expect(open.pop()).toBe(name);
      else if (name !== 'meta') open.push(name);
    }
    expect(open).toEqual([]);
  });
});
