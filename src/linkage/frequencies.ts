/** How common each value was when a model was trained: what a kept model weighs by, whatever records came since. */
import { z } from "zod";

/** The values of one comparison, each by its key, and how many records had it. */
export const Frequencies = z.strictObject({
  /** Lists that were linked: as often a name may be one person's. */
  lists: z.number().int().nonnegative(),
  values: z.array(z.tuple([z.string(), z.number().int().positive()])),
});
export type Frequencies = z.infer<typeof Frequencies>;

export function dayKey([first, last]: readonly [number, number]): string {
  return `${first}/${last}`;
}

/**
 * The counts of training for the values of now: a value that training never saw counts as seen once.
 *
 * @param keys - of each value, as `frequenciesOf` gives them.
 */
export function withFrequencies(
  keys: readonly string[],
  { values }: Frequencies,
): { readonly counts: Int32Array; readonly known: number } {
  const counts = new Map(values);
  const known = values.reduce((sum, [, count]) => sum + count, 0);
  return { counts: Int32Array.from(keys, (key) => counts.get(key) ?? 1), known: Math.max(1, known) };
}
