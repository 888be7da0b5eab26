import { describe, expect, test } from "vitest";
import { assessConvergence } from "./convergence.ts";
import { RandomStream } from "./numeric/random.ts";

/** Chains of an autoregression with the correlation given, each moved by its shift. */
function chains(correlation: number, shifts: readonly number[], length = 2000): readonly Float64Array[] {
  return shifts.map((shift, c) => {
    const random = new RandomStream(8, c);
    let x = random.normal();
    return Float64Array.from({ length }, () => {
      x = correlation * x + Math.sqrt(1 - correlation * correlation) * random.normal();
      return x + shift;
    });
  });
}

describe("convergence", () => {
  test("of independent draws is complete", () => {
    const { rHat, bulkEss, tailEss } = assessConvergence(chains(0, [0, 0, 0, 0]));
    expect(rHat).toBeLessThan(1.005);
    expect(bulkEss).toBeGreaterThan(7000);
    expect(bulkEss).toBeLessThan(9500);
    expect(tailEss).toBeGreaterThan(6500);
  });

  test("knows what correlated draws are worth", () => {
    // (1 − ρ) / (1 + ρ) of the draws: 1/19 of 8,000 for ρ = 0.9.
    const { bulkEss, rHat } = assessConvergence(chains(0.9, [0, 0, 0, 0]));
    expect(bulkEss / (8000 / 19)).toBeGreaterThan(0.75);
    expect(bulkEss / (8000 / 19)).toBeLessThan(1.3);
    expect(rHat).toBeLessThan(1.03);
  });

  test("sees one chain that stays elsewhere, and one that is only wider", () => {
    expect(assessConvergence(chains(0, [0, 0, 0, 2])).rHat).toBeGreaterThan(1.2);
    const [first, second, ...rest] = chains(0, [0, 0, 0, 0]);
    const wide = second?.map((x) => 4 * x) ?? new Float64Array();
    expect(assessConvergence([first ?? new Float64Array(), wide, ...rest]).rHat).toBeGreaterThan(1.05);
  });

  test("does not change when the scale is bent, as ranks do not", () => {
    const plain = chains(0.5, [0, 0, 0.3, 0]);
    const bent = plain.map((chain) => chain.map(Math.exp));
    expect(assessConvergence(bent).bulkEss).toBeCloseTo(assessConvergence(plain).bulkEss, 6);
  });

  test("of a number that never changes is complete", () => {
    const constant = [new Float64Array(50).fill(3), new Float64Array(50).fill(3)];
    expect(assessConvergence(constant)).toEqual({ rHat: 1, bulkEss: 100, tailEss: 100 });
  });
});
