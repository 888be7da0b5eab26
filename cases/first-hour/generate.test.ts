import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readShippedCase } from "../read-shipped-case.ts";
import { generateCaseFiles } from "./generate/case-files.ts";
import { FAMILY_NAMES, MEN_NAMES, type NameTable, WOMEN_NAMES } from "./generate/name-table.ts";
import { RATES } from "./generate/noise.ts";
import { PERSONS_KILLED } from "./generate/population.ts";
import {
  compareCities,
  compareDates,
  compareLatin,
  countNamedPersons,
  firstRecords,
  readCaseFile,
  readLists,
  readTable,
  type Share,
  shareOfPairs,
} from "./measure-noise.ts";

const lists = readLists();
const records = firstRecords(lists);
const persons = readTable("truth/persons.csv").map(
  ([id = "", given = "", family = "", father = "", sex = "", , , city = "", , on = ""]) => ({
    id,
    given,
    family,
    father,
    sex,
    city,
    on: on === "" ? [] : on.split(" "),
  }),
);

/** Within two standard errors of a count of independent draws. */
function expectShare({ count, of }: Share, rate: number): void {
  const error = Math.sqrt((rate * (1 - rate)) / of);
  expect(Math.abs(count / of - rate), `${count} of ${of} against ${rate}`).toBeLessThan(2 * error);
}

describe("the generator of first-hour", () => {
  it("writes the committed files again, byte for byte", () => {
    const files = generateCaseFiles();
    expect([...files.keys()]).toEqual([
      "lists/families.csv",
      "lists/exiles.csv",
      "lists/observers.csv",
      "truth/truth.csv",
      "truth/persons.csv",
    ]);
    for (const [path, text] of files) expect(readCaseFile(path) === text, path).toBe(true);
  });

  it("knows the totals that case.yaml gives as the truth", () => {
    const truth = z
      .looseObject({
        truth: z.object({ personsKilled: z.number(), personsListed: z.number(), personsNamed: z.number() }),
      })
      .parse(readShippedCase("first-hour").config).truth;
    expect(persons.length).toBe(PERSONS_KILLED);
    expect(truth).toEqual({
      personsKilled: persons.length,
      personsListed: persons.filter(({ on }) => on.length > 0).length,
      personsNamed: countNamedPersons(lists),
    });
  });

  it("draws names from tables wide enough, each with two romanisations or more", () => {
    expect(MEN_NAMES.names.length + WOMEN_NAMES.names.length).toBeGreaterThanOrEqual(120);
    expect(WOMEN_NAMES.names.length).toBeGreaterThanOrEqual(50);
    expect(FAMILY_NAMES.names.length).toBeGreaterThanOrEqual(200);
    for (const { names } of [MEN_NAMES, WOMEN_NAMES, FAMILY_NAMES]) {
      expect(new Set(names.map(({ fa }) => fa)).size).toBe(names.length);
      for (const { fa, latin, ar } of names) {
        expect(new Set(latin).size, fa).toBe(latin.length);
        expect([2, 3], fa).toContain(latin.length);
        expect(latin.join(" "), fa).toMatch(/^[A-Za-z' -]+$/u);
        expect(fa).toMatch(/^[\u0621-\u06CC\u200C]+$/u);
        expect(ar, fa).not.toMatch(/[یکگپچژ\u200C]/u);
      }
    }
  });

  it("skews names as real ones are: few common, many rare", () => {
    const { weights } = FAMILY_NAMES;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const topTen = weights.slice(0, 10).reduce((sum, weight) => sum + weight, 0);
    expect(topTen / total).toBeGreaterThan(0.2);
    expect(Math.max(...weights) / total).toBeLessThan(0.1);
  });

  it.each([
    [
      "given and family name",
      (person: Drawn): Pair => [person.given, person.family],
      MEN_NAMES,
      FAMILY_NAMES,
    ],
    ["given and father's name", (person: Drawn): Pair => [person.given, person.father], MEN_NAMES, MEN_NAMES],
    [
      "father's and family name",
      (person: Drawn): Pair => [person.father, person.family],
      MEN_NAMES,
      FAMILY_NAMES,
    ],
  ] as const)("draws %s independently", (_, pairOf, left, right) => {
    const men = persons.filter(({ sex }) => sex === "male").map(pairOf);
    // Five bands of each name, of about equal weight: a table of 16 degrees of freedom.
    const chiSquare = chiSquareOf(men.map(([a, b]) => [bandOf(left, a), bandOf(right, b)]));
    expect(chiSquare).toBeLessThan(CHI_SQUARE_16_AT_ONE_PERCENT);
  });
});

describe("the lists of first-hour", () => {
  it("are read by their recipe without a rejected row", () => {
    for (const [name, list] of lists) {
      expect([name, list.rejected]).toEqual([name, []]);
      expect(list.records.length, name).toBeGreaterThan(200);
      const codes = new Set(list.problems.map(({ code, raw }) => `${code} ${raw}`));
      expect(
        [...codes].filter((code) => !code.startsWith("intake/date-outside")),
        name,
      ).toEqual([]);
    }
  });

  it("write one person in three scripts and two calendars", () => {
    const cells = (list: string) =>
      lists.get(list)?.records.map((record) => Object.values(record.cells).join(" "));
    expect(cells("families")?.every((row) => /[۰-۹]|[\u0621-\u06CC]/u.test(row))).toBe(true);
    expect(cells("exiles")?.every((row) => /^[\u0020-\u007E]+$/u.test(row))).toBe(true);
    expect(cells("observers")?.some((row) => /[گپچژ]/u.test(row))).toBe(false);
    const calendars = [...lists.values()].map(
      (list) =>
        new Set(
          list.records.flatMap(({ fields: { death } }) =>
            death?.kind === "date" ? death.time.calendar : [],
          ),
        ),
    );
    expect(calendars.map((found) => [...found])).toEqual([["solar-hijri"], ["gregorian"], ["gregorian"]]);
  });

  it.each([...lists])("leave a tenth of the records of %s unnamed", (_, list) => {
    const unnamed = list.records.filter((record) => record.fields.name === undefined).length;
    expectShare({ count: unnamed, of: list.records.length }, RATES.unnamed);
  });

  it("spell Latin otherwise for 35 % of the people on both lists that write it", () => {
    const share = shareOfPairs(records, compareLatin);
    expect(share.of).toBeGreaterThan(80);
    expectShare(share, RATES.latinSpelling);
  });

  it("give another city in 37 % of pairs", () => {
    expectShare(shareOfPairs(records, compareCities), RATES.city);
  });

  it("date 20 % of pairs so that both cannot be right", () => {
    expectShare(shareOfPairs(records, compareDates), RATES.date);
  });

  it("name a few people twice on one list", () => {
    const all = [...lists.values()].reduce((sum, list) => sum + list.records.length, 0);
    const twice = all - records.length;
    expect(twice).toBe(readTable("truth/truth.csv").length - records.length);
    expect(twice / all).toBeGreaterThan(0.01);
    expect(twice / all).toBeLessThan(0.04);
  });

  it("hold different shares of the dead, and depend on one another", () => {
    const on = (...names: string[]) =>
      persons.filter((person) => names.every((name) => person.on.includes(name))).length;
    const sizes = ["families", "exiles", "observers"].map((name) => on(name));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const [families = 0, exiles = 0] = sizes;
    expect((on("families", "exiles") * persons.length) / (families * exiles)).toBeGreaterThan(1);
  });
});

type Drawn = (typeof persons)[number];
type Pair = readonly [string, string];

const CHI_SQUARE_16_AT_ONE_PERCENT = 32;
const BANDS = 5;

/** The band that a name falls into, when the table is cut into bands of about equal weight. */
function bandOf({ names, weights }: NameTable, fa: string): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const at = names.findIndex((name) => name.fa === fa);
  const before = weights.slice(0, at).reduce((sum, weight) => sum + weight, 0);
  return Math.min(BANDS - 1, Math.floor((BANDS * before) / total));
}

function chiSquareOf(pairs: readonly (readonly [number, number])[]): number {
  const bands = [...Array(BANDS).keys()];
  const count = (matches: (pair: readonly [number, number]) => boolean) => pairs.filter(matches).length;
  return bands
    .flatMap((row) => bands.map((column) => [row, column] as const))
    .reduce((sum, [row, column]) => {
      const expected = (count(([a]) => a === row) * count(([, b]) => b === column)) / pairs.length;
      const seen = count(([a, b]) => a === row && b === column);
      return sum + (seen - expected) ** 2 / expected;
    }, 0);
}
