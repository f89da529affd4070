import { Link, useLocation, useRouteError } from 'react-router';
import { Empty, Page, ProblemNotice } from '../parts/index.ts';
import { frameTexts } from './frame-texts.ts';

/** What is shown instead of a screen that threw. The frame around it goes on working. */
export function Broken() {
  const say = frameTexts.use();
  const error = useRouteError();
  return (
    <Page title={say('broken.title')}>
      <p>{say('broken.body')}</p>
      <ProblemNotice error={error} again={() => window.location.reload()} />
    </Page>
  );
}

export function Missing() {
  const say = frameTexts.use();
  const { pathname } = useLocation();
  return (
    <Page title={say('missing.title')}>
      <Empty title={say('missing.title')}>
        <p>{say('missing.body', { path: pathname })}</p>
        <Link to="/">{say('missing.home')}</Link>
      </Empty>
    </Page>
  );
}
