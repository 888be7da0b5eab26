/** Linear programmes over the whole numbers' fractions, solved exactly: a dense simplex without rounding. */
import { exact } from "./integer-kernel.ts";

export interface ConeProgramme {
  /** Rows m of whole numbers; the programme is over u with 0 ≤ m·u ≤ 1 for each. */
  readonly rows: readonly (readonly number[])[];
  readonly dimension: number;
}

/**
 * Which rows m have m·u > 0 at a u that maximises Σ m·u subject to 0 ≤ m·u ≤ 1 for every row.
 *
 * None does exactly when the cone {u : m·u ≥ 0 for all rows} holds only u with all m·u = 0. The tableau keeps
 * whole numbers over one common denominator (integer pivoting, Edmonds 1967), so the answer has no tolerance;
 * Bland's rule (1977) prevents cycling at the degenerate start u = 0.
 *
 * @throws InquestError "estimate/exact-overflow" when a number passes 2^53.
 */
export function positiveRows({ rows, dimension }: ConeProgramme): readonly boolean[] {
  // Columns: u⁺ (dimension), u⁻ (dimension). Rows: slack of m·u ≤ 1, slack of −m·u ≤ 0. Last column: right side.
  const width = 2 * dimension;
  const split = (row: readonly number[], sign: number, right: number) => [
    ...row.map((value) => sign * value),
    ...row.map((value) => -sign * value),
    right,
  ];
  const tableau = [...rows.map((row) => split(row, 1, 1)), ...rows.map((row) => split(row, -1, 0))];
  const sums = Array.from({ length: dimension }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  // The objective as a row: a negative entry is a direction that still improves.
  tableau.push(split(sums, -1, 0));
  const columnVariable = Array.from({ length: width }, (_, i) => i);
  const rowVariable = Array.from({ length: 2 * rows.length }, (_, i) => width + i);
  let denominator = 1;
  for (;;) {
    const column = enteringColumn(tableau, columnVariable);
    if (column < 0) break;
    const row = leavingRow({ tableau, rowVariable, column, width });
    if (row < 0) break;
    denominator = pivot({ tableau, row, column, denominator });
    [columnVariable[column], rowVariable[row]] = [rowVariable[row] ?? 0, columnVariable[column] ?? 0];
  }
  const value = new Array<number>(width).fill(0);
  rowVariable.forEach((variable, i) => {
    if (variable < width) value[variable] = tableau[i]?.[width] ?? 0;
  });
  const point = Array.from({ length: dimension }, (_, i) => (value[i] ?? 0) - (value[dimension + i] ?? 0));
  return rows.map((row) => row.reduce((sum, entry, i) => sum + entry * (point[i] ?? 0), 0) > 0);
}

/** The improving column whose variable has the least index, or −1 at the optimum. */
function enteringColumn(tableau: readonly (readonly number[])[], columnVariable: readonly number[]): number {
  const objective = tableau[tableau.length - 1] ?? [];
  let best = -1;
  columnVariable.forEach((variable, column) => {
    if ((objective[column] ?? 0) >= 0) return;
    if (best < 0 || variable < (columnVariable[best] ?? 0)) best = column;
  });
  return best;
}

interface LeavingInput {
  readonly tableau: readonly (readonly number[])[];
  readonly rowVariable: readonly number[];
  readonly column: number;
  readonly width: number;
}

/** The row that limits the column most, ties to the least variable; −1 when nothing limits it. */
function leavingRow({ tableau, rowVariable, column, width }: LeavingInput): number {
  let best = -1;
  let bestRight = 0;
  let bestEntry = 1;
  rowVariable.forEach((variable, i) => {
    const entry = tableau[i]?.[column] ?? 0;
    if (entry <= 0) return;
    const right = tableau[i]?.[width] ?? 0;
    // right / entry against bestRight / bestEntry, without division.
    const difference = exact(right * bestEntry) - exact(bestRight * entry);
    if (best < 0 || difference < 0 || (difference === 0 && variable < (rowVariable[best] ?? 0))) {
      [best, bestRight, bestEntry] = [i, right, entry];
    }
  });
  return best;
}

interface PivotInput {
  readonly tableau: number[][];
  readonly row: number;
  readonly column: number;
  readonly denominator: number;
}

/** One exchange of the tableau; gives the new common denominator. */
function pivot({ tableau, row, column, denominator }: PivotInput): number {
  const pivotRow = tableau[row] ?? [];
  const element = pivotRow[column] ?? 0;
  tableau.forEach((target, i) => {
    if (i === row) return;
    const factor = target[column] ?? 0;
    for (let j = 0; j < target.length; j++) {
      if (j === column) continue;
      target[j] = exact(exact((target[j] ?? 0) * element) - exact(factor * (pivotRow[j] ?? 0))) / denominator;
    }
    target[column] = -factor;
  });
  pivotRow[column] = denominator;
  return element;
}
