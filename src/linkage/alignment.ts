/** Two names laid beside each other, token by token, in whatever order they are written. */
import { TOKEN_LIKENESS, type TokenTable } from "./tokens.ts";

export interface Alignment {
  /** Words of the name with fewer words, two tokens that match one counted as one. */
  readonly shorter: number;
  readonly longer: number;
  /** How many of the shorter's words found a partner at least this alike, indexed by `TOKEN_LIKENESS`. */
  readonly atLeast: readonly number[];
  /** Ids of the tokens that found a partner at least `near`, with that partner (itself where it was two tokens). */
  readonly matched: readonly (readonly [number, number])[];
}

/** More tokens than this are not a name; the rest is left out of the comparison. */
const MOST_TOKENS = 16;

/** Aligns two lists of token ids; the same function object may not be used by two threads. */
export type Aligner = (left: readonly number[], right: readonly number[]) => Alignment;

/**
 * An aligner over the tokens of a table: one-to-one, greedy, the most alike tokens first, ties by position. A token
 * may also match two neighbours written apart (محمدرضا, Mohammad Reza).
 */
export function alignerFor(table: TokenTable): Aligner {
  // One buffer for all calls: a run aligns millions of names.
  const likeness = new Int8Array(MOST_TOKENS * MOST_TOKENS);
  return (left, right) => {
    const [few, many] = left.length <= right.length ? [left, right] : [right, left];
    const rows = Math.min(few.length, MOST_TOKENS);
    const columns = Math.min(many.length, MOST_TOKENS);
    let most = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const value = table.likeness(few[row] ?? 0, many[column] ?? 0);
        likeness[row * columns + column] = value;
        if (value > most) most = value;
      }
    }
    const alignment = { shorter: rows, longer: columns, atLeast: [0, 0, 0, 0, 0, 0], matched: [] };
    const work: Work = { few, many, rows, columns, likeness, rowsTaken: 0, columnsTaken: 0, alignment };
    for (let level = most; level > TOKEN_LIKENESS.near; level -= 1) takeAll(work, level);
    if (columns > 1) takeWrittenApart(work, table);
    for (let level = Math.min(most, TOKEN_LIKENESS.near); level > 0; level -= 1) takeAll(work, level);
    const { shorter, longer } = alignment;
    return { ...alignment, shorter: Math.min(shorter, longer), longer: Math.max(shorter, longer) };
  };
}

interface Work {
  readonly few: readonly number[];
  readonly many: readonly number[];
  readonly rows: number;
  readonly columns: number;
  readonly likeness: Int8Array;
  /** Bits of the tokens that have a partner. */
  rowsTaken: number;
  columnsTaken: number;
  readonly alignment: {
    shorter: number;
    longer: number;
    readonly atLeast: number[];
    readonly matched: (readonly [number, number])[];
  };
}

function takeAll(work: Work, level: number): void {
  const { few, many, rows, columns, likeness, alignment } = work;
  for (let row = 0; row < rows; row += 1) {
    if (work.rowsTaken & (1 << row)) continue;
    for (let column = 0; column < columns; column += 1) {
      if (work.columnsTaken & (1 << column) || likeness[row * columns + column] !== level) continue;
      work.rowsTaken |= 1 << row;
      work.columnsTaken |= 1 << column;
      count(alignment.atLeast, level);
      if (level >= TOKEN_LIKENESS.near) alignment.matched.push([few[row] ?? 0, many[column] ?? 0]);
      break;
    }
  }
}

function count(atLeast: number[], level: number): void {
  for (let index = 0; index <= level; index += 1) atLeast[index] = (atLeast[index] ?? 0) + 1;
}

/** A token beside two free neighbours that together have its skeleton: one word, in either name. */
function takeWrittenApart(work: Work, table: TokenTable): void {
  const { few, many, rows, columns, alignment } = work;
  for (let row = 0; row < rows; row += 1) {
    const start =
      work.rowsTaken & (1 << row) ? -1 : neighbours(few[row] ?? 0, many, columns, work.columnsTaken, table);
    if (start < 0) continue;
    work.rowsTaken |= 1 << row;
    work.columnsTaken |= 3 << start;
    alignment.longer -= 1;
    count(alignment.atLeast, TOKEN_LIKENESS.sound);
    alignment.matched.push([few[row] ?? 0, few[row] ?? 0]);
  }
  for (let column = 0; column < columns && rows > 1; column += 1) {
    const isTaken = (work.columnsTaken & (1 << column)) !== 0;
    const start = isTaken ? -1 : neighbours(many[column] ?? 0, few, rows, work.rowsTaken, table);
    if (start < 0) continue;
    work.columnsTaken |= 1 << column;
    work.rowsTaken |= 3 << start;
    alignment.shorter -= 1;
    count(alignment.atLeast, TOKEN_LIKENESS.sound);
    alignment.matched.push([many[column] ?? 0, many[column] ?? 0]);
  }
}

function neighbours(
  token: number,
  others: readonly number[],
  size: number,
  taken: number,
  table: TokenTable,
): number {
  const { skeleton } = table.at(token);
  if (skeleton.length < 3) return -1;
  for (let start = 0; start + 1 < size; start += 1) {
    if (taken & (3 << start)) continue;
    const [first, second] = [
      table.at(others[start] ?? 0).skeleton,
      table.at(others[start + 1] ?? 0).skeleton,
    ];
    if (first.length + second.length !== skeleton.length || !skeleton.startsWith(first)) continue;
    if (skeleton.endsWith(second)) return start;
  }
  return -1;
}
