import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Empty, Page } from '../parts/index.ts';
import { frameTexts } from './frame-texts.ts';
import type { Screen } from './screen.ts';
import { holds, useSession } from './session.tsx';

/** A screen, or which right is missing to see it. */
export function Guarded({ screen }: { readonly screen: Screen }) {
  const say = frameTexts.use();
  const session = useSession();
  const isFor = screen.isFor?.(session) ?? true;
  if (isFor && holds(session, screen.needs)) {
    return (
      <Suspense>
        <Outlet />
      </Suspense>
    );
  }
  return (
    <Page title={say('forbidden.title')}>
      <Empty title={say('forbidden.title')}>
        <p>{say('forbidden.body', { right: screen.needs ?? session.actor })}</p>
      </Empty>
    </Page>
  );
}
