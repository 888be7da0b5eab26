/** That two records stand in one list speaks against their being one person: a soft penalty, learned or given. */
import type { Comparer } from "./comparer.ts";
import type { LinkRecord } from "./records.ts";
import type { LinkSettings } from "./settings.ts";
import { BIT, type LevelWeights } from "./weights.ts";

export const SAME_LIST = "same list";
/** The level of two records of one list. */
export const ONE_LIST = 1;
const LARGEST_PENALTY = -12 * BIT;

/** The comparison of the lists themselves; null when all records are of one list. */
export function sameListComparer(records: readonly LinkRecord[]): Comparer | null {
  const names = [...new Set(records.map(({ list }) => list))];
  if (names.length < 2) return null;
  const lists = Int32Array.from(records, ({ list }) => names.indexOf(list));
  return {
    name: SAME_LIST,
    fields: [],
    levels: [
      { name: "missing", expectedM: 0 },
      { name: "one-list", expectedM: 0.02 },
      { name: "two-lists", expectedM: 0.98 },
    ],
    compare: (left, right) => (lists[left] === lists[right] ? 1 : 2),
    pieces: { ids: lists, compareValues: (first, second) => (first === second ? 1 : 2), swap: null },
    forbids: () => false,
  };
}

/** The weights with the penalty bounded: never a reward for one list, and never an absolute bar. */
export function withSameListPenalty(
  weights: LevelWeights,
  comparers: readonly Comparer[],
  { sameListPenaltyBits }: LinkSettings["decision"],
): LevelWeights {
  return weights.map((values, column) => {
    if (comparers[column]?.name !== SAME_LIST) return values;
    if (sameListPenaltyBits !== null) return Int32Array.of(0, -Math.round(sameListPenaltyBits * BIT), 0);
    return Int32Array.of(
      0,
      Math.min(0, Math.max(LARGEST_PENALTY, values[1] ?? 0)),
      Math.max(0, values[2] ?? 0),
    );
  });
}
