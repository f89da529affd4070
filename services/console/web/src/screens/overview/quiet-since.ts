import { useEffect } from 'react';
import { kept } from '../../app/kept.ts';

/** Since when nothing was seen to need anybody, by any page of this browser; ms since 1970, 0 while something does. */
const since = kept('quiet-since', (text) => Number(text ?? 0));

/** The moment from which on it has been quiet, as far as this browser has looked; undefined while it is not, or not known. */
export function useQuietSince(now: 'quiet' | 'busy' | 'unknown'): number | undefined {
  const known = since.use();
  useEffect(() => {
    if (now === 'quiet' && known === 0) since.set(Date.now());
    if (now === 'busy' && known !== 0) since.set(0);
  }, [now, known]);
  return now === 'quiet' && known !== 0 ? known : undefined;
}
