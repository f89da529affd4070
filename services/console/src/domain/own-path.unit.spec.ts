import { expect, test } from '@jest/globals';
import { ownPath } from './own-path.ts';

test.each(['/', '/cases?status=stalled&department=taxation#top', '/cases/01a2', '/事项?q=面包房'])('%s is an address of our own', (to) => {
  const url = new URL(to, 'http://console.example');
  expect(ownPath(to)).toBe(url.pathname + url.search + url.hash);
});

test.each([
  undefined,
  '',
  'cases',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/.//elsewhere.example',
  '/a/..//elsewhere.example',
  '/\t/elsewhere.example',
  '\t//elsewhere.example',
  '/\n/elsewhere.example',
  'javascript:alert(1)',
  '/auth/sign-in?to=/auth/sign-in',
  `/${'a'.repeat(2_001)}`,
])('%p leads to the beginning, and nowhere else', (to) => {
  expect(ownPath(to)).toBe('/');
});
