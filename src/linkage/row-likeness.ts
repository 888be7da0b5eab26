/** How far a row of one release of a list speaks for being a row of the next one: whole points, the same everywhere. */
import { foldText, toNameTokens } from "../core/pure.ts";
import { alignerFor } from "./alignment.ts";
import type { LinkValue } from "./records.ts";
import { TOKEN_LIKENESS, type TokenTable } from "./tokens.ts";

/** A row as it is matched: what its cells say, in typed values. */
export interface ReleaseRow {
  /** What the list itself calls the row; null where only its place in the file does. */
  readonly ownId: string | null;
  /** The cells that both releases have, without the column of ids: equal texts are equal rows. */
  readonly content: string;
  /** The person's own name in each form that the row gives: whole, in Latin letters, given and family together. */
  readonly names: readonly string[];
  /** One value for each other field, the same fields in both releases; null where it says nothing. */
  readonly values: readonly LinkValue[];
}

/** A row with its names cut into tokens once. */
export interface PreparedRow extends ReleaseRow {
  readonly tokens: readonly Int32Array[];
}

export function prepareRow(row: ReleaseRow, table: TokenTable): PreparedRow {
  const tokens = row.names.map((name) => Int32Array.from(toNameTokens(name).tokens, table.idOf));
  return { ...row, tokens: tokens.filter((each) => each.length > 0) };
}

/** From here on two rows are one, where no other row says as much. */
export const ENOUGH = 4;
/** The same where the list's own id does not say so, and a field says something else. */
const ENOUGH_AGAINST = 6;
/** From here on a person must look. */
export const PERHAPS = 2;
/** A row stands above its rivals by this much, or it is not told from them. */
export const MARGIN = 2;

export interface RowLikeness {
  readonly points: number;
  /** True when no points are enough: the names differ, and only a person may say that they are one person's. */
  readonly isForPerson: boolean;
  /** True when the two are one row, unless others say as much. */
  readonly isEnough: boolean;
}

/** The names say: 4 the same, 3 the same in sound, 2 the one is part of the other; missing says nothing. */
const NAME = { same: 4, sound: 3, partOf: 2, sharesOne: -1, other: -4 } as const;

/**
 * Compares two rows. The list's own id counts 2, each other field 2 when equal, 1 when it is of a few words only (half
 * of a list is of one sex), when dates overlap or when numbers are next to each other, −1 when it says something else. Names are compared in whatever script
 * and order they are written.
 *
 * @param isCode - for each value whether it is one of a few words.
 */
export function rowLikenessOf(
  table: TokenTable,
  isCode: readonly boolean[],
): (left: PreparedRow, right: PreparedRow) => RowLikeness {
  const align = alignerFor(table);
  const nameBetween = (left: Int32Array, right: Int32Array): number => {
    const { shorter, longer, atLeast } = align(left, 0, left.length, right, 0, right.length);
    const near = atLeast[TOKEN_LIKENESS.near] ?? 0;
    if (shorter === longer) {
      if ((atLeast[TOKEN_LIKENESS.same] ?? 0) >= shorter) return NAME.same;
      if (near >= shorter) return NAME.sound;
    } else if (shorter > 1 && (atLeast[TOKEN_LIKENESS.sound] ?? 0) >= shorter) return NAME.partOf;
    return near > 0 ? NAME.sharesOne : NAME.other;
  };
  return (left, right) => {
    let name: number | null = null;
    for (const one of left.tokens) {
      for (const other of right.tokens) name = Math.max(name ?? NAME.other, nameBetween(one, other));
    }
    const isSameId = left.ownId !== null && left.ownId === right.ownId;
    let points = (name ?? 0) + (isSameId ? 2 : 0);
    let isAgainst = false;
    for (const [field, value] of left.values.entries()) {
      const added = pointsOf(value, right.values[field] ?? null);
      isAgainst ||= added < 0;
      points += isCode[field] === true ? Math.min(1, added) : added;
    }
    const isForPerson = name !== null && name < NAME.partOf;
    const enough = isAgainst && !isSameId ? ENOUGH_AGAINST : ENOUGH;
    return { points, isForPerson, isEnough: !isForPerson && points >= enough };
  };
}

/** An age is one more after the next birthday. */
const NEAR_NUMBER = 1;

function pointsOf(left: LinkValue, right: LinkValue): number {
  if (left === null || right === null) return 0;
  if ("text" in left && "text" in right) return foldText(left.text) === foldText(right.text) ? 2 : -1;
  if ("number" in left && "number" in right) {
    const difference = Math.abs(left.number - right.number);
    return difference === 0 ? 2 : difference <= NEAR_NUMBER ? 1 : -1;
  }
  if (!("days" in left) || !("days" in right)) return 0;
  const [first, second] = [left.days, right.days];
  if (first[0] === second[0] && first[1] === second[1]) return 2;
  return first[0] <= second[1] && second[0] <= first[1] ? 1 : -1;
}
