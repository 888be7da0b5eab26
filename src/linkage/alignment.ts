/** Two names laid beside each other, token by token, in whatever order they are written. */
import { FEATURES } from "./token-features.ts";
import { TOKEN_LIKENESS, type TokenTable } from "./tokens.ts";

/** The last alignment an aligner made: its fields are overwritten by the next call. */
export interface Alignment {
  /** Words of the name with fewer words, two tokens that match one counted as one. */
  shorter: number;
  longer: number;
  /** How many of the shorter's words found a partner at least this alike, indexed by `TOKEN_LIKENESS`. */
  readonly atLeast: Int32Array;
  /**
   * Ids of the tokens that found a partner at least `near`, each followed by that partner (itself where it was two
   * tokens): `matched[0 .. 2 * matches)`.
   */
  readonly matched: Int32Array;
  matches: number;
}

/** More tokens than this are not a name; the rest is left out of the comparison. */
const MOST_TOKENS = 16;

/** Aligns the token ids `left[leftFrom .. leftTo)` and `right[rightFrom .. rightTo)`. */
export type Aligner = (
  left: Int32Array,
  leftFrom: number,
  leftTo: number,
  right: Int32Array,
  rightFrom: number,
  rightTo: number,
) => Alignment;

/**
 * An aligner over the tokens that a table knows by now: one-to-one, greedy, the most alike tokens first, ties by
 * position. A token may also match two neighbours written apart (محمدرضا, Mohammad Reza).
 */
export function alignerFor(table: TokenTable): Aligner {
  // One workspace for all calls: a run aligns millions of names.
  const work: Work = {
    few: new Int32Array(MOST_TOKENS),
    many: new Int32Array(MOST_TOKENS),
    rows: 0,
    columns: 0,
    likeness: new Int8Array(MOST_TOKENS * MOST_TOKENS),
    rowsTaken: 0,
    columnsTaken: 0,
    alignment: {
      shorter: 0,
      longer: 0,
      atLeast: new Int32Array(6),
      matched: new Int32Array(4 * MOST_TOKENS),
      matches: 0,
    },
  };
  const { likeness, alignment, few, many } = work;
  const { atLeast } = alignment;
  const { features } = table.toData();
  return (left, leftFrom, leftTo, right, rightFrom, rightTo) => {
    const isLeftFew = leftTo - leftFrom <= rightTo - rightFrom;
    const rows = Math.min(isLeftFew ? leftTo - leftFrom : rightTo - rightFrom, MOST_TOKENS);
    const columns = Math.min(isLeftFew ? rightTo - rightFrom : leftTo - leftFrom, MOST_TOKENS);
    const fewer = isLeftFew ? left : right;
    const fewerFrom = isLeftFew ? leftFrom : rightFrom;
    const more = isLeftFew ? right : left;
    const moreFrom = isLeftFew ? rightFrom : leftFrom;
    work.rows = rows;
    work.columns = columns;
    work.rowsTaken = 0;
    work.columnsTaken = 0;
    alignment.shorter = rows;
    alignment.longer = columns;
    alignment.matches = 0;
    for (let level = 0; level < 6; level += 1) atLeast[level] = 0;
    let present = 0;
    for (let row = 0; row < rows; row += 1) {
      const token = fewer[fewerFrom + row] ?? 0;
      few[row] = token;
      for (let column = 0; column < columns; column += 1) {
        const value = table.likeness(token, more[moreFrom + column] ?? 0);
        likeness[row * columns + column] = value;
        present |= 1 << value;
      }
    }
    for (let column = 0; column < columns; column += 1) many[column] = more[moreFrom + column] ?? 0;
    if (present !== 1) {
      for (let level: number = TOKEN_LIKENESS.same; level > TOKEN_LIKENESS.near; level -= 1) {
        if (present & (1 << level)) takeAll(work, level);
      }
    }
    if (columns > 1 && mayBeApart(work, features)) takeWrittenApart(work, table);
    if (present !== 1) {
      for (let level: number = TOKEN_LIKENESS.near; level > 0; level -= 1) {
        if (present & (1 << level)) takeAll(work, level);
      }
    }
    if (alignment.shorter > alignment.longer) {
      const { shorter } = alignment;
      alignment.shorter = alignment.longer;
      alignment.longer = shorter;
    }
    return alignment;
  };
}

/** Whether some token's skeleton may be those of two neighbours of the other name, by its length and its ends. */
function mayBeApart({ rows, columns, few, many }: Work, features: Int32Array): boolean {
  return (
    hasJoined(few, rows, many, columns, features) ||
    (rows > 1 && hasJoined(many, columns, few, rows, features))
  );
}

function hasJoined(
  tokens: Int32Array,
  count: number,
  others: Int32Array,
  otherCount: number,
  features: Int32Array,
): boolean {
  for (let start = 0; start + 1 < otherCount; start += 1) {
    const first = (others[start] ?? 0) * FEATURES;
    const second = (others[start + 1] ?? 0) * FEATURES;
    const length = ((features[first + 6] ?? 0) >>> 8) + ((features[second + 6] ?? 0) >>> 8);
    if (length < 3) continue;
    const ends = ((features[first + 7] ?? 0) & 255) | ((features[second + 7] ?? 0) & 0xff00);
    for (let index = 0; index < count; index += 1) {
      const token = (tokens[index] ?? 0) * FEATURES;
      if ((features[token + 6] ?? 0) >>> 8 === length && features[token + 7] === ends) return true;
    }
  }
  return false;
}

interface Work {
  /** Copies: the tokens of the name with fewer of them, and of the other. */
  readonly few: Int32Array;
  readonly many: Int32Array;
  rows: number;
  columns: number;
  readonly likeness: Int8Array;
  /** Bits of the tokens that have a partner. */
  rowsTaken: number;
  columnsTaken: number;
  readonly alignment: Alignment;
}

function takeAll(work: Work, level: number): void {
  const { few, many, rows, columns, likeness } = work;
  for (let row = 0; row < rows; row += 1) {
    if (work.rowsTaken & (1 << row)) continue;
    for (let column = 0; column < columns; column += 1) {
      if (work.columnsTaken & (1 << column) || likeness[row * columns + column] !== level) continue;
      work.rowsTaken |= 1 << row;
      work.columnsTaken |= 1 << column;
      count(work.alignment, level, few[row] ?? 0, many[column] ?? 0);
      break;
    }
  }
}

function count(alignment: Alignment, level: number, token: number, partner: number): void {
  const { atLeast, matched } = alignment;
  for (let index = 0; index <= level; index += 1) atLeast[index] = (atLeast[index] ?? 0) + 1;
  if (level < TOKEN_LIKENESS.near) return;
  matched[2 * alignment.matches] = token;
  matched[2 * alignment.matches + 1] = partner;
  alignment.matches += 1;
}

/** A token beside two free neighbours that together have its skeleton: one word, in either name. */
function takeWrittenApart(work: Work, table: TokenTable): void {
  const { few, many, rows, columns, alignment } = work;
  const allRows = (1 << rows) - 1;
  const allColumns = (1 << columns) - 1;
  for (let row = 0; row < rows && work.rowsTaken !== allRows; row += 1) {
    const token = few[row] ?? 0;
    const start =
      work.rowsTaken & (1 << row) ? -1 : neighbours(token, many, columns, work.columnsTaken, table);
    if (start < 0) continue;
    work.rowsTaken |= 1 << row;
    work.columnsTaken |= 3 << start;
    alignment.longer -= 1;
    count(alignment, TOKEN_LIKENESS.sound, token, token);
  }
  for (let column = 0; column < columns && rows > 1 && work.columnsTaken !== allColumns; column += 1) {
    const token = many[column] ?? 0;
    const isTaken = (work.columnsTaken & (1 << column)) !== 0;
    const start = isTaken ? -1 : neighbours(token, few, rows, work.rowsTaken, table);
    if (start < 0) continue;
    work.columnsTaken |= 1 << column;
    work.rowsTaken |= 3 << start;
    alignment.shorter -= 1;
    count(alignment, TOKEN_LIKENESS.sound, token, token);
  }
}

function neighbours(
  token: number,
  others: Int32Array,
  size: number,
  taken: number,
  table: TokenTable,
): number {
  const length = table.skeletonLength(token);
  if (length < 3) return -1;
  for (let start = 0; start + 1 < size; start += 1) {
    if (taken & (3 << start)) continue;
    const one = others[start] ?? 0;
    const other = others[start + 1] ?? 0;
    if (table.skeletonLength(one) + table.skeletonLength(other) !== length) continue;
    const { skeleton } = table.at(token);
    const first = table.at(one).skeleton;
    const second = table.at(other).skeleton;
    if (first.length + second.length !== skeleton.length || !skeleton.startsWith(first)) continue;
    if (skeleton.endsWith(second)) return start;
  }
  return -1;
}
