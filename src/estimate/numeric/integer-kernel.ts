/** Exact linear algebra on small matrices of whole numbers: rank, pivots and null space, with no tolerance. */
import { InquestError } from "../../core/pure.ts";

export interface IntegerKernel {
  /** Columns that are independent of those to their left. */
  readonly pivots: readonly number[];
  /** A basis of {x : A x = 0}, whole numbers without a common divisor; empty when the columns are independent. */
  readonly basis: readonly (readonly number[])[];
}

/**
 * The null space of a matrix of whole numbers, by elimination on integer rows divided by their common divisor.
 *
 * @throws InquestError "estimate/exact-overflow" when a number passes 2^53. Design matrices of log-linear
 *   models (0 and 1) stay far below it.
 */
export function integerKernel(rows: readonly (readonly number[])[], columnCount: number): IntegerKernel {
  const pivots: number[] = [];
  const reduced: number[][] = [];
  let pending = rows.map((row) => [...row]);
  for (let column = 0; column < columnCount && pending.length > 0; column++) {
    const found = pending.findIndex((row) => row[column] !== 0);
    const pivotRow = pending[found];
    if (pivotRow === undefined) continue;
    pending.splice(found, 1);
    if ((pivotRow[column] ?? 0) < 0) negate(pivotRow);
    for (const other of reduced) eliminate(other, pivotRow, column);
    for (const other of pending) eliminate(other, pivotRow, column);
    pending = pending.filter((row) => row.some((value) => value !== 0));
    reduced.push(pivotRow);
    pivots.push(column);
  }
  const basis: number[][] = [];
  for (let free = 0; free < columnCount; free++) {
    if (pivots.includes(free)) continue;
    basis.push(kernelVector({ reduced, pivots, free, columnCount }));
  }
  return { pivots, basis };
}

/** Whole numbers that a computation must not round. @throws InquestError "estimate/exact-overflow". */
export function exact(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new InquestError({
    code: "estimate/exact-overflow",
    reaction: "internal",
    message: `An exact computation met ${value}, beyond 2^53; use fewer lists or a smaller order of interactions.`,
  });
}

export function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** Makes target[column] 0 by a whole-number combination with the pivot row. */
function eliminate(target: number[], pivotRow: readonly number[], column: number): void {
  const factor = target[column] ?? 0;
  if (factor === 0) return;
  const pivot = pivotRow[column] ?? 0;
  let divisor = 0;
  for (let i = 0; i < target.length; i++) {
    const value = exact((target[i] ?? 0) * pivot - (pivotRow[i] ?? 0) * factor);
    target[i] = value;
    if (divisor !== 1 && value !== 0) divisor = greatestCommonDivisor(divisor, value);
  }
  if (divisor > 1) for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) / divisor;
}

function negate(row: number[]): void {
  for (let i = 0; i < row.length; i++) row[i] = 0 - (row[i] ?? 0);
}

interface KernelVectorInput {
  readonly reduced: readonly (readonly number[])[];
  readonly pivots: readonly number[];
  readonly free: number;
  readonly columnCount: number;
}

/** The solution with the free column at a positive whole number and the other free columns at 0. */
function kernelVector({ reduced, pivots, free, columnCount }: KernelVectorInput): number[] {
  let scale = 1;
  reduced.forEach((row, i) => {
    const pivot = Math.abs(row[pivots[i] ?? 0] ?? 1);
    const needed = pivot / greatestCommonDivisor(pivot, row[free] ?? 0);
    scale = exact((scale / greatestCommonDivisor(scale, needed)) * needed);
  });
  const vector = new Array<number>(columnCount).fill(0);
  vector[free] = scale;
  reduced.forEach((row, i) => {
    const column = pivots[i] ?? 0;
    vector[column] = 0 - exact((row[free] ?? 0) * scale) / (row[column] ?? 1);
  });
  return vector;
}
