/** Two names laid beside each other, token by token, in whatever order they are written. */
import { TOKEN_LIKENESS, type TokenTable } from "./tokens.ts";

export interface Alignment {
  /** Tokens of the name with fewer tokens. */
  readonly shorter: number;
  readonly longer: number;
  /** How many of the shorter's tokens found a partner at least this alike, indexed by `TOKEN_LIKENESS`. */
  readonly atLeast: readonly number[];
  /** Ids of the tokens that found a partner at least `near`, with that partner (itself where it was two tokens). */
  readonly matched: readonly (readonly [number, number])[];
}

/**
 * The best greedy one-to-one alignment: the most alike tokens first, ties by position, so the result does not
 * depend on which name is left. A token may also match two neighbours written apart (محمدرضا, Mohammad Reza).
 */
export function alignTokens(left: readonly number[], right: readonly number[], table: TokenTable): Alignment {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const fewTaken = new Array<boolean>(few.length).fill(false);
  const manyTaken = new Array<boolean>(many.length).fill(false);
  const atLeast = [0, 0, 0, 0, 0, 0];
  const matched: (readonly [number, number])[] = [];
  let shorter = few.length;
  let longer = many.length;

  const count = (likeness: number): void => {
    for (let level = 0; level <= likeness; level += 1) atLeast[level] = (atLeast[level] ?? 0) + 1;
  };
  const takeAll = (likeness: number): void => {
    for (const [row, token] of few.entries()) {
      if (fewTaken[row]) continue;
      for (const [column, other] of many.entries()) {
        if (manyTaken[column] || table.likeness(token, other) !== likeness) continue;
        fewTaken[row] = true;
        manyTaken[column] = true;
        count(likeness);
        if (likeness >= TOKEN_LIKENESS.near) matched.push([token, other]);
        break;
      }
    }
  };
  takeAll(TOKEN_LIKENESS.same);
  takeAll(TOKEN_LIKENESS.sound);
  for (const [tokens, taken, others, othersTaken] of [
    [few, fewTaken, many, manyTaken],
    [many, manyTaken, few, fewTaken],
  ] as const) {
    for (const [row, token] of tokens.entries()) {
      const start = taken[row] ? -1 : adjacentStart(token, others, othersTaken, table);
      if (start < 0) continue;
      taken[row] = true;
      othersTaken[start] = true;
      othersTaken[start + 1] = true;
      count(TOKEN_LIKENESS.sound);
      matched.push([token, token]);
      // Two tokens written apart are one word here, so the name that has them is one token shorter.
      if (others === many) longer -= 1;
      else shorter -= 1;
    }
  }
  for (let likeness: number = TOKEN_LIKENESS.near; likeness >= TOKEN_LIKENESS.resembles; likeness -= 1)
    takeAll(likeness);
  return { shorter: Math.min(shorter, longer), longer: Math.max(shorter, longer), atLeast, matched };
}

/** Where two free neighbours together have the token's skeleton, or -1. */
function adjacentStart(
  token: number,
  others: readonly number[],
  taken: readonly boolean[],
  table: TokenTable,
): number {
  const { skeleton } = table.at(token);
  for (let start = 0; start + 1 < others.length; start += 1) {
    const [first, second] = [others[start], others[start + 1]];
    if (taken[start] || taken[start + 1] || first === undefined || second === undefined) continue;
    if (table.at(first).skeleton + table.at(second).skeleton === skeleton && skeleton.length > 1)
      return start;
  }
  return -1;
}
