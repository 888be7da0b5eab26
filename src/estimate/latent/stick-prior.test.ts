import { describe, expect, test } from "vitest";
import { logGamma } from "../numeric/log-gamma.ts";
import { RandomStream } from "../numeric/random.ts";
import { ALPHA_RATE, ALPHA_SHAPE, drawSticks, logAlphaDensity, toShares } from "./stick-prior.ts";

/** The density with one factor for each stick, as it comes from summing that stick out. */
function directly(alpha: number, members: readonly number[]): number {
  return members.slice(0, -1).reduce(
    (sum, inside, k) => {
      const behind = members.slice(k + 1).reduce((all, people) => all + people, 0);
      return (
        sum +
        Math.log(alpha) +
        logGamma(1 + inside) +
        logGamma(alpha + behind) -
        logGamma(1 + alpha + inside + behind)
      );
    },
    ALPHA_SHAPE * Math.log(alpha) - ALPHA_RATE * alpha,
  );
}

describe("the prior of the shares", () => {
  test.each([[[40, 3, 0, 12, 0, 0]], [[0, 0, 5]], [[900, 0, 0]], [[7, 1]]])(
    "gives α the density with every stick summed out: %j",
    (members) => {
      const own = (alpha: number) => logAlphaDensity(alpha, Float64Array.from(members));
      for (const alpha of [1e-6, 0.02, 0.7, 4, 60])
        expect(own(alpha) - own(1)).toBeCloseTo(directly(alpha, members) - directly(1, members), 8);
      expect(Number.isFinite(own(1e-190))).toBe(true);
    },
  );

  test("draws shares whose mean is that of their Dirichlet-like posterior", () => {
    // V_1 ~ Beta(1 + 6, α + 3), and of the rest V_2 ~ Beta(1 + 2, α + 1): means 7 / (10 + α) and 3 / (4 + α).
    const [alpha, rounds] = [0.5, 40_000];
    const random = new RandomStream(3);
    const [sticks, shares] = [new Float64Array(2), new Float64Array(3)];
    const sums = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      drawSticks(random, { sticks, members: Float64Array.from([6, 2, 1]), alpha });
      toShares(sticks, shares);
      shares.forEach((share, k) => {
        sums[k] = (sums[k] ?? 0) + share / rounds;
      });
    }
    const first = 7 / 10.5;
    const second = (1 - first) * (3 / 4.5);
    [first, second, 1 - first - second].forEach((mean, k) => {
      expect(Math.abs((sums[k] ?? 0) - mean)).toBeLessThan(0.004);
    });
  });
});
