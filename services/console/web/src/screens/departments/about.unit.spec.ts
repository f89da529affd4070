import { expect, test } from '@jest/globals';
import { aboutOf } from './about.ts';

const schema = {
  properties: {
    person: { item: 'person.name', sensitivity: 'personal' },
    uscc: { item: 'enterprise.uscc', sensitivity: 'public' },
    name: { item: 'enterprise.name', sensitivity: 'public' },
  },
};

test('a work item is told from others by a name that everybody may see, or else by another text of that kind', () => {
  expect(aboutOf({ input: { person: '陈静', uscc: '91330106MA0000015K', name: '晨禾面包房' } }, schema)).toBe('晨禾面包房');
  expect(aboutOf({ input: { person: '陈静', uscc: '91330106MA0000015K' } }, schema)).toBe('91330106MA0000015K');
  expect(aboutOf({ input: { person: '陈静' } }, schema)).toBeUndefined();
  expect(aboutOf({ input: { name: '晨禾面包房' } }, undefined)).toBeUndefined();
});
