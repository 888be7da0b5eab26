/**
 * Sums over the lattice of subsets, in place, in J 2^(J−1) additions (Yates 1937; the zeta transform of
 * Rota 1964). With them a log-linear model needs no design matrix: linear predictors are sums over subsets,
 * margins are sums over supersets.
 */

/** Replaces value[c] by the sum of value[s] over all s ⊆ c, for an array of 2^J values. */
export function sumOverSubsets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1) {
    for (let block = bit; block < values.length; block += bit << 1) {
      for (let i = block; i < block + bit; i++) values[i] = (values[i] ?? 0) + (values[i - bit] ?? 0);
    }
  }
}

/** Replaces value[s] by the sum of value[c] over all c ⊇ s, for an array of 2^J values. */
export function sumOverSupersets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1) {
    for (let block = bit; block < values.length; block += bit << 1) {
      for (let i = block; i < block + bit; i++) values[i - bit] = (values[i - bit] ?? 0) + (values[i] ?? 0);
    }
  }
}

/** How many bits of a mask of at most 32 are set. */
export function countBits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
