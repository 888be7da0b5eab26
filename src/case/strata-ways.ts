/** By what the persons of linked lists can be divided into groups: what every list tells of them. */
import { type Calendar, COMPUTED_DAYS, foldText, fromDayNumber } from "../core/index.ts";
import type { FieldKind, FieldValue } from "../intake/index.ts";

const PERIODS = ["year", "month"] as const;
export type Period = (typeof PERIODS)[number];

/** One way to divide them. */
export interface Way {
  /** `sex`, `age`, `death.year`, `death.month.solar-hijri`. */
  readonly id: string;
  readonly field: string;
  readonly kind: FieldKind;
  /** Of dates: by what of which calendar. */
  readonly period: { readonly by: Period; readonly calendar: Calendar } | null;
}

/** Years of age at which groups begin: children, and adults in spans that lists of victims are told apart by. */
export const AGES = [0, 18, 30, 45, 60] as const;

const CALENDARS = ["gregorian", "solar-hijri"] as const satisfies readonly Calendar[];
/** Whole words of rows that say something of one person alone make no groups. */
const WORDS: ReadonlySet<string> = new Set([
  ...["place", "province", "birthPlace", "deathPlace", "arrestPlace", "residence", "detention", "burial"],
  ...["occupation", "organisation", "ethnicity", "religion", "nationality", "status", "cause"],
]);

/** The ways that a field offers; none for names, notes, coordinates and what else is of each person alone. */
export function waysOf(field: string, kind: FieldKind): readonly Way[] {
  const isAge = field === "age" && kind === "number";
  const areWords = WORDS.has(field) && (kind === "place" || kind === "text");
  if (kind === "code" || isAge || areWords) return [{ id: field, field, kind, period: null }];
  if (kind !== "date") return [];
  return PERIODS.flatMap((by) =>
    CALENDARS.map((calendar) => ({
      id: [field, by, ...(calendar === "gregorian" ? [] : [calendar])].join("."),
      ...{ field, kind },
      period: { by, calendar },
    })),
  );
}

/**
 * The group into which a value falls, as a text: a code, the age at which a span begins, `1985` or `1985-09`, folded words.
 * Null where it does not tell: a time that may be of two years is of neither.
 */
export function groupOf(value: FieldValue | undefined, { kind, period }: Way): string | null {
  if (value?.kind !== kind) return null;
  if (value.kind === "code") return value.code;
  if (value.kind === "number") return String(AGES.findLast((from) => value.number >= from) ?? AGES[0]);
  if (value.kind !== "date") return foldText(value.text);
  const { earliest, latest } = value.time;
  if (period === null || earliest === null || latest === null) return null;
  const [first, last] = [earliest, latest].map((day) => periodOf(day, period));
  return first === last ? (first ?? null) : null;
}

function periodOf(day: number, { by, calendar }: NonNullable<Way["period"]>): string | null {
  const computed = COMPUTED_DAYS[calendar];
  if (day < computed.first || day > computed.last) return null;
  const { year, month } = fromDayNumber(day, calendar);
  return by === "year" ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
}
