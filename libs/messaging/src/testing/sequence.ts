/** `count` numbers from `from` on. */
export const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, n) => from + n);

/** Cuts a sequence where it does not go on by one: `[1, 2, 3, 2, 3, 4]` is two runs. */
export function runs(numbers: readonly number[]): number[][] {
  const result: number[][] = [];
  for (const n of numbers) {
    const last = result.at(-1);
    if (last?.at(-1) === n - 1) last?.push(n);
    else result.push([n]);
  }
  return result;
}
