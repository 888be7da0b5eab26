/** Comparing dates, numbers and codes. */
import { editDistanceWithin, foldText, fromDayNumber, toAsciiKey } from "../core/pure.ts";
import type { Column } from "./column.ts";
import { type Comparer, type LevelSpec, levelOf, MISSING_LEVEL, packLevel, rarityOf } from "./comparer.ts";
import { memoOfPairs } from "./pair-memo.ts";
import type { LinkComparison } from "./settings.ts";

/** A closed interval of whole days since 1970-01-01. */
export type Days = readonly [first: number, last: number];

const DATE_LEVELS = [
  { name: "missing", expectedM: 0 },
  { name: "same-day", expectedM: 0.58 },
  { name: "one-slip", expectedM: 0.07 },
  { name: "one-part-differs", expectedM: 0.04 },
  { name: "within-days", expectedM: 0.05 },
  { name: "same-month-imprecise", expectedM: 0.07 },
  { name: "same-year-imprecise", expectedM: 0.07 },
  { name: "overlaps-widely", expectedM: 0.03 },
  { name: "same-day-of-year", expectedM: 0.01 },
  { name: "within-a-month", expectedM: 0.03 },
  { name: "within-a-year", expectedM: 0.03 },
  { name: "within-five-years", expectedM: 0.01 },
  { name: "conflict", expectedM: 0.01 },
] as const satisfies readonly LevelSpec[];

const DATE = Object.fromEntries(DATE_LEVELS.map(({ name }, index) => [name, index])) as Record<
  (typeof DATE_LEVELS)[number]["name"],
  number
>;

const CLOSE_DAYS = 5;

/**
 * Dates as intervals: precise days are compared part by part, imprecise ones agree when they overlap. A month or
 * a year that contains the other's day is agreement of its own, weaker kind, never equality.
 */
export function dateComparer(comparison: LinkComparison, column: Column<Days>): Comparer {
  const compareValues = memoOfPairs(column.values.length, (left, right) => {
    const level = compareDays(column.values[left] ?? [0, 0], column.values[right] ?? [0, 0]);
    return level === 1 ? packLevel(1, (column.counts[left] ?? 1) / column.known) : packLevel(level);
  });
  return valueComparer(
    comparison,
    column,
    DATE_LEVELS,
    compareValues,
    (level) => level >= DATE["within-five-years"],
  );
}

function compareDays(left: Days, right: Days): number {
  const widest = Math.max(left[1] - left[0], right[1] - right[0]);
  const gap = Math.max(left[0] - right[1], right[0] - left[1], 0);
  if (widest === 0) {
    if (gap === 0) return DATE["same-day"];
    const parts = compareParts(left[0], right[0]);
    if (parts !== null && parts !== DATE["same-day-of-year"]) return parts;
    if (gap <= CLOSE_DAYS) return DATE["within-days"];
    if (parts !== null) return parts;
  } else if (gap === 0) {
    if (widest <= 31) return DATE["same-month-imprecise"];
    return widest <= 366 ? DATE["same-year-imprecise"] : DATE["overlaps-widely"];
  }
  if (gap <= 31) return DATE["within-a-month"];
  if (gap <= 366) return DATE["within-a-year"];
  return gap <= 1827 ? DATE["within-five-years"] : DATE.conflict;
}

/**
 * The slips of a pen between two days: one digit, two neighbouring digits turned, day and month in each other's
 * place; or one of year, month and day is another. Null when nothing of the kind.
 */
function compareParts(left: number, right: number): number | null {
  const [a, b] = [fromDayNumber(left), fromDayNumber(right)];
  const sameYear = a.year === b.year;
  if (sameYear && a.month === b.day && a.day === b.month) return DATE["one-slip"];
  const equal = (sameYear ? 1 : 0) + (a.month === b.month ? 1 : 0) + (a.day === b.day ? 1 : 0);
  if (equal < 2) return null;
  const isSlip = editDistanceWithin(toDigits(a), toDigits(b), 1) <= 1;
  if (isSlip) return DATE["one-slip"];
  return sameYear ? DATE["one-part-differs"] : DATE["same-day-of-year"];
}

function toDigits({ year, month, day }: ReturnType<typeof fromDayNumber>): string {
  return `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
}

const NUMBER_LEVELS: readonly LevelSpec[] = [
  { name: "missing", expectedM: 0 },
  { name: "equal", expectedM: 0.75 },
  { name: "within-one", expectedM: 0.12 },
  { name: "within-three", expectedM: 0.05 },
  { name: "within-ten-percent", expectedM: 0.03 },
  { name: "different", expectedM: 0.05 },
];

/** Numbers such as ages and years. */
export function numberComparer(comparison: LinkComparison, column: Column<number>): Comparer {
  const compareValues = memoOfPairs(column.values.length, (left, right) => {
    const [first = 0, second = 0] = [column.values[left], column.values[right]];
    const difference = Math.abs(first - second);
    if (difference === 0) return packLevel(1, (column.counts[left] ?? 1) / column.known);
    if (difference <= 1) return packLevel(2);
    if (difference <= 3) return packLevel(3);
    // A tenth of a calendar year would be two centuries: years stop at three.
    const isNear = difference <= 0.1 * Math.max(Math.abs(first), Math.abs(second)) && Math.abs(first) < 1000;
    return packLevel(isNear ? 4 : 5);
  });
  return valueComparer(comparison, column, NUMBER_LEVELS, compareValues, (level) => level === 5);
}

const CODE_LEVELS: readonly LevelSpec[] = [
  { name: "missing", expectedM: 0 },
  { name: "equal", expectedM: 0.85 },
  { name: "one-slip", expectedM: 0.06 },
  { name: "two-slips", expectedM: 0.02 },
  { name: "different", expectedM: 0.07 },
];

const MOST_SHARING = 4;

/** Codes and identifiers of a closed set; slips count only in those of four signs or more. */
export function codeComparer(comparison: LinkComparison, column: Column<string>): Comparer {
  const compareValues = memoOfPairs(column.values.length, (left, right) => {
    if (left === right) return packLevel(1, (column.counts[left] ?? 1) / column.known);
    const [first = "", second = ""] = [column.values[left], column.values[right]];
    if (Math.min(first.length, second.length) < 4) return packLevel(4);
    const slips = editDistanceWithin(first, second, 2);
    if (slips <= 1) return packLevel(2);
    return packLevel(slips === 2 && Math.min(first.length, second.length) >= 6 ? 3 : 4);
  });
  // An identifier: the value that two records share is on few others.
  const leastRarity = Math.log2(Math.max(16, column.known) / MOST_SHARING) * 1000;
  return {
    ...valueComparer(comparison, column, CODE_LEVELS, compareValues, (level) => level === 4),
    isIdentifier: (packed) => levelOf(packed) === 1 && rarityOf(packed) >= leastRarity - 1,
  };
}

/** A code as its ASCII key. */
export function toCode(text: string): string | null {
  const key = toAsciiKey(text);
  return key === "" ? null : key;
}

const FEMALE = new Set([
  "f",
  "female",
  "woman",
  "girl",
  "زن",
  "ز",
  "مونث",
  "دختر",
  "انثی",
  "femenino",
  "mujer",
  "femme",
]);
const MALE = new Set([
  "m",
  "male",
  "man",
  "boy",
  "مرد",
  "م",
  "مذکر",
  "پسر",
  "ذکر",
  "masculino",
  "hombre",
  "homme",
  "varon",
]);

/** "f", "m", or the word itself when it is neither. */
export function toSex(text: string): string | null {
  const word = foldText(text);
  if (FEMALE.has(word)) return "f";
  return MALE.has(word) ? "m" : toCode(text);
}

function valueComparer(
  comparison: LinkComparison,
  column: Column<unknown>,
  levels: readonly LevelSpec[],
  compareValues: (left: number, right: number) => number,
  isConflict: (level: number) => boolean,
): Comparer {
  const { ids } = column;
  const answer = (first: number, second: number): number => {
    const packed = compareValues(first, second);
    return comparison.termFrequency ? packed : levelOf(packed);
  };
  return {
    name: comparison.name,
    fields: comparison.fields,
    levels,
    compare(left, right) {
      const [first = -1, second = -1] = [ids[left], ids[right]];
      return first < 0 || second < 0 ? MISSING_LEVEL : answer(first, second);
    },
    pieces: { ids, compareValues: answer, swap: null },
    forbids: (level) => comparison.hardConflict && isConflict(level),
  };
}
