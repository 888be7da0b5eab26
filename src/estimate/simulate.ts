/** Populations of known size, from a seed: to see how an estimate fares where the truth is known. */
import type { CaptureTable } from "./capture-table.ts";
import { toCaptureTable } from "./parse-capture-table.ts";

/** Uniform numbers in [0, 1) from a whole-number seed (mulberry32); the same on every engine. */
export function createUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface SimulationInput {
  readonly seed: number;
  /** People in all, the truth to recover. */
  readonly people: number;
  /** Probability of each pattern, 2^J numbers summing to 1, the unseen first. */
  readonly patternProbabilities: readonly number[];
}

/** Draws the pattern of every person and counts those seen. */
export function simulateTable({ seed, people, patternProbabilities }: SimulationInput): CaptureTable {
  const uniform = createUniform(seed);
  const listCount = Math.log2(patternProbabilities.length);
  const memberships = Array.from({ length: people }, () => {
    let rest = uniform();
    let pattern = 0;
    while (pattern < patternProbabilities.length - 1) {
      rest -= patternProbabilities[pattern] ?? 0;
      if (rest < 0) break;
      pattern += 1;
    }
    return pattern;
  });
  return toCaptureTable({ lists: Array.from({ length: listCount }, (_, i) => `L${i + 1}`), memberships });
}

/** Pattern probabilities of lists that act independently. */
export function independentPatterns(probabilities: readonly number[]): readonly number[] {
  return Array.from({ length: 2 ** probabilities.length }, (_, pattern) =>
    probabilities.reduce((product, p, list) => product * ((pattern >> list) & 1 ? p : 1 - p), 1),
  );
}

/** Pattern probabilities proportional to exp(Σ coefficients of the terms inside the pattern). */
export function loglinearPatterns(
  listCount: number,
  coefficients: Readonly<Record<number, number>>,
): readonly number[] {
  const terms = Object.entries(coefficients).map(([term, value]) => [Number(term), value] as const);
  const means = Array.from({ length: 2 ** listCount }, (_, pattern) =>
    Math.exp(terms.reduce((sum, [term, value]) => ((pattern & term) === term ? sum + value : sum), 0)),
  );
  const total = means.reduce((sum, mean) => sum + mean, 0);
  return means.map((mean) => mean / total);
}
