/** Tables that several tests ask about, each estimated once: a report is a function of table and settings. */
import type { CaptureTable } from "./capture-table.ts";
import { type EstimateOptions, estimateTable } from "./estimate-table.ts";
import type { EstimateReport, MethodName } from "./report.ts";
import { independentPatterns, simulateTable } from "./simulate.ts";

/** Counts of the patterns 1, 2, 3 … of lists A, B, C …. */
export function table(lists: number, counts: readonly number[]): CaptureTable {
  return {
    lists: ["A", "B", "C", "D", "E", "F", "G"].slice(0, lists),
    cells: counts.map((count, i) => ({ pattern: i + 1, count })),
  };
}

export const independent = (seed: number, chances: readonly number[], people = 2000) =>
  simulateTable({ seed, people, patternProbabilities: independentPatterns(chances) });

/** Two kinds of people, the second seen by nearly every list: no model of pairs describes them. */
export function twoKinds(seldom: number, often: number): CaptureTable {
  const kinds = [
    [0.7, seldom],
    [0.3, often],
  ] as const;
  const parts = kinds.map(([share, chance]) =>
    independentPatterns(new Array<number>(5).fill(chance)).map((p) => share * p),
  );
  const mixed = parts[0]?.map((p, i) => p + (parts[1]?.[i] ?? 0)) ?? [];
  return simulateTable({ seed: 1, people: 20_000, patternProbabilities: mixed });
}

/** A table about which nothing is to be said. */
export const SOUND = independent(3, [0.4, 0.35, 0.3]);

/** Artificial_3 of Chan, Silverman & Vincent: two of three pairs of lists share nobody. */
export const ARTIFICIAL = table(3, [40, 30, 6, 20]);

/** Two lists of Kosovo taken for one: the three hang together, and nothing bounds the number unseen. */
export const HANGING = table(3, [1543, 845, 226, 936, 393, 217, 240]);

/** Kosovo 1999 (Ball et al. 2002), as the shipped case has it. */
export const KOSOVO = table(4, [1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27]);

export const only = (method: MethodName, more: EstimateOptions = {}): EstimateOptions => ({
  methods: [method],
  ...more,
});

const known = new Map<string, EstimateReport>();

export function estimateOnce(given: CaptureTable, options: EstimateOptions = {}): EstimateReport {
  const key = JSON.stringify([given, options]);
  const report = known.get(key) ?? estimateTable(given, options);
  known.set(key, report);
  return report;
}
