/** The four ways in which simulated people come to be listed; 1,000 people, four lists, as in the public tables. */
import { independentPatterns, loglinearPatterns } from "../src/estimate/index.ts";

export const TRUTH = 1000;

/** Pattern probabilities of a mixture of classes of people. */
function mixture(
  parts: readonly { readonly share: number; readonly chances: readonly number[] }[],
): readonly number[] {
  const patterns = new Array<number>(16).fill(0);
  for (const { share, chances } of parts) {
    independentPatterns(chances).forEach((chance, pattern) => {
      patterns[pattern] = (patterns[pattern] ?? 0) + share * chance;
    });
  }
  return patterns;
}

/** People whose log odds of being listed differ by a standard normal amount, summed over a fine grid. */
function normalVisibility(logits: readonly number[]): readonly number[] {
  const grid = Array.from({ length: 241 }, (_, i) => -6 + i / 20);
  const total = grid.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  return mixture(
    grid.map((z) => ({
      share: Math.exp((-z * z) / 2) / total,
      chances: logits.map((logit) => 1 / (1 + Math.exp(-logit - z))),
    })),
  );
}

/** By the names that the public tables use. */
export const MECHANISMS: Readonly<Record<string, readonly number[]>> = {
  indep: independentPatterns([0.3, 0.25, 0.2, 0.15]),
  pairdep: loglinearPatterns(4, { 1: -1.1, 2: -1.2, 4: -1.4, 8: -1.6, 3: 1, 12: 0.8, 9: -0.9 }),
  lcm2: mixture([
    { share: 0.35, chances: [0.55, 0.5, 0.45, 0.4] },
    { share: 0.65, chances: [0.12, 0.1, 0.08, 0.15] },
  ]),
  betahet: normalVisibility([-1.2, -1.4, -1.6, -1.8]),
};
