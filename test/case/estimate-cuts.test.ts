/** Lower bounds of a linked case at each cut and of each group: those of everybody are the recorded one of the same persons. */
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { shownOf } from "./open-as.ts";
import { must } from "./two-lists.ts";

let folder = "";

beforeAll(async () => {
  folder = temporaryFolder("estimate-cuts");
  await must(inquest(folder, "init", "c", "--title", "Invented", "--fictional", "--quiet"));
  const from = join(repository, "cases", "first-hour");
  await must(inquest(folder, "build", from, "--case", "c", "--quiet"));
});

test("each cut of the link has its lower bound, the recorded one at the link's own", async () => {
  const { cuts, table } = await shownOf(folder, async (reader) => ({
    cuts: (await reader.linkCuts("en")).cuts,
    table: reader.estimate("en").tables[0],
  }));
  const recorded = table?.methods.find(({ name }) => name === "chao");
  const own = cuts.find(({ isOwn }) => isOwn)?.lowerBound;
  expect(own?.point).toBeCloseTo(recorded?.point ?? Number.NaN, 8);
  expect(own?.interval?.[0]).toBeCloseTo(recorded?.interval?.[0] ?? Number.NaN, 8);
  const bounds = cuts.map(({ lowerBound }) => lowerBound?.point ?? 0);
  // Fewer links leave more persons on one list alone.
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  expect(bounds.at(-1)).toBeGreaterThan(bounds[0] ?? 0);
});

test("groups of the linked persons are those of every list, whatever it writes, and hold everybody once", async () => {
  const { table, ways, places, sexes, months } = await shownOf(folder, (reader) => ({
    table: reader.estimate("en").tables[0],
    ways: reader.strata(undefined, "en").ways.map(({ id }) => id),
    places: reader.strata("place", "en"),
    sexes: reader.strata("sex", "fa"),
    months: reader.strata("death.month.solar-hijri", "fa"),
  }));
  expect(ways).toEqual(expect.arrayContaining(["sex", "age", "death.year", "place"]));
  // A column of one list alone, such as the names in Latin letters of the families' list, divides nobody.
  expect(ways).not.toContain("nameLatin");
  const recorded = table?.methods.find(({ name }) => name === "chao");
  for (const view of [places, sexes, months]) {
    const persons = view.strata.reduce((sum, stratum) => sum + stratum.persons, 0);
    expect(persons + view.unrecorded + view.others.persons).toBe(table?.n);
    expect(view.all?.lowerBound?.point).toBeCloseTo(recorded?.point ?? Number.NaN, 8);
    for (const { persons: count, seenOn, lowerBound } of view.strata) {
      expect(seenOn.reduce((sum, on) => sum + on, 0)).toBe(count);
      if (lowerBound !== null) expect(lowerBound.point).toBeGreaterThanOrEqual(count);
    }
  }
  // Twelve cities, written in three scripts; one in an Arabic spelling that no ear takes for it.
  expect([places.strata.length, places.others.groups]).toEqual([13, 0]);
  expect([places.differing, places.unrecorded]).toEqual([48, 36]);
  const norvand = places.strata.find(({ label }) => label === "Norvand");
  expect(norvand?.written).toEqual(expect.arrayContaining(["نوروند", "نورفند"]));
  expect(sexes.strata.map(({ label }) => label)).toEqual(["مرد", "زن"]);
  expect(months.strata.map(({ label }) => label)).toContain("مرداد ۱۳۶۴");
});

test("a way that the lists do not offer is refused with those that they do", async () => {
  await expect(shownOf(folder, (reader) => reader.strata("religion", "en"))).rejects.toThrow(
    /do not divide by "religion".*sex/u,
  );
});
