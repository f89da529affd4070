import { expect, test } from '@jest/globals';
import { fitText } from './fit-text.ts';

test('a text that fits is left alone', () => {
  expect(fitText('税务登记', 60, 13)).toEqual(['税务登记']);
});

test('one that does not fit ends in dots, and a Latin one breaks between words', () => {
  expect(fitText('住房公积金缴存登记', 60, 13)).toEqual(['住房公…']);
  expect(fitText('Social insurance registration', 130, 13, 2)).toEqual(['Social insurance', 'registration']);
});

test('no text at all takes no line', () => {
  expect(fitText('  ', 60, 13)).toEqual([]);
});
