import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorise, solveFactorised } from "./cholesky.ts";
import { greatestCommonDivisor, integerKernel } from "./integer-kernel.ts";
import { positiveRows } from "./integer-simplex.ts";

const binaryMatrix = fc.integer({ min: 1, max: 8 }).chain((columns) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 8,
  }),
);

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe("Cholesky", () => {
  test("solves B Bᵀ + I to working precision", () => {
    fc.assert(
      fc.property(binaryMatrix, (rows) => {
        const size = rows.length;
        const matrix = Float64Array.from({ length: size * size }, (_, at) => {
          const [i, j] = [Math.floor(at / size), at % size];
          return dot(rows[i] ?? [], rows[j] ?? []) + (i === j ? 1 : 0);
        });
        const original = matrix.slice();
        const solution = Float64Array.from({ length: size }, (_, i) => i - 1.5);
        expect(factorise(matrix, size)).toBe(true);
        solveFactorised(matrix, size, solution);
        for (let i = 0; i < size; i++) {
          const row = [...original.subarray(i * size, (i + 1) * size)];
          expect(dot(row, [...solution])).toBeCloseTo(i - 1.5, 10);
        }
      }),
    );
  });

  test("says so when the matrix is not positive definite", () => {
    expect(factorise(Float64Array.from([1, 1, 1, 1]), 2)).toBe(false);
  });
});

describe("the integer kernel", () => {
  test("holds whole vectors that the matrix sends to 0, one for each column that is no pivot", () => {
    fc.assert(
      fc.property(binaryMatrix, (rows) => {
        const columns = rows[0]?.length ?? 0;
        const { pivots, basis } = integerKernel(rows, columns);
        expect(pivots.length + basis.length).toBe(columns);
        for (const vector of basis) {
          expect(vector.every(Number.isInteger)).toBe(true);
          for (const row of rows) expect(dot(row, vector)).toBe(0);
        }
        expect(integerKernel(basis, columns).pivots).toHaveLength(basis.length);
      }),
    );
  });

  test("names the leftmost independent columns", () => {
    expect(
      integerKernel(
        [
          [1, 1, 0],
          [1, 1, 1],
        ],
        3,
      ),
    ).toEqual({ pivots: [0, 2], basis: [[-1, 1, 0]] });
  });

  test("refuses to round", () => {
    const big = 2 ** 40;
    expect(() =>
      integerKernel(
        [
          [big, 1],
          [1, big],
        ],
        2,
      ),
    ).toThrowError(/beyond 2\^53/u);
    expect(greatestCommonDivisor(-12, 18)).toBe(6);
  });
});

describe("the cone programme", () => {
  test("finds the direction that lifts some rows and lowers none", () => {
    expect(positiveRows({ rows: [[1], [-1]], dimension: 1 })).toEqual([false, false]);
    expect(positiveRows({ rows: [[1], [2]], dimension: 1 })).toEqual([true, true]);
    expect(
      positiveRows({
        rows: [
          [1, 0],
          [0, 1],
          [0, -1],
        ],
        dimension: 2,
      }),
    ).toEqual([true, false, false]);
  });

  test("agrees with a search over small directions", () => {
    const small = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(small, (rows) => {
        // The extreme directions of a cone in the plane are normals of its rows, or the rows' own sums.
        const directions: [number, number][] = [];
        for (let x = -8; x <= 8; x++) for (let y = -8; y <= 8; y++) directions.push([x, y]);
        const exists = directions.some(
          (u) => rows.every((row) => dot(row, u) >= 0) && rows.some((row) => dot(row, u) > 0),
        );
        expect(positiveRows({ rows, dimension: 2 }).some((is) => is)).toBe(exists);
      }),
    );
  });
});
