/** Sends requests as one browser does: with the cookies of the answers before. Redirects are shown, not followed. */
export type Browser = (address: string | URL, init?: BrowserRequest) => Promise<Response>;

/** What a request may say; cookies are the browser's. It may take 15 s, unless a signal says otherwise. */
export type BrowserRequest = Pick<RequestInit, 'method' | 'body' | 'signal'> & { readonly headers?: Readonly<Record<string, string>> };

/** A browser without cookies yet. */
export function openBrowser(): Browser {
  const cookies = new Map<string, string>();
  return async (address, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      signal: AbortSignal.timeout(15_000),
      ...init,
      redirect: 'manual',
      headers: { ...init?.headers, cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/);
      if (/;\s*max-age=0(;|$)/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
}

/**
 * Goes through the sign-in of services/identity from the address at which an application begins it, with the form filled in.
 * `browse` is the one that signs in, a new one unless given.
 * @returns where the browser is sent in the end: the application's own address, with what the issuer says in its query.
 * @throws with what a page said from which it goes no further.
 */
export async function signInFrom(
  address: string | URL,
  form: { readonly name: string; readonly password: string },
  browse: Browser = openBrowser(),
): Promise<URL> {
  const next = async (from: string | URL, init?: Parameters<Browser>[1]): Promise<URL> => {
    const answer = await browse(from, init);
    const location = answer.headers.get('location');
    const text = await answer.text();
    if (location === null) throw new Error(`${new URL(from).pathname} was answered with ${answer.status}: ${text}`);
    return new URL(location, from);
  };
  const page = await next(address);
  const resume = await next(page, { method: 'POST', body: new URLSearchParams({ ...form }) });
  return next(resume);
}
