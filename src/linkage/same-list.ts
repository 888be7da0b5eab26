/** That two records stand in one list speaks against their being one person: a soft penalty, learned or given. */
import type { Comparer } from "./comparer.ts";
import type { LinkRecord } from "./records.ts";
import type { LinkSettings } from "./settings.ts";
import { BIT, type LevelWeights } from "./weights.ts";

export const SAME_LIST = "same list";
/** The level of two records of one list. */
export const ONE_LIST = 1;
const LARGEST_PENALTY = -12 * BIT;

/** The comparison of the lists themselves as plain data. */
export interface SameListComparison {
  readonly sort: "same-list";
  /** A number for the list of each record. */
  readonly lists: Int32Array;
}

/** Null when all records are of one list. */
export function toSameListComparison(records: readonly LinkRecord[]): SameListComparison | null {
  const numbers = new Map<string, number>();
  const lists = Int32Array.from(records, ({ list }) => {
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  });
  return numbers.size < 2 ? null : { sort: "same-list", lists };
}

export function sameListComparer({ lists }: SameListComparison): Comparer {
  const compare = (left: number, right: number): number => (lists[left] === lists[right] ? 1 : 2);
  return {
    name: SAME_LIST,
    fields: [],
    levels: [
      { name: "missing", expectedM: 0 },
      { name: "one-list", expectedM: 0.02 },
      { name: "two-lists", expectedM: 0.98 },
    ],
    compare,
    compareMany(left, right, count, out, offset, stride) {
      for (let pair = 0; pair < count; pair += 1) {
        out[offset + pair * stride] = compare(left[pair] ?? 0, right[pair] ?? 0);
      }
    },
    pieces: { ids: lists, compareValues: (first, second) => (first === second ? 1 : 2), swap: null },
    mayForbid: false,
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

/**
 * What no cluster may hold, directly or through a third record: a hard conflict, and where the rows of one list wait for
 * people (`decision.sameList` is `review`) any two of them. What a person judged one is joined before this is asked.
 */
export function forbiddenWithin(
  run: {
    readonly records: readonly LinkRecord[];
    readonly isForbidden: (left: number, right: number) => boolean;
  },
  { decision }: LinkSettings,
): (left: number, right: number) => boolean {
  if (decision.sameList !== "review") return run.isForbidden;
  return (left, right) =>
    run.records[left]?.list === run.records[right]?.list || run.isForbidden(left, right);
}
