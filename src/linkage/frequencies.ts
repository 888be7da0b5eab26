/** How common each value was when a model was trained: what a kept model weighs by, whatever records came since. */
import { z } from "zod";
import type { Column } from "./column.ts";

/** The values of one comparison, each by its key, and how many records had it. */
export const Frequencies = z.strictObject({
  /** Lists that were linked: as often a name may be one person's. */
  lists: z.number().int().nonnegative(),
  values: z.array(z.tuple([z.string(), z.number().int().positive()])),
});
export type Frequencies = z.infer<typeof Frequencies>;

/** @param keyOf - the key of a value, the same in every run. */
export function frequenciesOf<Value>(
  { values, counts }: Column<Value>,
  keyOf: (value: Value) => string,
  lists: number,
): Frequencies {
  return { lists, values: values.map((value, id) => [keyOf(value), Math.max(1, counts[id] ?? 1)]) };
}

/** The column with the counts of training: a value that training never saw counts as seen once. */
export function withFrequencies<Value>(
  column: Column<Value>,
  keyOf: (value: Value) => string,
  { values }: Frequencies,
): Column<Value> {
  const counts = new Map(values);
  const known = values.reduce((sum, [, count]) => sum + count, 0);
  return {
    ...column,
    counts: Int32Array.from(column.values, (value) => counts.get(keyOf(value)) ?? 1),
    known: Math.max(1, known),
  };
}
