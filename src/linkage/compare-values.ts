/** Comparing dates, numbers and codes. */
import { editDistanceWithin, foldText, fromDayNumber, toAsciiKey } from "../core/pure.ts";
import type { Column } from "./column.ts";
import { type Comparer, type LevelSpec, levelOf, MISSING_LEVEL, packLevel, rarityOf } from "./comparer.ts";
import type { Days } from "./field-columns.ts";
import { bitsOf, lettersOf } from "./letter-bits.ts";
import { memoOfPairs } from "./pair-memo.ts";
import type { LinkComparison } from "./settings.ts";

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

/** Distinct dates in typed arrays: the interval, and of its first day the parts and the digits, four bits each. */
export interface DayValues {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly year: Int32Array;
  /** Month and day as `month * 32 + day`. */
  readonly inYear: Int32Array;
  readonly digits: Int32Array;
}

export function toDayValues(values: readonly Days[]): DayValues {
  const dates = values.map(([first, last]) => (first === last ? fromDayNumber(first) : null));
  return {
    first: Int32Array.from(values, ([first]) => first),
    last: Int32Array.from(values, ([, last]) => last),
    year: Int32Array.from(dates, (date) => date?.year ?? 0),
    inYear: Int32Array.from(dates, (date) => (date?.month ?? 0) * 32 + (date?.day ?? 0)),
    digits: Int32Array.from(dates, (date) => {
      const { year = 0, month = 0, day = 0 } = date ?? {};
      // Read as hexadecimal each decimal digit has four bits of its own; a year of other length is cut alike.
      return Number.parseInt(`${Math.abs(year) % 10_000}${two(month)}${two(day)}`, 16) | 0;
    }),
  };
}

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * Dates as intervals: precise days are compared part by part, imprecise ones agree when they overlap. A month or
 * a year that contains the other's day is agreement of its own, weaker kind, never equality.
 */
export function compareDays(days: DayValues, left: number, right: number): number {
  const { first, last } = days;
  const leftFirst = first[left] ?? 0;
  const leftLast = last[left] ?? 0;
  const rightFirst = first[right] ?? 0;
  const rightLast = last[right] ?? 0;
  const widest = Math.max(leftLast - leftFirst, rightLast - rightFirst);
  const gap = Math.max(leftFirst - rightLast, rightFirst - leftLast, 0);
  if (widest === 0) {
    if (gap === 0) return DATE["same-day"];
    const parts = compareParts(days, left, right);
    if (parts !== 0 && parts !== DATE["same-day-of-year"]) return parts;
    if (gap <= CLOSE_DAYS) return DATE["within-days"];
    if (parts !== 0) return parts;
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
 * place; or one of year, month and day is another. 0 when nothing of the kind.
 */
function compareParts({ year, inYear, digits }: DayValues, left: number, right: number): number {
  const sameYear = year[left] === year[right];
  const one = inYear[left] ?? 0;
  const other = inYear[right] ?? 0;
  if (sameYear) {
    if (one >>> 5 === (other & 31) && (one & 31) === other >>> 5) return DATE["one-slip"];
    if (one >>> 5 !== other >>> 5 && (one & 31) !== (other & 31)) return 0;
  } else if (one !== other) return 0;
  if (isOneSlip(digits[left] ?? 0, digits[right] ?? 0)) return DATE["one-slip"];
  return sameYear ? DATE["one-part-differs"] : DATE["same-day-of-year"];
}

/** Whether two numbers of as many digits, four bits each, differ in one digit or in two neighbours turned. */
function isOneSlip(left: number, right: number): boolean {
  const differing = left ^ right;
  const place = (31 - Math.clz32(differing & -differing)) & ~3;
  const rest = (differing >>> place) & ~15;
  if (rest === 0) return true;
  if (place > 24 || rest >>> 8 !== 0) return false;
  const one = (left >>> place) & 255;
  const other = (right >>> place) & 255;
  return one >>> 4 === (other & 15) && (one & 15) === other >>> 4;
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
export function compareNumbers(first: number, second: number): number {
  const difference = Math.abs(first - second);
  if (difference === 0) return 1;
  if (difference <= 1) return 2;
  if (difference <= 3) return 3;
  // A tenth of a calendar year would be two centuries: years stop at three.
  const isNear = difference <= 0.1 * Math.max(Math.abs(first), Math.abs(second)) && Math.abs(first) < 1000;
  return isNear ? 4 : 5;
}

const CODE_LEVELS: readonly LevelSpec[] = [
  { name: "missing", expectedM: 0 },
  { name: "equal", expectedM: 0.85 },
  { name: "one-slip", expectedM: 0.06 },
  { name: "two-slips", expectedM: 0.02 },
  { name: "different", expectedM: 0.07 },
];

/** Codes and identifiers of a closed set; slips count only in those of four signs or more. */
function compareCodes(first: string, second: string): number {
  const shorter = Math.min(first.length, second.length);
  if (shorter < 4) return 4;
  const slips = editDistanceWithin(first, second, 2);
  if (slips <= 1) return 2;
  return slips === 2 && shorter >= 6 ? 3 : 4;
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

/** A comparison of dates, numbers or codes as plain data: what is known of each distinct value, and of records. */
export interface ValueComparison {
  readonly sort: "value";
  readonly comparison: LinkComparison;
  readonly column: Pick<Column<unknown>, "ids" | "counts" | "known">;
  readonly values:
    | { readonly kind: "date"; readonly days: DayValues }
    | { readonly kind: "number"; readonly numbers: Float64Array }
    | { readonly kind: "code"; readonly codes: readonly string[] };
}

/** The comparison of dates, numbers or codes. */
export function valueComparer({ comparison, column, values }: ValueComparison): Comparer {
  switch (values.kind) {
    case "date": {
      const { days } = values;
      const isConflict = (level: number) => level >= DATE["within-five-years"];
      return bound(comparison, column, DATE_LEVELS, isConflict, (left, right) =>
        compareDays(days, left, right),
      );
    }
    case "number": {
      const { numbers } = values;
      return bound(
        ...([comparison, column, NUMBER_LEVELS] as const),
        (level) => level === 5,
        (left, right) => compareNumbers(numbers[left] ?? 0, numbers[right] ?? 0),
      );
    }
    case "code":
      return codeComparer(comparison, column, values.codes);
  }
}

const MOST_SHARING = 4;
/** Likeness of so many pairs of codes is remembered. */
const MOST_REMEMBERED = 1 << 15;
const LONGEST = 60;

function codeComparer(
  comparison: LinkComparison,
  column: ValueComparison["column"],
  codes: readonly string[],
): Comparer {
  const letters = Int32Array.from(codes, lettersOf);
  const lengths = Uint8Array.from(codes, (code) => Math.min(code.length, 255));
  const remembered = memoOfPairs(MOST_REMEMBERED, (left, right) =>
    compareCodes(codes[left] ?? "", codes[right] ?? ""),
  );
  const compareValues = (left: number, right: number): number => {
    if (left === right) return 1;
    const length = lengths[left] ?? 0;
    const other = lengths[right] ?? 0;
    if (length < 4 || other < 4) return 4;
    if (length <= LONGEST && other <= LONGEST) {
      // Two slips bring at most two letters that the other code lacks.
      const here = letters[left] ?? 0;
      const there = letters[right] ?? 0;
      if (Math.abs(length - other) > 2 || bitsOf(here & ~there) > 2 || bitsOf(there & ~here) > 2) return 4;
    }
    return remembered(left, right);
  };
  // An identifier: the value that two records share is on few others.
  const leastRarity = Math.log2(Math.max(16, column.known) / MOST_SHARING) * 1000;
  return {
    ...bound(comparison, column, CODE_LEVELS, (level) => level === 4, compareValues),
    isIdentifier: (packed) => levelOf(packed) === 1 && rarityOf(packed) >= leastRarity - 1,
  };
}

/** A comparison whose level 1 is equality, which alone proves by rarity. */
function bound(
  comparison: LinkComparison,
  { ids, counts, known }: ValueComparison["column"],
  levels: readonly LevelSpec[],
  isConflict: (level: number) => boolean,
  compareValues: (left: number, right: number) => number,
): Comparer {
  const ofItself = counts.map((count, value) => {
    const level = compareValues(value, value);
    return level === 1 && comparison.termFrequency ? packLevel(1, count / known) : level;
  });
  const answer = (first: number, second: number): number =>
    first === second ? (ofItself[first] ?? 1) : compareValues(first, second);
  const compare = (left: number, right: number): number => {
    const first = ids[left] ?? -1;
    const second = ids[right] ?? -1;
    return first < 0 || second < 0 ? MISSING_LEVEL : answer(first, second);
  };
  return {
    name: comparison.name,
    fields: comparison.fields,
    levels,
    compare,
    compareMany(left, right, count, out, offset, stride) {
      for (let pair = 0; pair < count; pair += 1) {
        out[offset + pair * stride] = compare(left[pair] ?? 0, right[pair] ?? 0);
      }
    },
    pieces: { ids, compareValues: answer, swap: null },
    mayForbid: comparison.hardConflict,
    forbids: (level) => comparison.hardConflict && isConflict(level),
  };
}
