/** Words that go together though they share no sound: PMOI and مجاهدین, Evin and Tehran, learned from likely matches. */
import type { Comparison } from "./comparisons.ts";
import type { WordColumn } from "./name-column.ts";
import type { PairTable } from "./pair-table.ts";

/** Matches that must show a pair of values, and how much oftener than chance. */
const FEWEST_MATCHES = 5;
const LEAST_LIFT = 1.3;
const LEAST_DEVIATIONS = 3;
/** A field with more values than this holds free text, in which every value is its own. */
const MOST_VALUES = 20_000;

/**
 * The comparisons with what the likely matches teach of their words; null when nothing was learned. What was not
 * taught is the same object as before.
 *
 * Two values go together when, among records of likely one person, the second stands beside the first more often
 * than its share of the records of its script explains, and the other way round.
 *
 * @param apart - P(different persons) of each pair of the table.
 */
export function withEquivalents(
  comparisons: readonly Comparison[],
  table: PairTable,
  apart: Float64Array,
): readonly Comparison[] | null {
  let isTaught = false;
  const taught = comparisons.map((comparison) => {
    if (comparison.sort !== "text" || comparison.column.counts.length > MOST_VALUES) return comparison;
    const equivalents = findEquivalents(comparison.column, table, apart);
    if (equivalents.size === 0) return comparison;
    isTaught = true;
    return { ...comparison, equivalents };
  });
  return isTaught ? taught : null;
}

function findEquivalents(
  { ids, counts, isArabic: groups }: WordColumn,
  table: PairTable,
  apart: Float64Array,
): Set<number> {
  const size = counts.length;
  const together = new Map<number, number>();
  /** Likely matches of a value with values of group g at `value * 2 + g`. */
  const partners = new Float64Array(size * 2);
  const groupTotals = [0, 0];
  for (const [value, count] of counts.entries()) {
    const group = groups[value] ?? 0;
    groupTotals[group] = (groupTotals[group] ?? 0) + count;
  }
  for (let pair = 0; pair < apart.length; pair += 1) {
    const match = 1 - (apart[pair] ?? 1);
    if (match < 0.5) continue;
    const [left, right] = [ids[table.left[pair] ?? 0] ?? -1, ids[table.right[pair] ?? 0] ?? -1];
    if (left < 0 || right < 0) continue;
    const [one, other] = [left * 2 + (groups[right] ?? 0), right * 2 + (groups[left] ?? 0)];
    partners[one] = (partners[one] ?? 0) + match;
    partners[other] = (partners[other] ?? 0) + match;
    if (left === right) continue;
    const key = Math.min(left, right) * size + Math.max(left, right);
    together.set(key, (together.get(key) ?? 0) + match);
  }
  const isOften = (value: number, other: number, seen: number): boolean => {
    const group = groups[other] ?? 0;
    const share = (counts[other] ?? 0) / Math.max(1, groupTotals[group] ?? 1);
    const expected = (partners[value * 2 + group] ?? 0) * share;
    return seen >= LEAST_LIFT * expected && seen - expected >= LEAST_DEVIATIONS * Math.sqrt(expected);
  };
  const found = new Set<number>();
  for (const [key, seen] of together) {
    const [left, right] = [Math.floor(key / size), key % size];
    if (seen >= FEWEST_MATCHES && isOften(left, right, seen) && isOften(right, left, seen)) found.add(key);
  }
  return found;
}
