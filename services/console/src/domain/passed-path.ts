/** What of a service's addresses is passed on: its REST interface and what describes it; never health, measurements or pages. */
const PASSED = /^\/(?:v1(?:\/|$)|openapi\.json$|asyncapi\.json$)/;

/**
 * The path at a service that `/api/<service>/…` stands for, exactly as it was written, so that what was checked is what is asked for.
 * undefined where it is none that is passed on, or a segment of it says something else to one reader than to another: dots, slashes and
 * control characters that are encoded, or nothing at all (RFC 3986 §5.2.4, §6.2.2).
 * @param written path and query of the request as they came
 */
export function passedPath(written: string): string | undefined {
  const [path = ''] = written.split('?', 1);
  const [, inner] = /^\/api\/[^/]+(\/.*)$/.exec(path) ?? [];
  if (inner === undefined || !PASSED.test(inner)) return undefined;
  const segments = inner.slice(1).split('/');
  return segments.every(isPlain) ? inner + written.slice(path.length) : undefined;
}

function isPlain(segment: string): boolean {
  try {
    return !/^\.{0,2}$|[/\\;#\p{Cc}]/u.test(decodeURIComponent(segment));
  } catch {
    return false;
  }
}
