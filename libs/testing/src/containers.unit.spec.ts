import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { images } from './containers.ts';

test('tests run on the releases that docker-compose.yml runs', () => {
  const compose = readFileSync(new URL('../../../docker-compose.yml', import.meta.url), 'utf8');
  for (const image of Object.values(images)) expect(compose).toContain(`image: ${image}\n`);
});
