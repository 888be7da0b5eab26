/** A fair part of very many pairs, taken by a hash of the pair: the same part in any order and on any engine. */
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
}

const ALL = 4_294_967_296;

export function isOfPart(left: number, right: number, { multiplier, seed, below }: PairPart): boolean {
  return below >= ALL || mixedBits((left * multiplier + right) ^ seed) < below;
}

/** More pairs than this tell training nothing new. */
const MOST_SAMPLED = 600_000;

/** The part of all candidates that training sees. @returns `scale`: how many pairs each of them stands for. */
export function partOfCandidates(
  candidatePairs: number,
  recordCount: number,
  seed: number,
): { readonly scale: number; readonly part: PairPart } {
  const scale = Math.max(1, candidatePairs / MOST_SAMPLED);
  return { scale, part: { multiplier: recordCount, seed, below: Math.ceil(ALL / scale) } };
}

const MOST_PAIRS_PER_RULE = 50_000;

/** The part of one rule's pairs that training sees. */
export function partOfRule({ pairs }: Rule, seed: number): PairPart {
  return { multiplier: 31_013, seed, below: Math.ceil(Math.min(1, MOST_PAIRS_PER_RULE / pairs) * ALL) };
}
