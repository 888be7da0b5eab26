/** What each list knows of each person it holds, before it is written down in the list's own way. */
import { daysOf, fromDayNumber } from "../../../src/core/index.ts";
import type { Place } from "./places.ts";
import type { Person } from "./population.ts";
import type { Chance } from "./random.ts";

export type ListName = "families" | "exiles" | "observers";

export const LIST_NAMES: readonly ListName[] = ["families", "exiles", "observers"];

export interface Draft {
  readonly list: ListName;
  readonly person: Person;
  isNamed: boolean;
  /** Index of the romanisation on this list. */
  latin: { readonly given: number; readonly family: number };
  city: Place | null;
  /** The day that the list has, however coarsely it writes it; null when it has none. */
  day: number | null;
  precision: "day" | "month" | "year";
}

/**
 * The chance of standing on a list. It differs by list, and within each by where a person came from: those
 * from far cities reach every list less often, so the lists depend on one another. Women are somewhat better
 * known to the families, and less to the exiles.
 */
const CATCHABILITY: Readonly<
  Record<ListName, { readonly near: number; readonly far: number; readonly female: number }>
> = {
  families: { near: 0.58, far: 0.3, female: 1.15 },
  exiles: { near: 0.47, far: 0.22, female: 0.8 },
  observers: { near: 0.34, far: 0.17, female: 1 },
};

const CALENDAR = { families: "solar-hijri", exiles: "gregorian", observers: "gregorian" } as const;

/** One draft for each list and person caught by it, still without faults of identity. */
export function catchPersons(chance: Chance, persons: readonly Person[]): Draft[] {
  return LIST_NAMES.flatMap((list) =>
    persons
      .filter((person) => chance.isTrue(catchability(list, person)))
      .map((person) => draftOf(chance, list, person)),
  );
}

function catchability(list: ListName, { city, sex }: Person): number {
  const { near, far, female } = CATCHABILITY[list];
  return (city.isFar ? far : near) * (sex === "female" ? female : 1);
}

function draftOf(chance: Chance, list: ListName, person: Person): Draft {
  const precision = chance.pickWeighted(["day", "month", "year", null] as const, [74, 13, 6, 7]);
  return {
    list,
    person,
    isNamed: true,
    latin: person.usualLatin,
    city: chance.isTrue(0.08) ? null : person.city,
    day: precision === null ? null : person.death,
    precision: precision ?? "day",
  };
}

/** First and last day of what the list writes for the date; null when it has none. */
export function daysOfDraft({ list, day, precision }: Draft): readonly [number, number] | null {
  if (day === null) return null;
  if (precision === "day") return [day, day];
  const { year, month } = fromDayNumber(day, CALENDAR[list]);
  return daysOf(precision === "month" ? { year, month } : { year }, CALENDAR[list]);
}

/** The drafts of each person who stands on two lists or more. */
export function onSeveralLists(drafts: readonly Draft[]): Draft[][] {
  const byPerson = new Map<Person, Draft[]>();
  for (const draft of drafts) byPerson.set(draft.person, [...(byPerson.get(draft.person) ?? []), draft]);
  return [...byPerson.values()].filter((group) => group.length > 1);
}
