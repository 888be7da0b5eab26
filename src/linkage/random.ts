/** Seeded randomness: the same seed gives the same numbers on every machine. */

/** Uniform integers in [0, 2^32): the counter-based splitmix32 generator. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return finished(state);
  };
}

/** A whole number below 2^53 as 32 well mixed bits: to take a fixed part of many keys without a list of them. */
export function mixedBits(value: number): number {
  return finished(Math.imul(value | 0, 0x9e3779b1) ^ finished((value / 4294967296) | 0));
}

function finished(state: number): number {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
