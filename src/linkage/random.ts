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

/** A text as 32 well mixed bits of a seed: a random order of things that stays the same when others come or go. */
export function seededHash(text: string, seed: number): number {
  // FNV-1a over the code units, both bytes of each.
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return finished(hash);
}

function finished(state: number): number {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** A standard normal deviate from two numbers of `seededRandom`. @see Box and Muller, 1958. */
export function standardNormal(random: () => number): number {
  const [one, other] = [(random() + 0.5) / 4_294_967_296, (random() + 0.5) / 4_294_967_296];
  return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
}
