import { Page } from '../../parts/index.ts';
import { texts } from './texts.ts';

export function Overview() {
  const say = texts.use();
  return <Page title={say('title')}>{null}</Page>;
}
