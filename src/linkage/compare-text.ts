/** Comparing places, organisations and other words. */
import { compareWordValues, type Words } from "./compare-names.ts";
import { type Comparer, type LevelSpec, levelOf, MISSING_LEVEL, packLevel, rarityOf } from "./comparer.ts";
import type { WordColumn } from "./name-column.ts";
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

/** A comparison of words as plain data. */
export interface TextComparison {
  readonly sort: "text";
  readonly comparison: LinkComparison;
  readonly column: WordColumn;
  /** Keys `smaller * values + larger` of values that likely matches showed to go together. */
  readonly equivalents: ReadonlySet<number>;
}

/** Words recur: places and organisations are few. */
const MOST_REMEMBERED = 1 << 15;

/** The comparison of places, organisations and other words. */
export function textComparer({ comparison, column, equivalents }: TextComparison, words: Words): Comparer {
  const { ids, counts, known, isArabic } = column;
  const { termFrequency } = comparison;
  const compareValues = memoOfPairs(MOST_REMEMBERED, (left, right) => {
    const packed = compareWordValues(column, left, right, words);
    const level = TEXT_LEVEL_OF_NAME[levelOf(packed)] ?? LEVEL.different;
    const sameScript = isArabic[left] === isArabic[right];
    if (level < LEVEL.different && level !== LEVEL["shares-some"]) return level + 32 * rarityOf(packed);
    if (equivalents.size > 0 && equivalents.has(left * counts.length + right)) {
      const share = Math.max(counts[left] ?? 1, counts[right] ?? 1) / known;
      return packLevel(sameScript ? LEVEL["often-together"] : LEVEL["same-meaning"], share);
    }
    if (level < LEVEL.different) return level + 32 * rarityOf(packed);
    return packLevel(sameScript ? LEVEL.different : LEVEL["different-in-another-script"]);
  });
  const answer = (first: number, second: number): number => {
    const found = compareValues(first, second);
    return termFrequency ? found : levelOf(found);
  };
  const ofItself = new Int32Array(counts.length);
  const compare = (left: number, right: number): number => {
    const first = ids[left] ?? -1;
    const second = ids[right] ?? -1;
    if (first < 0 || second < 0) return MISSING_LEVEL;
    if (first === second) {
      // Most pairs that agree agree to the letter.
      const known = ofItself[first] ?? 0;
      if (known > 0) return known;
    }
    const packed = answer(first, second);
    if (first === second) ofItself[first] = packed;
    return packed;
  };
  return {
    name: comparison.name,
    fields: comparison.fields,
    levels: TEXT_LEVELS,
    compare,
    compareMany(left, right, count, out, offset, stride) {
      for (let pair = 0; pair < count; pair += 1) {
        out[offset + pair * stride] = compare(left[pair] ?? 0, right[pair] ?? 0);
      }
    },
    pieces: { ids, compareValues: answer, swap: null },
    mayForbid: comparison.hardConflict,
    forbids: (level) => comparison.hardConflict && level === LEVEL.different,
  };
}
