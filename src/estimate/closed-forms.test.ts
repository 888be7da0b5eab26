import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chaoLowerBound } from "./chao.ts";
import { logNormalInterval } from "./log-normal-interval.ts";
import { pairDependence } from "./pair-dependence.ts";
import { chapman, estimatePairs, lincolnPetersen } from "./two-lists.ts";

/** People on 1, 2, 3, 4 of the four lists of killings in Kosovo, March to June 1999. */
const KOSOVO_SEEN_ON = [3218, 882, 273, 27];

describe("two lists", () => {
  test("Lincoln–Petersen and Chapman give their textbook values", () => {
    const counts = { first: 60, second: 50, both: 10 };
    expect(lincolnPetersen(counts)).toBe(300);
    expect(chapman(counts).point).toBeCloseTo((61 * 51) / 11 - 1, 12);
    expect(chapman(counts).standardError).toBeCloseTo(Math.sqrt((61 * 51 * 50 * 40) / (121 * 12)), 12);
    expect(lincolnPetersen({ first: 5, second: 5, both: 0 })).toBeNull();
  });

  test("a list inside the other has no interval", () => {
    expect(chapman({ first: 18, second: 145, both: 18 })).toMatchObject({ point: 145, interval: null });
  });

  test("Chapman never falls below what was counted, and its interval holds the point", () => {
    const triples = fc
      .tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000))
      .map(([a, b, both]) => ({ first: a + both, second: b + both, both }));
    fc.assert(
      fc.property(triples, (counts) => {
        const { point, interval } = chapman(counts);
        const seen = counts.first + counts.second - counts.both;
        expect(point).toBeGreaterThanOrEqual(seen - 1e-9);
        if (interval === null) return;
        expect(interval[0]).toBeGreaterThanOrEqual(seen);
        expect(interval[0]).toBeLessThanOrEqual(point);
        expect(interval[1]).toBeGreaterThanOrEqual(point);
      }),
    );
  });

  test("every pair of a table is estimated once", () => {
    const cells = [
      { pattern: 7, count: 2 },
      { pattern: 1, count: 4 },
      { pattern: 6, count: 3 },
    ];
    const pairs = estimatePairs({ lists: ["A", "B", "C"], cells });
    expect(pairs.map(({ lists, first, second, both }) => [...lists, first, second, both])).toEqual([
      ["A", "B", 6, 5, 2],
      ["A", "C", 6, 5, 2],
      ["B", "C", 5, 5, 5],
    ]);
  });
});

describe("Chao's lower bound", () => {
  test("for Kosovo is 8,796.5 bias-corrected and 8,802.9 uncorrected", () => {
    const input = { listCount: 4, seenOn: KOSOVO_SEEN_ON };
    expect(chaoLowerBound(input, "bias-corrected")?.point).toBeCloseTo(8796.50594563986, 8);
    expect(chaoLowerBound(input, "uncorrected")?.point).toBeCloseTo(8802.85884353741, 8);
  });

  test("without anyone on two lists exists only bias-corrected", () => {
    const input = { listCount: 3, seenOn: [10, 0, 0] };
    expect(chaoLowerBound(input, "uncorrected")).toBeNull();
    expect(chaoLowerBound(input, "bias-corrected")?.point).toBeCloseTo(10 + (2 / 3) * 45, 12);
  });

  test("is n when nobody is on one list alone", () => {
    expect(chaoLowerBound({ listCount: 3, seenOn: [0, 5, 2] }, "bias-corrected")).toMatchObject({
      point: 7,
      interval: null,
    });
  });

  test("holds its own interval", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 3, maxLength: 6 }), (seenOn) => {
        const bound = chaoLowerBound({ listCount: seenOn.length, seenOn }, "bias-corrected");
        if (bound?.interval == null) return;
        expect(bound.interval[0]).toBeLessThanOrEqual(bound.point);
        expect(bound.interval[1]).toBeGreaterThanOrEqual(bound.point);
      }),
    );
  });
});

test("the log-normal interval is symmetric in the logarithm of the unseen", () => {
  const [low, high] = logNormalInterval({ seen: 100, unseen: 50, variance: 400 }) ?? [0, 0];
  expect((low - 100) * (high - 100)).toBeCloseTo(2500, 8);
});

describe("pair dependence", () => {
  test("is the odds ratio of a single stratum", () => {
    const cells = [
      { pattern: 0b100, count: 30 },
      { pattern: 0b101, count: 20 },
      { pattern: 0b110, count: 10 },
      { pattern: 0b111, count: 4 },
    ];
    const { oddsRatio } = pairDependence({ lists: ["A", "B", "C"], cells }, 0, 1);
    expect(oddsRatio).toBeCloseTo((4 * 30) / (20 * 10), 12);
  });

  test("says nothing without a third list", () => {
    const table = {
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 3 },
        { pattern: 3, count: 2 },
      ],
    };
    expect(pairDependence(table, 0, 1)).toEqual({ oddsRatio: null, score: 0 });
  });
});
