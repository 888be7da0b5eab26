import { describe, expect, test } from "vitest";
import { logGamma } from "../numeric/log-gamma.ts";
import { drawUnseen, logIncompleteBeta, logLimitMass } from "../numeric/negative-binomial.ts";
import { RandomStream } from "../numeric/random.ts";
import { independentPatterns, simulateTable } from "../simulate.ts";
import { mixUnseenLaws, totalQuantile } from "../unseen-posterior.ts";
import { rankMisfit, rankTruths } from "./calibration.ts";
import { ClassMixture, toRung } from "./class-mixture.ts";
import { collapsedLogLikelihood } from "./collapsed-likelihood.ts";
import { chainsAgree, runLatentJob, sampleLatentClass } from "./latent-sample.ts";
import { toPatternTrie } from "./pattern-trie.ts";

const TABLE = {
  lists: ["A", "B", "C"],
  cells: [60, 49, 14, 47, 12, 22, 12].map((count, i) => ({ pattern: i + 1, count })),
};

describe("the tree of patterns", () => {
  test("gives each pattern the product of its lists", () => {
    const trie = toPatternTrie(TABLE);
    const state = new ClassMixture({ trie, classCount: 3, mostUnseen: 1000, random: new RandomStream(1) });
    state.refresh();
    const direct = (pattern: number) => {
      let sum = 0;
      for (let k = 0; k < 3; k++) {
        let product = state.shares[k] ?? 0;
        for (let j = 0; j < 3; j++) product *= state.factors[(2 * j + ((pattern >> j) & 1)) * 3 + k] ?? 0;
        sum += product;
      }
      return sum;
    };
    for (const [w, pattern] of trie.patterns.entries())
      expect(state.chances[w]).toBeCloseTo(direct(pattern), 14);
    expect(state.missed).toBeCloseTo(direct(0), 14);
    expect(state.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });
});

describe("the law of the unseen", () => {
  test("has its limit's mass from the sum of its terms", () => {
    const [seen, missed, most] = [12, 0.7, 25];
    let sum = 0;
    for (let x = 0; x <= most; x++) {
      sum += Math.exp(
        logGamma(seen + x) -
          logGamma(x + 1) -
          logGamma(seen) +
          seen * Math.log(1 - missed) +
          x * Math.log(missed),
      );
    }
    expect(Math.exp(logLimitMass({ seen, missed, most }))).toBeCloseTo(sum, 10);
    expect(logIncompleteBeta(0.3, 2, 3)).toBeCloseTo(Math.log(0.3483), 10);
  });

  test("is drawn below its limit with the right mean, however far out it lies", () => {
    const random = new RandomStream(9);
    const mean = (missed: number, most: number) => {
      let sum = 0;
      for (let i = 0; i < 20_000; i++) sum += drawUnseen(random, { seen: 5, missed, most });
      return sum / 20_000;
    };
    expect(mean(0.5, 1e6)).toBeCloseTo(5, 0);
    // Nearly everything lies beyond the limit: below it the law is about x^4, with mean 5/6 of the limit.
    expect(mean(1 - 1e-7, 600) / 500).toBeCloseTo(1, 1);
  });

  test("mixes to the mean of its parts", () => {
    const missed = Float64Array.from([0.5, 0.5, 0.5]);
    const posterior = mixUnseenLaws({ seen: 200, missed, most: 10_000 });
    expect(totalQuantile(posterior, 0.5)).toBeCloseTo(400, -1);
    expect(posterior.masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 10);
  });
});

describe("the sampler", () => {
  test("gives the same draws for the same seed and others for another chain", () => {
    const job = { table: TABLE, classCount: 5, mostUnseen: 4000, seed: 3, chain: 0, rounds: 40 };
    expect(runLatentJob(job)).toEqual(runLatentJob(job));
    expect(runLatentJob({ ...job, chain: 1 }).missed).not.toEqual(runLatentJob(job).missed);
  });

  test("finds an independent population", () => {
    const table = simulateTable({
      seed: 4,
      people: 900,
      patternProbabilities: independentPatterns([0.4, 0.35, 0.3]),
    });
    const sample = sampleLatentClass(table, { seed: 1 });
    expect(chainsAgree(sample.convergence)).toBe(true);
    const seen = table.cells.reduce((sum, { count }) => sum + count, 0);
    const missed = Float64Array.from(sample.chains.flatMap((chain) => [...chain.missed]));
    const posterior = mixUnseenLaws({ seen, missed, most: sample.mostUnseen });
    expect(totalQuantile(posterior, 0.025)).toBeLessThan(900);
    expect(totalQuantile(posterior, 0.975)).toBeGreaterThan(900);
  });

  test("on a rung with parts of people keeps the power of the likelihood that it was given", () => {
    // One class: the posterior of λ on the rung is known, so its mean log likelihood can be summed directly.
    const table = {
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 5 },
        { pattern: 2, count: 3 },
        { pattern: 3, count: 4 },
      ],
    };
    const trie = toPatternTrie(table);
    const rung = toRung(trie, 0.45);
    expect(rung.total + rung.partTotal).toBeCloseTo(0.45 * 12, 12);
    const state = new ClassMixture({ trie, classCount: 1, mostUnseen: 1e9, random: new RandomStream(6) });
    state.rung = rung;
    const whole = toRung(trie, 1);
    let [sum, rounds] = [0, 0];
    for (let round = 0; round < 60_000; round++) {
      state.sweep();
      state.refresh();
      if (round < 100) continue;
      sum += collapsedLogLikelihood(state, whole);
      rounds += 1;
    }
    let [mass, weighted] = [0, 0];
    const steps = 400;
    for (let i = 0; i < steps; i++) {
      for (let j = 0; j < steps; j++) {
        const [a, b] = [(i + 0.5) / steps, (j + 0.5) / steps];
        const log =
          5 * Math.log(a * (1 - b)) +
          3 * Math.log(b * (1 - a)) +
          4 * Math.log(a * b) -
          12 * Math.log(a + b - a * b);
        const weight = Math.exp(0.45 * (log + 12));
        mass += weight;
        weighted += weight * log;
      }
    }
    expect(sum / rounds).toBeCloseTo(weighted / mass, 1);
  });

  test("is calibrated: the truth's rank among the draws is uniform", () => {
    // The short form; bench/estimate-sampler.ts runs 300 replicates. χ² with 4 degrees is below 18.5 in 999 of 1,000.
    const draws = 24;
    const ranks = rankTruths({
      replicates: 60,
      seed: 5,
      listCount: 3,
      classCount: 3,
      people: 60,
      draws,
      thinning: 6,
    });
    expect(rankMisfit(ranks, draws, 5)).toBeLessThan(18.5);
    // A sampler that ignored the table would rank everywhere too, but not follow the truth.
    expect(new Set(ranks).size).toBeGreaterThan(10);
  });
});
