/** Intervals by drawing persons again: whole persons with all their records, never single records. */
import type { SparseColumn } from "./evaluate-counts.ts";
import { seededRandom } from "./random.ts";

export interface BootstrapOptions {
  readonly persons: number;
  readonly draws: number;
  readonly seed: number;
}

/** For each draw, how many times each person was drawn, summed over every column: `sums[draw][column]`. */
export function drawPersons(
  columns: readonly SparseColumn[],
  { persons, draws, seed }: BootstrapOptions,
): Float64Array[] {
  const random = seededRandom(seed);
  const times = new Uint16Array(persons);
  return Array.from({ length: draws }, () => {
    times.fill(0);
    for (let drawn = 0; drawn < persons; drawn += 1) {
      const person = random() % persons;
      times[person] = (times[person] ?? 0) + 1;
    }
    return sumColumns(columns, times);
  });
}

/** The sums of every column, each person counted once. */
export function sumOnce(columns: readonly SparseColumn[], persons: number): Float64Array {
  return sumColumns(columns, new Uint16Array(persons).fill(1));
}

function sumColumns(columns: readonly SparseColumn[], times: Uint16Array): Float64Array {
  return Float64Array.from(columns, ({ persons, values }) => {
    let sum = 0;
    for (let row = 0; row < persons.length; row += 1)
      sum += (times[persons[row] ?? 0] ?? 0) * (values[row] ?? 0);
    return sum;
  });
}

/**
 * The middle 95 % of the values; null when fewer than half of the draws give one.
 *
 * @param values - null where a draw had nothing to divide by.
 */
export function percentileInterval(
  values: readonly (number | null)[],
): readonly [low: number, high: number] | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.length * 2 < values.length) return null;
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}
