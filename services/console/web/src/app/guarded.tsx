import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Empty, Page } from '../parts/index.ts';
import { frameTexts } from './frame-texts.ts';
import { offeredTo } from './screens.ts';
import type { Screen } from './screen.ts';
import { useRightName } from './rights.ts';
import { useSession } from './session.tsx';
import { mayOpen } from './may-open.ts';

/** A screen, or which right is missing to see it. */
export function Guarded({ screen }: { readonly screen: Screen }) {
  const say = frameTexts.use();
  const session = useSession();
  const rightName = useRightName();
  const { pathname } = useLocation();
  if (mayOpen(session, screen)) {
    return (
      <Suspense>
        <Outlet />
      </Suspense>
    );
  }
  const offered = offeredTo(session);
  const first = (offered.find(({ isHomeFor }) => isHomeFor?.(session)) ?? offered[0])?.place;
  // The front page is nobody's wish in particular: it is the first page that one may see.
  if (pathname === '/' && first) return <Navigate to={first.to} replace />;
  return (
    <Page title={say('forbidden.title')}>
      <Empty title={say('forbidden.title')}>
        <p>{say('forbidden.body', { right: rightName(screen.needs ?? session.actor) })}</p>
      </Empty>
    </Page>
  );
}
