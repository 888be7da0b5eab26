/** Comparing person names, and words in general, across spellings, scripts and orders. */
import type { Aligner, Alignment } from "./alignment.ts";
import { type Comparer, type LevelSpec, levelOf, MISSING_LEVEL, packLevel } from "./comparer.ts";
import type { WordColumn } from "./name-column.ts";
import type { LinkComparison } from "./settings.ts";
import { TOKEN_LIKENESS, type TokenTable } from "./tokens.ts";

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

/** One thread's way to lay names beside each other. */
export interface Words {
  readonly table: TokenTable;
  readonly align: Aligner;
}

/** A comparison of names as plain data. */
export interface NameComparison {
  readonly sort: "name";
  readonly comparison: LinkComparison;
  readonly column: WordColumn;
  /** Whether this field alone names the person. */
  readonly isWhole: boolean;
  /** The column that may have been swapped with this one: a swap is one event, and one of the two tells it. */
  readonly partner: { readonly column: WordColumn; readonly speaks: boolean } | null;
}

/** The comparison of two records' names. */
export function nameComparer(
  { comparison, column, isWhole, partner }: NameComparison,
  words: Words,
): Comparer {
  const { ids } = column;
  const { termFrequency } = comparison;
  const compareValues = (first: number, second: number): number => {
    const own = compareWordValues(column, first, second, words);
    return termFrequency ? own : levelOf(own);
  };
  const compare = (left: number, right: number): number => {
    const first = ids[left] ?? -1;
    const second = ids[right] ?? -1;
    if (first < 0 || second < 0) return MISSING_LEVEL;
    const packed = compareValues(first, second);
    if (partner === null || levelOf(packed) < LEVEL["shares-most"]) return packed;
    const share = swappedShare(column, partner.column, left, right, words);
    if (share === null) return packed;
    return partner.speaks ? packLevel(LEVEL.swapped, termFrequency ? share : 1) : MISSING_LEVEL;
  };
  return {
    name: comparison.name,
    fields: [...comparison.fields, ...comparison.writings],
    levels: isWhole ? WHOLE_NAME_LEVELS : NAME_LEVELS,
    compare,
    compareMany(left, right, count, out, offset, stride) {
      for (let pair = 0; pair < count; pair += 1) {
        out[offset + pair * stride] = compare(left[pair] ?? 0, right[pair] ?? 0);
      }
    },
    pieces: {
      ids,
      compareValues,
      swap:
        partner === null
          ? null
          : {
              partnerIds: partner.column.ids,
              isOwnNear: (own, there) => isNear(column, own, partner.column, there, words),
              isPartnerNear: (there, own) => isNear(partner.column, there, column, own, words),
            },
    },
    mayForbid: comparison.hardConflict,
    forbids: (level) => comparison.hardConflict && level === LEVEL.different,
    isNameConflict: (level) => comparison.identifies && NAME_CONFLICTS.has(level),
  };
}

/** The share of records that would match the swapped names by chance; null when they are not swapped. */
function swappedShare(
  column: WordColumn,
  partner: WordColumn,
  left: number,
  right: number,
  words: Words,
): number | null {
  const own = column.ids[left] ?? -1;
  const other = partner.ids[left] ?? -1;
  const ownThere = partner.ids[right] ?? -1;
  const otherThere = column.ids[right] ?? -1;
  if (own < 0 || other < 0 || ownThere < 0 || otherThere < 0) return null;
  if (!isNear(column, own, partner, ownThere, words)) return null;
  if (!isNear(partner, other, column, otherThere, words)) return null;
  const share = productOfShares(column, own, words) * productOfShares(partner, other, words);
  return Math.max(share, LEAST_SHARE / column.known);
}

function productOfShares(
  { offsets, tokens, skeletonShares }: WordColumn,
  value: number,
  { table }: Words,
): number {
  let product = 1;
  for (let at = offsets[value] ?? 0; at < (offsets[value + 1] ?? 0); at += 1) {
    product *= skeletonShares[table.skeletonOf(tokens[at] ?? 0)] ?? 1;
  }
  return product;
}

function isNear(
  left: WordColumn,
  leftValue: number,
  right: WordColumn,
  rightValue: number,
  { align }: Words,
): boolean {
  const { shorter, longer, atLeast } = align(
    left.tokens,
    left.offsets[leftValue] ?? 0,
    left.offsets[leftValue + 1] ?? 0,
    right.tokens,
    right.offsets[rightValue] ?? 0,
    right.offsets[rightValue + 1] ?? 0,
  );
  return shorter === longer && shorter > 0 && (atLeast[TOKEN_LIKENESS.near] ?? 0) >= shorter;
}

/** Whether the words of the first value come after those of the second, by code units. */
function isBehind({ offsets, tokens }: WordColumn, one: number, other: number, table: TokenTable): boolean {
  const end = offsets[one + 1] ?? 0;
  const otherEnd = offsets[other + 1] ?? 0;
  let place = offsets[other] ?? 0;
  for (let at = offsets[one] ?? 0; at < end; at += 1) {
    if (place >= otherEnd) return true;
    const [word, otherWord] = [tokens[at] ?? 0, tokens[place] ?? 0];
    if (word !== otherWord) return table.textOf(word) > table.textOf(otherWord);
    place += 1;
  }
  return false;
}

/** The writing of a value in the script of another one, where it has one: only then do their letters compare. */
function inScriptOf({ isArabic, otherWritings }: WordColumn, value: number, another: number): number {
  if (isArabic[value] === isArabic[another]) return value;
  const other = otherWritings[value] ?? -1;
  return other < 0 ? value : other;
}

/** Level and rarity of two values of one column. */
export function compareWordValues(
  column: WordColumn,
  first: number,
  second: number,
  { table, align }: Words,
): number {
  const one = inScriptOf(column, first, second);
  const other = inScriptOf(column, second, first);
  const { offsets, tokens, skeletonShares, valueShares } = column;
  // Ties in the alignment go by order: the words themselves set it, not the ids that they got in this run.
  const isTurned = isBehind(column, one, other, table);
  const left = isTurned ? other : one;
  const right = isTurned ? one : other;
  const alignment = align(
    tokens,
    offsets[left] ?? 0,
    offsets[left + 1] ?? 0,
    tokens,
    offsets[right] ?? 0,
    offsets[right + 1] ?? 0,
  );
  const { matched, matches, atLeast } = alignment;
  // Nothing in common, as with most pairs.
  if (atLeast[0] === 0 && alignment.shorter > 0) return LEVEL.different;
  const level = levelOfAlignment(alignment);
  if (matches === 0 || !PROVES_BY_RARITY[level]) return level;
  let share = 1;
  // The commoner spelling: a slip of the pen is rare but proves nothing.
  for (let match = 0; match < matches; match += 1) {
    const first = skeletonShares[table.skeletonOf(matched[2 * match] ?? 0)] ?? 1;
    const second = skeletonShares[table.skeletonOf(matched[2 * match + 1] ?? 0)] ?? 1;
    share *= Math.max(first, second);
  }
  if (level <= LEVEL["same-sound"]) {
    share = Math.max(share, valueShares[left] ?? 0, valueShares[right] ?? 0);
  }
  return packLevel(level, Math.max(share, LEAST_SHARE / column.known));
}

/** Levels at which the words that agree may be rare ones. */
const PROVES_BY_RARITY = NAME_LEVELS.map(
  (_, level) =>
    level <= LEVEL["one-of"] ||
    level === LEVEL["shares-most"] ||
    level === LEVEL["shares-one-rest-alike"] ||
    level === LEVEL["shares-one"],
);

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
