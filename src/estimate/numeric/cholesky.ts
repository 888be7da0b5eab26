/** Symmetric positive definite systems, by Cholesky's factorisation in place. */

/**
 * Overwrites the lower triangle of a row-major size × size matrix by its Cholesky factor L (A = L Lᵀ).
 *
 * @returns false when the matrix is not positive definite to working precision; it is then left half-written.
 */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let j = 0; j < size; j++) {
    const rowJ = j * size;
    const diagonal = at(matrix, rowJ + j);
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= at(matrix, rowJ + k) ** 2;
    if (!(pivot > diagonal * 1e-15)) return false;
    const root = Math.sqrt(pivot);
    matrix[rowJ + j] = root;
    for (let i = j + 1; i < size; i++) {
      const rowI = i * size;
      let sum = at(matrix, rowI + j);
      for (let k = 0; k < j; k++) sum -= at(matrix, rowI + k) * at(matrix, rowJ + k);
      matrix[rowI + j] = sum / root;
    }
  }
  return true;
}

/** Overwrites `vector` by the solution x of L Lᵀ x = vector, for a factor from {@link factorise}. */
export function solveFactorised(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = at(vector, i);
    for (let k = 0; k < i; k++) sum -= at(factor, i * size + k) * at(vector, k);
    vector[i] = sum / at(factor, i * size + i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = at(vector, i);
    for (let k = i + 1; k < size; k++) sum -= at(factor, k * size + i) * at(vector, k);
    vector[i] = sum / at(factor, i * size + i);
  }
}

/** Reads inside the bounds that the loops above keep; the default never applies. */
function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
