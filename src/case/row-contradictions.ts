/** What the rows of one person contradict each other in: what one human being has once, said twice and differently. */
import { editDistanceWithin, soundDistance, toNameTokens, toSounds } from "../core/index.ts";
import type { FieldValue, ListRecord } from "../intake/index.ts";

/**
 * The worst first. `one-list`: two rows of a list that has each person once. `disputed`: reviewers disagree on two of the
 * rows. The others: two dates of death or disappearance, two years of birth, two places, two sexes, two fathers' names.
 */
export const CONTRADICTIONS = ["one-list", "disputed", "date", "birth", "place", "sex", "father"] as const;
export type ContradictionKind = (typeof CONTRADICTIONS)[number];

export interface RowContradiction {
  readonly kind: ContradictionKind;
  /** The field in which they differ; null where it is not what a field says. */
  readonly field: string | null;
  /** The rows that differ, two by two, by their index. */
  readonly pairs: readonly (readonly [left: number, right: number])[];
}

/** What happens once in a life, or once to somebody who disappeared. */
const DATES: ReadonlySet<string> = new Set(["death", "abduction", "arrest"]);
/** Somebody lives, is held or is remembered at several places. */
const SEVERAL_PLACES: ReadonlySet<string> = new Set(["residence", "detention", "commemoration", "address"]);
/** A year of another calendar, or an age, is off by one. */
const YEARS_OFF = 1;
const MS_A_DAY = 86_400_000;

/** The kind of contradiction that two values of a field would be; null where several of them may be true. */
function kindOf(field: string, { kind }: FieldValue): ContradictionKind | null {
  if (kind === "date" && DATES.has(field)) return "date";
  if (field === "birth" || field === "birthYear") return "birth";
  if (kind === "place") return SEVERAL_PLACES.has(field) ? null : "place";
  return field === "sex" || field === "father" ? field : null;
}

export interface ContradictionRules {
  /** Whether each list has each person once. */
  readonly isOnePerList: boolean;
  /** Whether linkage took the values of a field for one, such as two spellings of a town. */
  readonly isAlike: (left: number, right: number, field: string) => boolean;
}

/** Contradictions between rows, the worst first; of one kind by the order of the fields. */
export function findRowContradictions(
  rows: readonly ListRecord[],
  { isOnePerList, isAlike }: ContradictionRules,
): RowContradiction[] {
  const found = new Map<
    string,
    { kind: ContradictionKind; field: string | null; pairs: [number, number][] }
  >();
  const note = (kind: ContradictionKind, field: string | null, pair: [number, number]) => {
    const key = `${kind} ${field ?? ""}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { kind, field, pairs: [pair] });
    else known.pairs.push(pair);
  };
  for (const [left, one] of rows.entries())
    for (let right = left + 1; right < rows.length; right += 1) {
      const other = rows[right];
      if (other === undefined) continue;
      if (isOnePerList && one.list === other.list) note("one-list", null, [left, right]);
      for (const [field, value] of Object.entries(one.fields)) {
        const its = other.fields[field];
        const kind = its === undefined ? null : kindOf(field, value);
        if (its === undefined || kind === null || !areContrary(kind, value, its)) continue;
        // Of a date a slip of one digit is another day all the same.
        if (value.kind !== "date" && isAlike(left, right, field)) continue;
        note(kind, field, [left, right]);
      }
    }
  return [...found.values()].sort(byKind);
}

export function byKind(one: Pick<RowContradiction, "kind">, other: Pick<RowContradiction, "kind">): number {
  return CONTRADICTIONS.indexOf(one.kind) - CONTRADICTIONS.indexOf(other.kind);
}

/** Whether both cannot be true, by what is written; a value of another sort is left to people. */
function areContrary(kind: ContradictionKind, one: FieldValue, other: FieldValue): boolean {
  if (one.raw.trim() === other.raw.trim()) return false;
  if (one.kind === "date" && other.kind === "date") {
    // Two days of birth in one year are a slip; two years are another person, or a lie.
    const [mine, its] = [one, other].map(({ time }) => (kind === "birth" ? yearsOf(time) : daysOf(time)));
    return mine !== undefined && its !== undefined && (mine.last < its.first || its.last < mine.first);
  }
  if (one.kind === "number" && other.kind === "number")
    return Math.abs(one.number - other.number) > YEARS_OFF;
  if (one.kind === "code" && other.kind === "code") return one.code !== other.code;
  return "text" in one && "text" in other && areOtherWords(one.text, other.text);
}

/** Whether no word of one may be a word of the other: `Tehran, Evin` and `اوین` may be one place. */
function areOtherWords(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  return (
    words.length > 0 && others.length > 0 && !words.some((word) => others.some((its) => mayBeOne(word, its)))
  );
}

/** The words, and all of them in one: `سیم پل` is `سیم‌پل`. */
function wordsOf(text: string): string[] {
  const { tokens } = toNameTokens(text);
  return tokens.length > 1 ? [...tokens, tokens.join("")] : [...tokens];
}

/** A vowel or a consonant that ears confuse (`soundDistance`). */
const CONFUSED = 0.5;
/** Shorter words with another letter are other words: حسن and حسین. */
const LONG_WORD = 5;

function mayBeOne(one: string, other: string): boolean {
  if (one === other || soundDistance(toSounds(one), toSounds(other)) <= CONFUSED) return true;
  return Math.min(one.length, other.length) >= LONG_WORD && editDistanceWithin(one, other, 1) <= 1;
}

interface Span {
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** An end that is open may be any day. */
function daysOf({ earliest, latest }: Span) {
  return { first: earliest ?? Number.NEGATIVE_INFINITY, last: latest ?? Number.POSITIVE_INFINITY };
}

function yearsOf(span: Span) {
  const { first, last } = daysOf(span);
  const yearOf = (day: number) => (Number.isFinite(day) ? new Date(day * MS_A_DAY).getUTCFullYear() : day);
  return { first: yearOf(first), last: yearOf(last) };
}
