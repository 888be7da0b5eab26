import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateClusters } from "./evaluate.ts";
import { fictionalLists } from "./fictional-lists.ts";
import { linkRecords } from "./link-records.ts";
import type { LinkInput } from "./records.ts";
import { settingsFor } from "./settings.ts";

const fields = [
  { name: "name", kind: "name" },
  { name: "father", kind: "name" },
  { name: "death", kind: "date" },
] as const;
const settings = settingsFor(fields);

/** Records of two lists in turn, each with its own name unless given one. */
function inputOf(count: number, nameOf = (index: number) => `Name${index} Family${index}`): LinkInput {
  return {
    fields,
    records: Array.from({ length: count }, (_, index) => ({
      list: index % 2 === 0 ? "one" : "two",
      recordId: String(index),
      values: [nameOf(index) === "" ? null : { text: nameOf(index) }, null, null],
    })),
  };
}

const evaluate = (clusters: string, truth: string, input = inputOf(truth.length)) =>
  evaluateClusters(input, settings, [...clusters], [...truth], { draws: 200 });

describe("evaluateClusters", () => {
  test("gives the figures that are counted by hand", () => {
    // Persons a = {0,1,2}, b = {3,4}, c = {5}; found x = {0,1}, y = {2,3,4}, z = {5}.
    const found = evaluate("xxyyyz", "aaabbc");
    expect(found.pairwise).toMatchObject({ truePairs: 4, foundPairs: 4, sharedPairs: 2 });
    expect(found.pairwise.precision.value).toBeCloseTo(0.5, 12);
    expect(found.pairwise.recall.value).toBeCloseTo(0.5, 12);
    // Of each record: |cluster ∩ person| / |cluster| = 1, 1, 1/3, 2/3, 2/3, 1; / |person| = 2/3, 2/3, 1/3, 1, 1, 1.
    expect(found.bCubed.precision.value).toBeCloseTo((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6, 12);
    expect(found.bCubed.recall.value).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6, 12);
    expect(found.clusters).toMatchObject({ exact: 1, splitPersons: 1, mergedClusters: 1 });
    expect(found.clusters.precision.value).toBeCloseTo(1 / 3, 12);
    expect(found.distinctPersons).toMatchObject({ found: 3, truth: 3 });
  });

  test("does not depend on how clusters and persons are called", () => {
    const labels = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(labels, labels, (one, two) => {
        const size = Math.min(one.length, two.length);
        const clusters = one.slice(0, size).map((label) => `c${label}`);
        const truth = two.slice(0, size).map((label) => `p${label}`);
        const score = (found: readonly string[], real: readonly string[]) =>
          evaluateClusters(inputOf(size), settings, found, real, { draws: 1 });
        const renamed = score(
          clusters.map((label) => `other ${label}`),
          truth,
        );
        const plain = score(clusters, truth);
        expect(renamed).toEqual(plain);
        // Precision and recall change places with truth and clusters.
        const turned = score(truth, clusters);
        expect(turned.pairwise.precision.value).toBe(plain.pairwise.recall.value);
        expect(turned.bCubed.precision.value ?? 0).toBeCloseTo(plain.bCubed.recall.value ?? 0, 12);
        expect(plain.pairwise.sharedPairs).toBeLessThanOrEqual(plain.pairwise.foundPairs);
      }),
      { numRuns: 60 },
    );
  });

  test("gives 1 and intervals of no width for perfect clusters, and null where there is nothing to divide by", () => {
    const perfect = evaluate("aabbc", "aabbc");
    expect(perfect.pairwise.f1).toEqual({ value: 1, interval: [1, 1] });
    expect(perfect.distinctPersons.error).toEqual({ value: 0, interval: [0, 0] });
    const apart = evaluate("abc", "xyz");
    expect(apart.pairwise.precision).toEqual({ value: null, interval: null });
    expect(evaluate("", "").pairwise.f1.value).toBeNull();
  });

  test("counts a record without a name in no person, found or true", () => {
    const input = inputOf(4, (index) => (index < 2 ? `Ali${index} Karimi` : ""));
    expect(evaluate("abcd", "aabb", input).distinctPersons).toMatchObject({ found: 2, truth: 1 });
  });

  test("tells relatives, namesakes, scripts, lists and missing dates apart", () => {
    const day = (value: number) => ({ days: [value, value] as const });
    const record = (list: string, recordId: string, name: string, father: string, death: number | null) => ({
      list,
      recordId,
      values: [{ text: name }, { text: father }, death === null ? null : day(death)],
    });
    const input: LinkInput = {
      fields,
      records: [
        record("fa", "1", "علی کریمی", "حسن", 10),
        record("en", "1", "Ali Karimi", "Hasan", 10),
        // A brother, killed on the same day.
        record("en", "2", "Reza Karimi", "Hasan", 10),
        record("fa", "3", "مریم نوری", "احمد", null),
        record("en", "3", "Maryam Nouri", "Ahmad", 30),
        // A namesake of no family of hers.
        record("en", "4", "Maryam Nouri", "Jalal", 40),
      ],
    };
    const { slices } = evaluateClusters(input, settings, [..."abbccc"], [..."aabccd"], { draws: 50 });
    const of = (slice: string, value: string) =>
      slices.find((each) => each.slice === slice && each.value === value);
    expect(of("family", "with-relatives")).toMatchObject({ truePairs: 1, foundPairs: 1, sharedPairs: 0 });
    expect(of("name", "common")).toMatchObject({ truePairs: 1, foundPairs: 3 });
    expect(of("script", "arabic – latin")).toMatchObject({ truePairs: 2, foundPairs: 2, sharedPairs: 1 });
    expect(of("list", "en – en")).toMatchObject({ truePairs: 0, foundPairs: 2 });
    expect(of("dates", "none")).toMatchObject({ truePairs: 1, foundPairs: 2, sharedPairs: 1 });
    for (const name of ["script", "list", "dates"]) {
      const parts = slices.filter(({ slice }) => slice === name);
      expect(parts.reduce((sum, { truePairs }) => sum + truePairs, 0)).toBe(2);
    }
  });

  test("covers the truth with its intervals: nineteen samples in twenty, give or take chance", () => {
    // A population of persons of whom three in ten are split in two: exact recall is .7 in truth.
    let covered = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const split = Array.from(
        { length: 120 },
        (_, person) => (person * 7919 + round * 104_729) % 1009 < 303,
      );
      const [clusters, truth]: [string[], string[]] = [[], []];
      for (const [person, isSplit] of split.entries()) {
        clusters.push(`${person}a`, isSplit ? `${person}b` : `${person}a`);
        truth.push(`${person}`, `${person}`);
      }
      const { clusters: scores } = evaluateClusters(inputOf(240), settings, clusters, truth, {
        draws: 200,
        seed: round + 1,
      });
      const [low, high] = scores.recall.interval ?? [0, 0];
      if (low <= 0.7 && high >= 0.7) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.9);
  });

  test("scores the fictional lists as their own test counts them, with intervals that hold the value", () => {
    const { input, truth } = fictionalLists(300, 3);
    const own = settingsFor(input.fields);
    const result = linkRecords(input, own);
    const found = evaluateClusters(input, own, result.clusterIds, truth);
    const { value, interval } = found.pairwise.f1;
    expect(value).toBeGreaterThan(0.8);
    expect(interval?.[0]).toBeLessThan(value ?? 0);
    expect(interval?.[1]).toBeGreaterThan(value ?? 1);
    expect(found.distinctPersons.found).toBe(result.distinctPersons);
    expect(evaluateClusters(input, own, result.clusterIds, truth)).toEqual(found);
  });
});
