import { describe, expect, test } from "vitest";
import { logGamma } from "./log-gamma.ts";
import { normalCdf } from "./normal-cdf.ts";
import { RandomStream } from "./random.ts";
import { drawBinomial, drawMultinomial, drawPoisson } from "./random-counts.ts";

const DRAWS = 200_000;

/** Largest distance of the empirical distribution from the true one, times √n: above 2 once in 1,500 tries. */
function distance(draws: Float64Array, cdf: (x: number) => number): number {
  draws.sort();
  let most = 0;
  draws.forEach((x, i) => {
    const level = cdf(x);
    most = Math.max(most, Math.abs(level - i / draws.length), Math.abs(level - (i + 1) / draws.length));
  });
  return most * Math.sqrt(draws.length);
}

const fill = (draw: () => number) => Float64Array.from({ length: DRAWS }, draw);

describe("a stream", () => {
  test("is the same for the same seed and differs between streams", () => {
    const words = (seed: number, stream: number) => {
      const random = new RandomStream(seed, stream);
      return Array.from({ length: 5 }, () => random.word());
    };
    expect(words(7, 0)).toEqual(words(7, 0));
    expect(words(7, 0)).not.toEqual(words(7, 1));
    expect(words(7, 0)).not.toEqual(words(8, 0));
  });

  test("gives uniform, exponential and normal numbers", () => {
    const random = new RandomStream(11);
    expect(
      distance(
        fill(() => random.uniform()),
        (x) => x,
      ),
    ).toBeLessThan(2);
    expect(
      distance(
        fill(() => random.exponential()),
        (x) => 1 - Math.exp(-x),
      ),
    ).toBeLessThan(2);
    const normals = fill(() => random.normal());
    expect(distance(normals, normalCdf)).toBeLessThan(2);
    // The tail of the ziggurat: P(|Z| > 3.4426) is 5.76e-4.
    const far = normals.filter((x) => Math.abs(x) > 3.442619855899).length;
    expect(Math.abs(far / (5.7618e-4 * DRAWS) - 1)).toBeLessThan(0.35);
  });

  test.each([0.02, 0.3, 1, 2.5, 40])("gives gamma numbers of shape %f", (shape) => {
    const random = new RandomStream(3);
    const logs = fill(() => random.logGamma(shape));
    const mean = logs.reduce((sum, x) => sum + Math.exp(x), 0) / DRAWS;
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / DRAWS));
    const squares = logs.reduce((sum, x) => sum + Math.exp(2 * x), 0) / DRAWS;
    expect(squares / (shape * (shape + 1))).toBeCloseTo(1, 1);
  });

  test.each([
    [1, 1],
    [1, 5],
    [7, 1],
    [3, 2],
    [40, 900],
  ])("gives beta numbers of %d and %d", (first, second) => {
    const random = new RandomStream(5);
    // P(X ≤ x) for whole parameters is a binomial tail.
    const trials = first + second - 1;
    const cdf = (x: number) => {
      let tail = 0;
      for (let k = first; k <= trials; k++) {
        tail += Math.exp(
          logGamma(trials + 1) -
            logGamma(k + 1) -
            logGamma(trials - k + 1) +
            k * Math.log(x) +
            (trials - k) * Math.log1p(-x),
        );
      }
      return tail;
    };
    const draws = Float64Array.from({ length: 4000 }, () => random.beta(first, second));
    expect(distance(draws, cdf)).toBeLessThan(2);
  });
});

describe("counts", () => {
  /** Pearson's statistic against the probabilities of 0 … most, standardised; cells with few expected are joined. */
  function misfit(draw: () => number, probability: (k: number) => number, most: number): number {
    const seen = new Map<number, number>();
    for (let i = 0; i < DRAWS; i++) {
      const k = draw();
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
    let [statistic, cells, expected, observed] = [0, 0, 0, 0];
    for (let k = 0; k <= most; k++) {
      expected += DRAWS * probability(k);
      observed += seen.get(k) ?? 0;
      if (expected < 20) continue;
      statistic += (observed - expected) ** 2 / expected;
      cells += 1;
      [expected, observed] = [0, 0];
    }
    return (statistic - (cells - 1)) / Math.sqrt(2 * (cells - 1));
  }

  test.each([
    [5, 0.3],
    [40, 0.02],
    [1000, 0.004],
    [30, 0.9],
    [100, 0.5],
    [5000, 0.01],
  ])("are binomial: %d trials with chance %f", (trials, chance) => {
    const random = new RandomStream(17);
    const probability = (k: number) =>
      Math.exp(
        logGamma(trials + 1) -
          logGamma(k + 1) -
          logGamma(trials - k + 1) +
          k * Math.log(chance) +
          (trials - k) * Math.log1p(-chance),
      );
    expect(misfit(() => drawBinomial(random, trials, chance), probability, trials)).toBeLessThan(4);
  });

  test.each([0.2, 4, 9.9, 10.1, 300])("are Poisson with mean %f", (mean) => {
    const random = new RandomStream(23);
    const probability = (k: number) => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
    expect(misfit(() => drawPoisson(random, mean), probability, 600)).toBeLessThan(4);
  });

  test("of a multinomial add up and keep their shares", () => {
    const random = new RandomStream(29);
    const counts = new Float64Array(3);
    const sums = [0, 0, 0];
    for (let i = 0; i < 2000; i++) {
      drawMultinomial(random, { total: 500, chances: [0.2, 0, 0.6], counts });
      expect(counts[0] ?? 0).toBe(500 - (counts[2] ?? 0));
      counts.forEach((count, k) => {
        sums[k] = (sums[k] ?? 0) + count;
      });
    }
    expect((sums[0] ?? 0) / 1e6).toBeCloseTo(0.25, 2);
    expect(sums[1]).toBe(0);
  });

  test("have no surprise at the ends", () => {
    const random = new RandomStream(1);
    expect([drawBinomial(random, 0, 0.5), drawBinomial(random, 9, 0), drawBinomial(random, 9, 1)]).toEqual([
      0, 0, 9,
    ]);
    expect(drawPoisson(random, 0)).toBe(0);
  });
});
