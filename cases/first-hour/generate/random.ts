/** Seeded chance: the generator's only source of it, the same on every machine. */

export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in [from, to], both ends included. */
  between(from: number, to: number): number;
  isTrue(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One item, each with the weight that stands at its index; weights past the last item count for nothing. */
  pickWeighted<T>(items: readonly T[], weights: readonly number[]): T;
  /** The items in a random order (Fisher and Yates); the argument stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
  /** A share of the items, rounded to a whole number of them, chosen at random. */
  deal<T>(share: number, items: readonly T[]): ReadonlySet<T>;
}

/**
 * Chance from a seed: xoshiro128** (Blackman and Vigna 2021, ACM TOMS 47:36), its state filled from the seed by
 * a multiplicative hash.
 */
export function chanceFrom(seed: number): Chance {
  const state = new Uint32Array(4);
  let hash = seed >>> 0;
  for (let at = 0; at < 4; at += 1) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    state[at] = hash ^ (hash >>> 13);
  }
  const next = (): number => step(state) / 0x1_0000_0000;
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const shuffle = <T>(items: readonly T[]): T[] => {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = between(0, at);
      const [here, there] = [mixed[at], mixed[other]];
      if (here !== undefined && there !== undefined) [mixed[at], mixed[other]] = [there, here];
    }
    return mixed;
  };
  return {
    next,
    between,
    shuffle,
    isTrue: (probability) => next() < probability,
    pick: (items) => itemAt(items, between(0, items.length - 1)),
    pickWeighted(items, allWeights) {
      const weights = allWeights.slice(0, items.length);
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const at = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return itemAt(items, at < 0 ? items.length - 1 : at);
    },
    deal: (share, items) => new Set(shuffle(items).slice(0, Math.round(share * items.length))),
  };
}

function step(state: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  const [e, f] = [c ^ a, d ^ b];
  state.set([a ^ f, b ^ e, e ^ (b << 9), rotate(f, 11)]);
  return result;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function itemAt<T>(items: readonly T[], at: number): T {
  const item = items[at];
  if (item === undefined) throw new RangeError(`no item ${at} among ${items.length}`);
  return item;
}
