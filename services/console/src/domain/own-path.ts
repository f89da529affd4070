/** What may lead away from an origin although it begins with `/`: another host, a backslash that browsers read as a slash, what they drop. */
const LEADS_AWAY = /^\/[/\\]|[\\\p{Cc}]/u;

/**
 * Where to go on to after the sign-in, as an address of this origin: path, query and fragment. Whatever leads anywhere else, or is longer
 * than 2,000 characters, becomes `/` (OWASP, Unvalidated Redirects and Forwards).
 */
export function ownPath(to: string | undefined): string {
  if (to === undefined || to.length > 2_000 || !to.startsWith('/') || LEADS_AWAY.test(to)) return '/';
  const origin = 'http://own.invalid';
  if (!URL.canParse(to, origin)) return '/';
  const { origin: led, pathname, search, hash } = new URL(to, origin);
  // `/auth/…` would only lead in a circle.
  return led !== origin || pathname.startsWith('//') || pathname.startsWith('/auth/') ? '/' : pathname + search + hash;
}
