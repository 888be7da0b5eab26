/** Comparing places, organisations and other words. */
import { alignerFor } from "./alignment.ts";
import { compareNameValues } from "./compare-names.ts";
import { type Comparer, type LevelSpec, levelOf, MISSING_LEVEL, packLevel, rarityOf } from "./comparer.ts";
import type { NameColumn } from "./name-column.ts";
import { memoOfPairs } from "./pair-memo.ts";
import type { LinkComparison } from "./settings.ts";

const TEXT_LEVELS = [
  { name: "missing", expectedM: 0 },
  { name: "same", expectedM: 0.58 },
  { name: "same-sound", expectedM: 0.1 },
  { name: "near", expectedM: 0.06 },
  { name: "same-meaning", expectedM: 0.01 },
  { name: "often-together", expectedM: 0.01 },
  { name: "part-of", expectedM: 0.08 },
  { name: "shares-some", expectedM: 0.05 },
  { name: "different", expectedM: 0.08 },
  { name: "different-in-another-script", expectedM: 0.03 },
] as const satisfies readonly LevelSpec[];

const LEVEL = Object.fromEntries(TEXT_LEVELS.map(({ name }, index) => [name, index])) as Record<
  (typeof TEXT_LEVELS)[number]["name"],
  number
>;

const TEXT_LEVEL_OF_NAME: readonly number[] = [0, 1, 2, 3, 6, 6, 6, 7, 7, 7, 7, 8, 8];

/**
 * The comparison of places, organisations and other words.
 *
 * @param equivalents - keys `smaller * values + larger` of values that likely matches showed to go together.
 */
export function textComparer(
  comparison: LinkComparison,
  column: NameColumn,
  equivalents: ReadonlySet<number> = new Set(),
): Comparer {
  const { ids, table, values, counts, known } = column;
  const isArabic = values.map(({ ids: tokens }) => tokens.some((token) => table.at(token).isArabic));
  const align = alignerFor(table);
  const compareValues = memoOfPairs(values.length, (left, right) => {
    const packed = compareNameValues(column, left, right, align);
    const level = TEXT_LEVEL_OF_NAME[levelOf(packed)] ?? LEVEL.different;
    const sameScript = isArabic[left] === isArabic[right];
    if (level < LEVEL.different && level !== LEVEL["shares-some"]) return level + 32 * rarityOf(packed);
    if (equivalents.has(Math.min(left, right) * values.length + Math.max(left, right))) {
      const share = Math.max(counts[left] ?? 1, counts[right] ?? 1) / known;
      return packLevel(sameScript ? LEVEL["often-together"] : LEVEL["same-meaning"], share);
    }
    if (level < LEVEL.different) return level + 32 * rarityOf(packed);
    return packLevel(sameScript ? LEVEL.different : LEVEL["different-in-another-script"]);
  });
  const answer = (first: number, second: number): number => {
    const packed = compareValues(first, second);
    return comparison.termFrequency ? packed : levelOf(packed);
  };
  return {
    name: comparison.name,
    fields: comparison.fields,
    levels: TEXT_LEVELS,
    compare(left, right) {
      const [first = -1, second = -1] = [ids[left], ids[right]];
      return first < 0 || second < 0 ? MISSING_LEVEL : answer(first, second);
    },
    pieces: { ids, compareValues: answer, swap: null },
    forbids: (level) => comparison.hardConflict && level === LEVEL.different,
    vocabulary: {
      ids,
      counts,
      keyOf: (value) => values[value]?.tokens.join(" ") ?? "",
      equivalents,
      groups: Uint8Array.from(isArabic, (arabic) => (arabic ? 1 : 0)),
      withEquivalents: (pairs) => textComparer(comparison, column, pairs),
    },
  };
}
