/** Two values beside each other: what they share, letter by letter, as they are written and once written one way. */
import { foldText, toNameTokens, toTokenSkeleton } from "../core/index.ts";
import type { FieldValue } from "../intake/index.ts";
import type { DiffPart, ReviewFieldView, SideBySide } from "./review-views.ts";

/** Longer texts are shown whole and compared as a whole: their letters would be a puzzle, not a help. */
const LONGEST = 200;

const NUMBERS = /\p{N}+|\P{N}+/gu;

export type Compared = Pick<ReviewFieldView, "agreement" | "before" | "after">;

export function compareValues(left: FieldValue | undefined, right: FieldValue | undefined): Compared {
  const isAcross = left !== undefined && right !== undefined && isAcrossScripts(left, right);
  const isDate = left?.kind === "date" || right?.kind === "date";
  const [rawLeft, rawRight] = [left?.raw.trim() ?? "", right?.raw.trim() ?? ""];
  // Letters of two scripts have nothing in common but their spaces.
  const before = isAcross
    ? { left: whole(rawLeft, false), right: whole(rawRight, false) }
    : sideBySide(rawLeft, rawRight, isDate);
  if (left === undefined || right === undefined) {
    const after = sideBySide(
      left === undefined ? "" : writtenOneWay(left),
      right === undefined ? "" : writtenOneWay(right),
    );
    return { agreement: "missing", before, after };
  }
  const [one, other] = [left, right].map((value) => writtenOneWay(value, isAcross));
  return {
    agreement: agreementOf(left, right, one === other),
    before,
    after: sideBySide(one ?? "", other ?? "", isDate),
  };
}

function agreementOf(left: FieldValue, right: FieldValue, isOne: boolean): Compared["agreement"] {
  if (left.raw.trim() === right.raw.trim()) return "same";
  if (isOne) return "alike";
  if (left.kind !== "date" || right.kind !== "date") return "differs";
  const [one, other] = [left.time, right.time];
  if (one.earliest === null || one.latest === null || other.earliest === null || other.latest === null)
    return "overlaps";
  return one.earliest <= other.latest && other.earliest <= one.latest ? "overlaps" : "differs";
}

function isAcrossScripts(left: FieldValue, right: FieldValue): boolean {
  const isLatin = ({ raw }: FieldValue) => /\p{Script=Latin}/u.test(raw);
  return isLatin(left) !== isLatin(right);
}

/** One spelling for what readers take as the same; for names of two scripts their consonants, which both write. */
function writtenOneWay(value: FieldValue, isAcross = false): string {
  switch (value.kind) {
    case "date":
      return value.time.edtf;
    case "number":
      return String(value.number);
    case "code":
      return value.code;
    case "name":
    case "place": {
      const { tokens } = toNameTokens(value.text);
      return isAcross ? tokens.map(toTokenSkeleton).join(" ") : tokens.join(" ");
    }
    case "text":
      return foldText(value.text);
  }
}

/** @param isDate - whether years, months and days are compared, and not their digits. */
function sideBySide(left: string, right: string, isDate = false): SideBySide {
  const [one, other] = [left, right].map((text) => (isDate ? (text.match(NUMBERS) ?? []) : [...text]));
  if (one === undefined || other === undefined) return { left: [], right: [] };
  if (left === right) return { left: whole(left, true), right: whole(right, true) };
  if (one.length > LONGEST || other.length > LONGEST)
    return { left: whole(left, false), right: whole(right, false) };
  const [keptLeft, keptRight] = longestShared(one, other);
  return { left: toParts(one, keptLeft), right: toParts(other, keptRight) };
}

function whole(text: string, isShared: boolean): DiffPart[] {
  return text === "" ? [] : [{ text, isShared }];
}

/** Which letters of either belong to their longest common subsequence. @see Wagner and Fischer, 1974. */
function longestShared(one: readonly string[], other: readonly string[]): [boolean[], boolean[]] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const next = lengths[(row + 1) * width + column + 1] ?? 0;
      const down = lengths[(row + 1) * width + column] ?? 0;
      const across = lengths[row * width + column + 1] ?? 0;
      lengths[row * width + column] = one[row] === other[column] ? next + 1 : Math.max(down, across);
    }
  }
  const [left, right] = [one.map(() => false), other.map(() => false)];
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row] === other[column]) {
      left[row] = true;
      right[column] = true;
      row += 1;
      column += 1;
    } else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) {
      row += 1;
    } else column += 1;
  }
  return [left, right];
}

/** Letters that belong together in one piece: Arabic letters join only within one. */
function toParts(letters: readonly string[], isShared: readonly boolean[]): DiffPart[] {
  const parts: { text: string; isShared: boolean }[] = [];
  for (const [index, letter] of letters.entries()) {
    const last = parts.at(-1);
    if (last !== undefined && last.isShared === isShared[index]) last.text += letter;
    else parts.push({ text: letter, isShared: isShared[index] ?? false });
  }
  return parts;
}
