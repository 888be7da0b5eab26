/** A fair part of very many pairs, taken by a hash: the same part in any order and on any engine. */
import type { Rule } from "./blocking-rules.ts";
import { mixedBits } from "./random.ts";

/**
 * The pairs of which `mixedBits((left * multiplier + right) ^ seed)` lies below `below`. From 2^32 on that is every
 * pair. The key is the low 32 bits of the number, as JavaScript's `^` takes them.
 */
export interface PairPart {
  readonly multiplier: number;
  readonly seed: number;
  readonly below: number;
  /** True takes all pairs of some left records: `left` alone is the number. */
  readonly isOfLeft?: boolean;
}

const ALL = 4_294_967_296;

export function isOfPart(left: number, right: number, part: PairPart): boolean {
  const { multiplier, seed, below, isOfLeft = false } = part;
  if (isOfLeft) return isLeftOfPart(left, part);
  return below >= ALL || mixedBits((left * multiplier + right) ^ seed) < below;
}

/** Whether the pairs of a left record are of a part that takes left records. */
export function isLeftOfPart(left: number, { seed, below }: PairPart): boolean {
  return below >= ALL || mixedBits(left ^ seed) < below;
}

/** More pairs than this tell training little: half of them lose words that go together, and with them true pairs. */
const MOST_SAMPLED = 1_200_000;

/** From here on visiting all pairs to take a few of them costs more than it tells. */
const MOST_SCALE_BY_PAIR = 2;

/**
 * The part of all candidates that training sees: some pairs, or where they are very many those of some left records.
 *
 * @returns `scale`: how many pairs each of them stands for.
 */
export function partOfCandidates(
  candidatePairs: number,
  recordCount: number,
  seed: number,
): { readonly scale: number; readonly part: PairPart } {
  const scale = Math.max(1, candidatePairs / MOST_SAMPLED);
  const below = Math.ceil(ALL / scale);
  const isOfLeft = scale > MOST_SCALE_BY_PAIR;
  return { scale, part: { multiplier: recordCount, seed, below, isOfLeft } };
}

const MOST_PAIRS_PER_RULE = 50_000;

/** The part of one rule's pairs that training sees. */
export function partOfRule({ pairs }: Pick<Rule, "pairs">, seed: number): PairPart {
  return { multiplier: 31_013, seed, below: Math.ceil(Math.min(1, MOST_PAIRS_PER_RULE / pairs) * ALL) };
}
