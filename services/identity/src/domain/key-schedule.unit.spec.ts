import { expect, test } from '@jest/globals';
import { planKeys, type KeyTimes } from './key-schedule.ts';

const times: KeyTimes = { rotation: 1000, notice: 100, remembered: 50 };
const first = { kid: 'first', signsFrom: 0 };
const second = { kid: 'second', signsFrom: 1000 };

test('where there is no key, one is made that signs at once', () => {
  expect(planKeys([], 7, times)).toEqual({ published: [], spent: [], next: 7 });
});

test('one key signs alone until its successor is due to be published', () => {
  expect(planKeys([first], 899, times)).toEqual({ published: [first], spent: [] });
  expect(planKeys([first], 900, times)).toEqual({ published: [first], spent: [], next: 1000 });
});

test('a new key is published before it signs', () => {
  expect(planKeys([second, first], 999, times)).toEqual({ published: [first, second], spent: [] });
});

test('from its time on it signs, and the old one stays for as long as what it signed is valid', () => {
  expect(planKeys([first, second], 1000, times)).toEqual({ published: [second, first], spent: [] });
  expect(planKeys([first, second], 1049, times)).toEqual({ published: [second, first], spent: [] });
  expect(planKeys([first, second], 1050, times)).toEqual({ published: [second], spent: [first] });
});

test('after a long pause the old key signs on until the new one has been published for its time', () => {
  expect(planKeys([first], 5000, times)).toEqual({ published: [first], spent: [], next: 5100 });
});
