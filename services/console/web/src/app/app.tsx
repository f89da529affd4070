import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { consoleApi, Problem } from '../api/index.ts';
import { Broken, Missing } from './broken.tsx';
import { Frame } from './frame.tsx';
import { Guarded } from './guarded.tsx';
import { HEARTBEAT, queries } from './queries.ts';
import { screens } from './screens.ts';
import { SignedIn } from './session.tsx';
import { toSignIn } from './sign-in.ts';

const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <Broken />,
    // The frame waits for the code of the screen: for so short a while that nothing is said.
    HydrateFallback: () => null,
    children: [
      ...screens.map((screen) => ({
        element: <Guarded screen={screen} />,
        errorElement: <Broken />,
        children: [...screen.routes],
      })),
      { path: '*', element: <Missing /> },
    ],
  },
]);

/** The whole page, for whoever is signed in; who is not, is led to the sign-in and back here. */
export function App({ nonce }: { readonly nonce: string }) {
  return (
    <CSPProvider nonce={nonce}>
      <QueryClientProvider client={queries}>
        <Tooltip.Provider delay={300}>
          <ForWhoIsSignedIn />
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  );
}

function ForWhoIsSignedIn() {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: async () => (await consoleApi.GET('/api/session')).data,
    // Also how every screen finds out that the console is away, or that nobody is signed in any more.
    refetchInterval: HEARTBEAT,
  });
  const isNobody = session.error instanceof Problem && session.error.status === 401 && session.data === undefined;
  useEffect(() => {
    if (isNobody) toSignIn();
  }, [isNobody]);
  if (!session.data) return null;
  return (
    <SignedIn value={session.data}>
      <RouterProvider router={router} />
    </SignedIn>
  );
}
