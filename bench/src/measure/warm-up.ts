import type { Load, Measured } from './closed-loop.ts';

/** How to warm up. Times in ms. */
export type WarmUp = { windowMs: number; mostMs: number };

/** Rates that differ by less are the same. */
const NOISE = 1.05;
/** So many windows in a row without a better one: nothing more is to come. */
const WITHOUT_GAIN = 3;

/**
 * Runs windows that are not counted, of 50 cases in flight, until the rate rises no more, or `mostMs` are over. V8 and the broker's JVM
 * compile what runs often, and a service that has just started does half of what it does after a minute; the more code there is, the
 * longer it takes. Resolves with the rates, in cases/s.
 */
export async function warmUp(run: (load: Load) => Promise<Measured>, { windowMs, mostMs }: WarmUp): Promise<number[]> {
  const rates: number[] = [];
  let best = 0;
  let withoutGain = 0;
  while (withoutGain < WITHOUT_GAIN && rates.length * windowMs < mostMs) {
    const { casesPerSecond } = await run({ inFlight: 50, warmUpMs: 0, measureMs: windowMs });
    rates.push(casesPerSecond);
    withoutGain = casesPerSecond > best * NOISE ? 0 : withoutGain + 1;
    best = Math.max(best, casesPerSecond);
  }
  return rates;
}
