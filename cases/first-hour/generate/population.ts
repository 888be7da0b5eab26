/** Everyone who was killed in the invented massacre: the truth that no list holds whole. */
import { toDayNumber } from "../../../src/core/index.ts";
import {
  FAMILY_NAMES,
  MEN_NAMES,
  type Name,
  type NameTable,
  ROMANISATION_WEIGHTS,
  WOMEN_NAMES,
} from "./name-table.ts";
import { CITIES, type Place, PRISONS } from "./places.ts";
import type { Chance } from "./random.ts";

export const PERSONS_KILLED = 812;

export interface Person {
  readonly id: string;
  readonly sex: "female" | "male";
  readonly given: Name;
  readonly family: Name;
  readonly father: Name;
  /** Index of the romanisation that the person's own papers use. */
  readonly usualLatin: { readonly given: number; readonly family: number };
  /** Called سید: an honorific that some lists write and others leave out. */
  readonly isSeyyed: boolean;
  readonly age: number;
  /** Days since 1970-01-01. */
  readonly death: number;
  readonly city: Place;
  readonly prison: Place;
}

/** Nights of the killings: first day, last day, share of the dead. */
const WAVES = [
  { from: "1985-08-05", to: "1985-08-12", weight: 45 },
  { from: "1985-08-20", to: "1985-08-27", weight: 30 },
  { from: "1985-09-10", to: "1985-09-28", weight: 25 },
] as const;

const AGES = [
  { from: 17, to: 19, weight: 8 },
  { from: 20, to: 24, weight: 34 },
  { from: 25, to: 29, weight: 28 },
  { from: 30, to: 39, weight: 20 },
  { from: 40, to: 64, weight: 10 },
] as const;

/** Given name, family name and father's name are drawn each on its own. */
export function drawPopulation(chance: Chance): Person[] {
  return Array.from({ length: PERSONS_KILLED }, (_, index) => drawPerson(chance, index + 1));
}

function drawPerson(chance: Chance, number: number): Person {
  const sex = chance.isTrue(0.16) ? "female" : "male";
  const given = drawName(chance, sex === "female" ? WOMEN_NAMES : MEN_NAMES);
  const family = drawName(chance, FAMILY_NAMES);
  const father = drawName(chance, MEN_NAMES);
  const age = weighted(chance, AGES);
  const wave = weighted(chance, WAVES);
  return {
    id: `P${String(number).padStart(4, "0")}`,
    sex,
    given,
    family,
    father,
    usualLatin: { given: drawRomanisation(chance, given), family: drawRomanisation(chance, family) },
    isSeyyed: sex === "male" && chance.isTrue(0.06),
    age: chance.between(age.from, age.to),
    death: chance.between(dayOf(wave.from), dayOf(wave.to)),
    city: weighted(chance, CITIES),
    prison: weighted(chance, PRISONS),
  };
}

function drawName(chance: Chance, { names, weights }: NameTable): Name {
  return chance.pickWeighted(names, weights);
}

function drawRomanisation(chance: Chance, name: Name): number {
  return chance.pickWeighted([...name.latin.keys()], ROMANISATION_WEIGHTS);
}

function weighted<T extends { readonly weight: number }>(chance: Chance, items: readonly T[]): T {
  return chance.pickWeighted(
    items,
    items.map((item) => item.weight),
  );
}

function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return toDayNumber({ year, month, day });
}
