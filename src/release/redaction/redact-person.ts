/** A person as a release may show them: what profile and visibility let out, contradictions side by side. */
import { compareText, toIsoDay } from "../../core/index.ts";
import type { FieldName, FieldValue } from "../../intake/index.ts";
import type { DateFineness, RedactionProfile } from "./profile.ts";
import { initialsOf, type Visibility } from "./visibility.ts";

/** One row of a list about the person. */
export interface RowOfPerson {
  readonly list: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export interface PersonToRelease {
  readonly id: string;
  /** Every spelling, those that are not in Latin script first. */
  readonly names: readonly string[];
  readonly rows: readonly RowOfPerson[];
}

export interface ReleasedFact {
  readonly field: FieldName;
  /** Each value that a list gives, in the order of the text, with the lists that give it. */
  readonly values: readonly { readonly text: string; readonly lists: readonly string[] }[];
}

export interface ReleasedPerson {
  /** Null where the person is shown by initials: an id made of the rows would confirm a guess at them. */
  readonly id: string | null;
  readonly visibility: Exclude<Visibility, "counted" | "withheld">;
  /** Names, or initials. */
  readonly names: readonly string[];
  readonly facts: readonly ReleasedFact[];
}

/**
 * @param holdsName - whether words name somebody who is not to be named: such a value stays.
 * @returns null for somebody who is counted or withheld, and for one without a name whose visibility is by name.
 */
export function redactPerson(
  person: PersonToRelease,
  visibility: Visibility,
  profile: RedactionProfile,
  holdsName: (text: string) => boolean = () => false,
): ReleasedPerson | null {
  if (visibility === "counted" || visibility === "withheld") return null;
  const { id, names } = person;
  if (visibility === "initials") {
    const initials = [...new Set(names.map(initialsOf))].filter((text) => text !== "");
    return initials.length === 0 ? null : { id: null, visibility, names: initials, facts: [] };
  }
  if (visibility === "name") return names.length === 0 ? null : { id, visibility, names, facts: [] };
  return { id, visibility, names, facts: factsOf(person, profile, holdsName) };
}

function factsOf(
  { rows }: PersonToRelease,
  profile: RedactionProfile,
  holdsName: (text: string) => boolean,
): ReleasedFact[] {
  const facts: ReleasedFact[] = [];
  for (const field of [...profile.fields, ...datesOf(profile)]) {
    const lists = new Map<string, Set<string>>();
    for (const row of rows) {
      const value = Object.hasOwn(row.fields, field) ? row.fields[field] : undefined;
      const text = value === undefined ? null : textOf(value, profile.dates[field]);
      if (text !== null && !holdsName(text)) lists.set(text, (lists.get(text) ?? new Set()).add(row.list));
    }
    const values = [...lists].map(([text, from]) => ({ text, lists: [...from].sort() }));
    if (values.length > 0) facts.push({ field, values: values.sort((a, b) => compareText(a.text, b.text)) });
  }
  return facts;
}

function datesOf({ dates }: RedactionProfile): FieldName[] {
  return FIELDS_OF_DATES.filter((field) => dates[field] !== undefined);
}

const FIELDS_OF_DATES = [
  "birth",
  "arrest",
  "abduction",
  "lastSeen",
  "death",
] as const satisfies readonly FieldName[];

/** A date without its fineness is let out by nobody. */
function textOf(value: FieldValue, fineness: DateFineness | undefined): string | null {
  switch (value.kind) {
    case "date":
      return fineness === undefined ? null : coarseDate(value.time, fineness);
    case "number":
      return String(value.number);
    case "code":
      return value.code;
    default:
      return value.text;
  }
}

/** As EDTF, no finer than asked for: `1988`, `1988-07/1988-08`. Null for a date of which nothing is known. */
export function coarseDate(
  {
    edtf,
    earliest,
    latest,
  }: { readonly edtf: string; readonly earliest: number | null; readonly latest: number | null },
  fineness: DateFineness,
): string | null {
  if (earliest === null && latest === null) return null;
  if (fineness === "day") return edtf;
  const length = fineness === "month" ? "1988-07".length : "1988".length;
  const [first, last] = [earliest, latest].map((day) =>
    day === null ? ".." : toIsoDay(day).slice(0, length),
  );
  return first === last ? (first ?? null) : `${first}/${last}`;
}
