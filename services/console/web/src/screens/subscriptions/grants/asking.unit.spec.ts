import { expect, test } from '@jest/globals';
import { type Asking, emptyAsking, faultIn, grantOf } from './asking.ts';

const asking: Asking = {
  agency: 'statistics',
  types: ['gov.hengtong.case.closed.v1'],
  process: '',
  divisions: '',
  purpose: '月度新设企业统计',
  until: '2027-11-24T00:00:00.000Z',
};

test('a grant is asked for of all processes, everywhere, unless it is limited', () => {
  const { agency, types, purpose, until } = asking;
  expect(grantOf(asking)).toEqual({ agency, types, purpose, until });
  expect(grantOf({ ...asking, process: 'enterprise-startup', divisions: ' 3301、 330206,' })).toMatchObject({
    processes: ['enterprise-startup'],
    divisions: ['3301', '330206'],
  });
});

test('what is missing or wrong is said, the first thing first', () => {
  expect(faultIn(asking)).toBeUndefined();
  expect(faultIn(emptyAsking)).toBe('agency');
  expect(faultIn({ ...asking, agency: '统计局' })).toBe('agency');
  expect(faultIn({ ...asking, types: [] })).toBe('types');
  expect(faultIn({ ...asking, divisions: '3301 杭州' })).toBe('divisions');
  expect(faultIn({ ...asking, purpose: ' 统计 ' })).toBe('purpose');
  expect(faultIn({ ...asking, until: undefined })).toBe('until');
});
