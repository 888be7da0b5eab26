/** Comparing person names, and words in general, across spellings, scripts and orders. */
import { type Aligner, type Alignment, alignerFor } from "./alignment.ts";
import {
  type Comparer,
  type ComparerPieces,
  type LevelSpec,
  levelOf,
  MISSING_LEVEL,
  packLevel,
} from "./comparer.ts";
import type { NameColumn } from "./name-column.ts";
import { memoOfPairs } from "./pair-memo.ts";
import type { LinkComparison } from "./settings.ts";
import { TOKEN_LIKENESS } from "./tokens.ts";

const NAME_LEVELS = [
  { name: "missing", expectedM: 0 },
  { name: "same", expectedM: 0.5, expectedU: 0.001 },
  { name: "same-sound", expectedM: 0.15, expectedU: 0.002 },
  { name: "near", expectedM: 0.12, expectedU: 0.003 },
  { name: "part-of", expectedM: 0.06, expectedU: 0.004 },
  { name: "part-of-near", expectedM: 0.03, expectedU: 0.006 },
  { name: "one-of", expectedM: 0.03, expectedU: 0.01 },
  { name: "swapped", expectedM: 0.005, expectedU: 0.001 },
  { name: "shares-most", expectedM: 0.03, expectedU: 0.01, mostM: 0.15 },
  { name: "shares-one-rest-alike", expectedM: 0.02, expectedU: 0.01 },
  { name: "shares-one", expectedM: 0.02, expectedU: 0.05, mostM: 0.08 },
  { name: "alike", expectedM: 0.015, expectedU: 0.05, mostM: 0.08 },
  { name: "different", expectedM: 0.02, expectedU: 0.853, mostM: 0.1 },
] as const satisfies readonly LevelSpec[];

const LEVEL = Object.fromEntries(NAME_LEVELS.map(({ name }, index) => [name, index])) as Record<
  (typeof NAME_LEVELS)[number]["name"],
  number
>;

/**
 * Where one field holds the whole name, another name is another person but for an alias or a slip of the row; two
 * people born on one day must not teach training otherwise.
 */
const WHOLE_NAME_LEVELS: readonly LevelSpec[] = NAME_LEVELS.map((level) =>
  level.name === "different" || level.name === "shares-one" || level.name === "alike"
    ? { ...level, expectedM: 0.005, mostM: level.name === "different" ? 0.015 : 0.03 }
    : level,
);

/** Both names hold a word that the other lacks, and the words are not alike: Maria Teresa and Maria Cristina. */
const NAME_CONFLICTS: ReadonlySet<number> = new Set([
  LEVEL["shares-most"],
  LEVEL["shares-one"],
  LEVEL.different,
]);

/** The column that may have been swapped with this one, and whether this comparison speaks for both. */
export interface Partner {
  readonly column: NameColumn;
  readonly speaks: boolean;
}

/**
 * The comparison of two name columns' values. A swap is one event: one of the two comparisons tells it.
 *
 * @param isWhole - whether this field alone names the person.
 */
export function nameComparer(
  comparison: LinkComparison,
  column: NameColumn,
  { partner, isWhole }: { readonly partner: Partner | null; readonly isWhole: boolean },
): Comparer {
  const align = alignerFor(column.table);
  const compareValues = memoOfPairs(column.values.length, (left, right) =>
    compareNameValues(column, left, right, align),
  );
  const { ids } = column;
  const ownAnswer = (first: number, second: number): number => {
    const own = compareValues(first, second);
    return comparison.termFrequency ? own : levelOf(own);
  };
  return {
    name: comparison.name,
    fields: comparison.fields,
    levels: isWhole ? WHOLE_NAME_LEVELS : NAME_LEVELS,
    compare(left, right) {
      const [first = -1, second = -1] = [ids[left], ids[right]];
      if (first < 0 || second < 0) return MISSING_LEVEL;
      const packed = ownAnswer(first, second);
      if (partner === null || levelOf(packed) < LEVEL["shares-most"]) return packed;
      const share = swappedShare(column, partner.column, left, right, align);
      if (share === null) return packed;
      return partner.speaks ? packLevel(LEVEL.swapped, comparison.termFrequency ? share : 1) : MISSING_LEVEL;
    },
    pieces: {
      ids,
      compareValues: ownAnswer,
      swap: partner === null ? null : swapPieces(column, partner.column, align),
    },
    forbids: (level) => comparison.hardConflict && level === LEVEL.different,
    isNameConflict: (level) => comparison.identifies && NAME_CONFLICTS.has(level),
  };
}

/** The share of records that would match the swapped names by chance; null when they are not swapped. */
function swappedShare(
  column: NameColumn,
  partner: NameColumn,
  left: number,
  right: number,
  align: Aligner,
): number | null {
  const own = column.values[column.ids[left] ?? -1]?.ids;
  const other = partner.values[partner.ids[left] ?? -1]?.ids;
  if (own === undefined || other === undefined) return null;
  const ownThere = partner.values[partner.ids[right] ?? -1]?.ids;
  const otherThere = column.values[column.ids[right] ?? -1]?.ids;
  if (!isNear(own, ownThere, align) || !isNear(other, otherThere, align)) return null;
  const shares = [...own.map(column.tokenShare), ...other.map(partner.tokenShare)];
  return Math.max(
    shares.reduce((product, share) => product * share, 1),
    LEAST_SHARE / column.known,
  );
}

/** The two conditions of a swap, by values. */
function swapPieces(column: NameColumn, partner: NameColumn, align: Aligner): ComparerPieces["swap"] {
  const tokens = (of: NameColumn, value: number) => of.values[value]?.ids ?? [];
  return {
    partnerIds: partner.ids,
    isOwnNear: (own, there) => isNear(tokens(column, own), tokens(partner, there), align),
    isPartnerNear: (there, own) => isNear(tokens(partner, there), tokens(column, own), align),
  };
}

function isNear(left: readonly number[], right: readonly number[] | undefined, align: Aligner): boolean {
  if (right === undefined) return false;
  const { shorter, longer, atLeast } = align(left, right);
  return shorter === longer && shorter > 0 && (atLeast[TOKEN_LIKENESS.near] ?? 0) >= shorter;
}

/** Level and rarity of two distinct values of one column. */
export function compareNameValues(column: NameColumn, left: number, right: number, align: Aligner): number {
  const [first, second] = [column.values[left]?.ids ?? [], column.values[right]?.ids ?? []];
  const alignment = align(first, second);
  const { matched, matches } = alignment;
  const level = levelOfAlignment(alignment);
  if (level > LEVEL["one-of"] && level !== LEVEL["shares-most"] && level !== LEVEL["shares-one-rest-alike"]) {
    if (level !== LEVEL["shares-one"]) return packLevel(level);
  }
  let share = 1;
  // The commoner spelling: a slip of the pen is rare but proves nothing.
  for (let match = 0; match < matches; match += 1) {
    share *= Math.max(
      column.tokenShare(matched[2 * match] ?? 0),
      column.tokenShare(matched[2 * match + 1] ?? 0),
    );
  }
  if (matches === 0) return packLevel(level);
  if (level <= LEVEL["same-sound"])
    share = Math.max(share, column.valueShare(left), column.valueShare(right));
  return packLevel(level, Math.max(share, LEAST_SHARE / column.known));
}

/**
 * No share is taken to be below this part of one record in the list: a name that is rare here may be commoner in
 * the population, and parts of a name are not independent.
 */
const LEAST_SHARE = 0.02;

function levelOfAlignment({ shorter, longer, atLeast }: Alignment): number {
  const alike = atLeast[TOKEN_LIKENESS.resembles] ?? 0;
  const weak = atLeast[TOKEN_LIKENESS.weak] ?? 0;
  const near = atLeast[TOKEN_LIKENESS.near] ?? 0;
  const sound = atLeast[TOKEN_LIKENESS.sound] ?? 0;
  const same = atLeast[TOKEN_LIKENESS.same] ?? 0;
  if (shorter === longer) {
    if (same >= shorter) return LEVEL.same;
    if (sound >= shorter) return LEVEL["same-sound"];
    if (near >= shorter) return LEVEL.near;
    if (weak >= shorter && near > 0) return LEVEL["part-of-near"];
    if (weak >= shorter) return LEVEL.alike;
  } else if (shorter === 1) {
    if (near >= 1) return LEVEL["one-of"];
    if (weak >= 1) return LEVEL.alike;
  } else {
    if (sound >= shorter) return LEVEL["part-of"];
    if (weak >= shorter && near > 0) return LEVEL["part-of-near"];
  }
  if (near >= 2) return LEVEL["shares-most"];
  if (near === 1) return alike >= shorter ? LEVEL["shares-one-rest-alike"] : LEVEL["shares-one"];
  return alike >= shorter ? LEVEL.alike : LEVEL.different;
}
