import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPatternCounts } from "../pattern-counts.ts";
import { createUniform, independentPatterns, loglinearPatterns, simulateTable } from "../simulate.ts";
import { findSupport, unseenVanish } from "./existence.ts";
import { listHierarchicalModels, toModelName, toTerms } from "./hierarchical-model.ts";
import { averageModels } from "./model-average.ts";
import { fitModel } from "./model-fit.ts";
import { searchAllModels } from "./model-search.ts";
import { fitPoisson } from "./poisson-fit.ts";
import { profileInterval } from "./profile-interval.ts";
import { searchStepwise } from "./stepwise-search.ts";

/** A table of J lists from its counts by pattern, the first for pattern 1. */
function toCounts(listCount: number, counts: readonly number[]) {
  const lists = Array.from({ length: listCount }, (_, i) => `L${i + 1}`);
  return toPatternCounts({ lists, cells: counts.map((count, i) => ({ pattern: i + 1, count })) });
}

/** Chan, Silverman & Vincent's three artificial lists: 40, 30, 20 people on one alone, 6 on the first two. */
const ARTIFICIAL = toCounts(3, [40, 30, 6, 20, 0, 0, 0]);

describe("hierarchical models", () => {
  test.each([
    [3, 2, 8],
    [4, 3, 113],
    [5, 2, 1024],
    [5, 4, 6893],
  ])("of %i lists up to order %i are %i", (lists, order, expected) => {
    const models = listHierarchicalModels(lists, order);
    expect(models).toHaveLength(expected);
    expect(new Set(models.map((model) => toModelName(model, lists))).size).toBe(expected);
    expect(models[0]?.interactions).toEqual([]);
  });

  test("are named by their generators", () => {
    expect(toModelName({ interactions: [0b0011, 0b0101, 0b0110, 0b1001, 0b1100, 0b0111] }, 4)).toBe(
      "[123,14,34]",
    );
    expect(toModelName({ interactions: [0b0110, 0b1101 & ~0b1000] }, 4)).toBe("[13,23,4]");
    expect(toModelName({ interactions: [(1 << 0) | (1 << 11)] }, 12)).toBe("[1.12,2,3,4,5,6,7,8,9,10,11]");
  });
});

describe("a Poisson fit", () => {
  test("of two independent lists is Lincoln–Petersen", () => {
    expect(fitModel(toCounts(2, [50, 40, 10]), { interactions: [] })?.point).toBeCloseTo(300, 9);
  });

  test("of all pairs among three lists has the closed form of the saturated model", () => {
    const [a, b, ab, c, ac, bc, abc] = [30, 25, 8, 40, 9, 7, 3];
    const fit = fitModel(toCounts(3, [a, b, ab, c, ac, bc, abc]), { interactions: [3, 5, 6] });
    expect(fit?.fit.coefficients[0]).toBeCloseTo(Math.log((a * b * c * abc) / (ab * ac * bc)), 10);
    const variance = [a, b, ab, c, ac, bc, abc].reduce((sum, count) => sum + 1 / count, 0);
    expect(fit?.fit.interceptError).toBeCloseTo(Math.sqrt(variance), 8);
    expect(fit?.deviance).toBeCloseTo(0, 9);
  });

  test("of independent lists solves (1 − n/N) = Π (1 − n_j/N)", () => {
    const counts = toCounts(4, [60, 45, 12, 70, 9, 14, 3, 33, 4, 6, 1, 8, 2, 1, 0]);
    const total = fitModel(counts, { interactions: [] })?.point ?? 0;
    const right = [1, 2, 4, 8].reduce(
      (product, list) => product * (1 - (counts.margins[list] ?? 0) / total),
      1,
    );
    expect(1 - counts.total / total).toBeCloseTo(right, 12);
  });

  test("reproduces the margins of its model", () => {
    const counts = toCounts(3, [30, 25, 8, 40, 9, 7, 3]);
    const fit = fitModel(counts, { interactions: [3, 6] });
    for (const term of [0, 1, 2, 4, 3, 6]) {
      expect(fit?.fit.fittedMargins[term]).toBeCloseTo(counts.margins[term] ?? 0, 8);
    }
  });
});

describe("existence", () => {
  test.each([
    ["[1,2,3]", [], "finite"],
    ["[12,3]", [3], "no-estimate"],
    ["[12,13]", [3, 5], "no-estimate"],
    ["[13,23]", [5, 6], "finite"],
    ["[12,13,23]", [3, 5, 6], "not-identifiable"],
  ] as const)("on three lists of which two never meet the third: %s is %s", (_, interactions, expected) => {
    const terms = toTerms({ interactions }, 3);
    expect(findSupport(ARTIFICIAL, terms).existence).toBe(expected);
  });

  test("two lists that never meet are fitted as −∞, with the closed form of the rest", () => {
    const fit = fitModel(ARTIFICIAL, { interactions: [5, 6] });
    expect(fit?.support.emptyTerms).toEqual([5, 6]);
    expect(fit?.point).toBeCloseTo(96 + (40 * 30) / 6, 9);
    expect(fit?.parameterCount).toBe(6);
  });

  test("two lists have no estimate when one lies inside the other, or when they never meet", () => {
    expect(findSupport(toCounts(2, [0, 40, 10]), [0, 1, 2]).existence).toBe("no-estimate");
    expect(findSupport(toCounts(2, [30, 40, 0]), [0, 1, 2]).existence).toBe("no-estimate");
  });

  test("a full table has an estimate under every model", () => {
    const counts = toCounts(4, [9, 8, 7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7]);
    for (const model of listHierarchicalModels(4, 3)) {
      expect(findSupport(counts, toTerms(model, 4)).existence).toBe("finite");
    }
  });

  test("the estimate is finite exactly when a trace of people in the empty cells does not move it", () => {
    const uniform = createUniform(20260101);
    let [finite, refused] = [0, 0];
    for (let round = 0; round < 60; round++) {
      const sparse = Array.from({ length: 7 }, () => (uniform() < 0.45 ? 0 : 1 + Math.floor(uniform() * 30)));
      const counts = toCounts(3, sparse);
      if (counts.total === 0) continue;
      for (const model of listHierarchicalModels(3, 2)) {
        const terms = toTerms(model, 3);
        const { existence } = findSupport(counts, terms);
        const traced = (size: number) => {
          const filled = sparse.map((count, i) => (count > 0 ? count : size * (1 + ((i * 7) % 5))));
          const { counts: given, margins } = toCounts(3, filled);
          const cells = Uint8Array.from(given, (_, pattern) => (pattern === 0 ? 0 : 1));
          return fitPoisson({ counts: given, margins, cells, terms })?.coefficients[0] ?? Number.NaN;
        };
        const move = Math.abs(traced(1e-7) - traced(1e-5));
        if (existence === "finite") {
          expect(move).toBeLessThan(0.01);
          finite += 1;
        } else if (existence === "no-estimate") {
          refused += 1;
        }
      }
    }
    expect(finite).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(20);
  });

  test("without an estimate the unseen vanish exactly when ever smaller traces of people take them to none", () => {
    const uniform = createUniform(20260102);
    let [vanishing, others] = [0, 0];
    for (let round = 0; round < 120; round++) {
      const sparse = Array.from({ length: 7 }, () => (uniform() < 0.5 ? 0 : 1 + Math.floor(uniform() * 30)));
      const counts = toCounts(3, sparse);
      for (const model of counts.total === 0 ? [] : listHierarchicalModels(3, 2)) {
        const terms = toTerms(model, 3);
        if (findSupport(counts, terms).existence !== "no-estimate") continue;
        // Several kinds of traces: an edge on which they disagree leaves the unseen open.
        const falls = Array.from({ length: 60 }, () => {
          const powers = sparse.map(() => 0.2 + 1.3 * uniform());
          const traced = (size: number) => {
            const filled = sparse.map((count, i) => (count > 0 ? count : size ** (powers[i] ?? 1)));
            const { counts: given, margins } = toCounts(3, filled);
            const cells = Uint8Array.from(given, (_, pattern) => (pattern === 0 ? 0 : 1));
            return fitPoisson({ counts: given, margins, cells, terms })?.coefficients[0] ?? Number.NaN;
          };
          return traced(1e-4) - traced(1e-6);
        }).filter((fall) => !Number.isNaN(fall));
        expect(falls.length).toBeGreaterThan(30);
        if (unseenVanish(counts, terms)) {
          for (const fall of falls) expect(fall).toBeGreaterThan(0.5);
          vanishing += 1;
        } else {
          expect(Math.min(...falls)).toBeLessThan(0.5);
          others += 1;
        }
      }
    }
    expect(vanishing).toBeGreaterThan(10);
    expect(others).toBeGreaterThan(5);
  });
});

describe("the search", () => {
  test("does not depend on the order of the lists", () => {
    const counts = fc.array(fc.nat(40), { minLength: 15, maxLength: 15 });
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(counts, orders, (given, order) => {
        const moved = new Array<number>(15).fill(0);
        given.forEach((count, i) => {
          const pattern = order.reduce((mask, to, from) => mask | ((((i + 1) >> from) & 1) << to), 0);
          moved[pattern - 1] = count;
        });
        if (given.every((count) => count === 0)) return;
        const [before, after] = [
          searchAllModels(toCounts(4, given), 3),
          searchAllModels(toCounts(4, moved), 3),
        ];
        expect(after.ranked.length).toBe(before.ranked.length);
        expect(after.failedCount).toBe(0);
        const [first, second] = [before.ranked[0], after.ranked[0]];
        if (first === undefined || second === undefined) return;
        expect(second.fit.bic).toBeCloseTo(first.fit.bic, 6);
      }),
      { numRuns: 40 },
    );
  });

  test("finds the interaction that made the data", () => {
    const patternProbabilities = loglinearPatterns(4, { 0: 0, 1: -1, 2: -1.2, 4: -1.4, 8: -1.5, 3: 1.1 });
    const table = simulateTable({ seed: 5, people: 20000, patternProbabilities });
    const best = searchAllModels(toPatternCounts(table), 3).ranked[0]?.fit;
    expect(best?.name).toBe("[12,3,4]");
    expect(Math.abs((best?.point ?? 0) / 20000 - 1)).toBeLessThan(0.05);
  });

  test("goes stepwise through six lists to the two interactions that made the data", () => {
    const coefficients = { 0: 0, 1: -1, 2: -1.2, 4: -1.4, 8: -1.5, 16: -1.3, 32: -1.6, 3: 1.2, 24: 1 };
    const table = simulateTable({
      seed: 8,
      people: 20000,
      patternProbabilities: loglinearPatterns(6, coefficients),
    });
    const path = searchStepwise(toPatternCounts(table), 1e-4);
    expect(path.at(-1)?.name).toBe("[12,45,3,6]");
  });
});

describe("the profile interval", () => {
  test("holds N = 1,000 in about 95 of 100 tables of independent lists", () => {
    const patternProbabilities = independentPatterns([0.3, 0.25, 0.2, 0.15]);
    let [held, sum] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const counts = toPatternCounts(simulateTable({ seed, people: 1000, patternProbabilities }));
      const fit = fitModel(counts, { interactions: [] });
      if (fit === null) continue;
      const [low, high] = profileInterval(counts, fit)?.interval ?? [0, 0];
      if (low <= 1000 && high >= 1000) held += 1;
      sum += fit.point;
    }
    // Binomial(100, 0.95): 90 to 99 is three standard deviations.
    expect(held).toBeGreaterThanOrEqual(88);
    expect(Math.abs(sum / 100 - 1000)).toBeLessThan(20);
  });

  test("reaches down to the people counted when nobody more is as likely", () => {
    const counts = toCounts(2, [1, 1, 60]);
    const fit = fitModel(counts, { interactions: [] });
    const profile = fit === null ? null : profileInterval(counts, fit);
    expect(profile?.interval[0]).toBe(62);
    expect(profile?.interval[1]).toBeGreaterThan(62);
  });
});

describe("the model average", () => {
  const counts = toCounts(3, [40, 35, 12, 30, 9, 11, 4]);

  test("of one model is that model", () => {
    const fit = fitModel(counts, { interactions: [3] });
    if (fit === null) throw new Error("the fit failed");
    const average = averageModels([{ fit, weight: 1 }], counts.total);
    expect(average.point).toBeCloseTo(fit.point, 6);
    expect(average.interval[0]).toBeCloseTo(fit.wald[0], 6);
    expect(average.interval[1]).toBeCloseTo(fit.wald[1], 6);
  });

  test("lies between its models and is wider than the narrowest", () => {
    const { ranked } = searchAllModels(counts, 2);
    const average = averageModels(ranked, counts.total);
    const points = ranked.map(({ fit }) => fit.point);
    expect(average.point).toBeGreaterThan(Math.min(...points));
    expect(average.point).toBeLessThan(Math.max(...points));
    const widths = ranked.map(({ fit }) => fit.wald[1] - fit.wald[0]);
    expect(average.interval[1] - average.interval[0]).toBeGreaterThan(Math.min(...widths));
  });
});
