/** What of a request says where it comes from. */
export interface Provenance {
  readonly method: string;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site` (W3C Fetch Metadata). */
  readonly site: string | undefined;
  /** `x-hengtong-csrf`, which no form can send, and no other origin without being asked first (CORS). */
  readonly mark: string | undefined;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request that a browser sent with its cookie may have been made by a page of somebody else; undefined if it is this origin's own
 * (OWASP, Cross-Site Request Forgery Prevention). What changes nothing may come from anywhere.
 */
export function forged({ method, origin, site, mark }: Provenance, own: string): string | undefined {
  if (SAFE.has(method)) return undefined;
  if (mark !== '1') return 'Send the header x-hengtong-csrf: 1 with whatever changes something.';
  if (origin === undefined && site === undefined) return 'The request does not say which page it comes from.';
  if (origin !== undefined && origin !== own) return `Requests are taken from pages of ${own}, not of ${origin}.`;
  if (site !== undefined && site !== 'same-origin') return `Requests are taken from pages of ${own} alone.`;
  return undefined;
}
