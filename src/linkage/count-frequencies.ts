/** How common the values of a run are, for a model that is kept. */
import type { Comparison } from "./comparisons.ts";
import { dayKey, type Frequencies } from "./frequencies.ts";
import { wordKeys } from "./name-column.ts";

/**
 * How common the values of a comparison are among the records it was made of.
 *
 * @param texts - the tokens by their ids.
 */
export function frequenciesOf(comparison: Comparison, texts: readonly string[], lists: number): Frequencies {
  if (comparison.sort === "same-list") return { lists, values: [] };
  const { counts } = comparison.column;
  const keys = keysOf(comparison, texts);
  return { lists, values: keys.map((key, value) => [key, Math.max(1, counts[value] ?? 1)]) };
}

/** The key of each value, the same in every run. */
function keysOf(
  comparison: Exclude<Comparison, { sort: "same-list" }>,
  texts: readonly string[],
): readonly string[] {
  if (comparison.sort !== "value") return wordKeys(comparison.column, texts);
  const { values } = comparison;
  if (values.kind === "date") {
    const { first, last } = values.days;
    return Array.from(first, (day, value) => dayKey([day, last[value] ?? day]));
  }
  return values.kind === "number" ? Array.from(values.numbers, String) : values.codes;
}
