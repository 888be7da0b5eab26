/**
 * Precision and recall without labels: a random sample of pairs from each stratum, judged by people, negatives
 * included. Both are of the pairs shown (at or above the review band): what no rule brought together, nobody saw.
 */

import { seededRandom } from "./random.ts";
import type { LinkInput, PairJudgement } from "./records.ts";
import type { LinkResult, ScoredPair } from "./result.ts";

/** Pairs of one kind, and what people said of a random sample of them. */
export interface ReviewStratum {
  readonly name: string;
  /** True for pairs that ended in one cluster. */
  readonly isLinked: boolean;
  readonly pairs: number;
  readonly same: number;
  readonly different: number;
  /** Looked at and left open: they count neither way, and widen nothing. */
  readonly unsure: number;
}

export interface ReviewFigure {
  readonly value: number;
  /** 95 %, its ends leaning to the safe side. */
  readonly interval: readonly [low: number, high: number];
}

export interface ReviewEstimate {
  /** Null while a stratum of linked pairs has no judged pair, or nothing is linked. */
  readonly precision: ReviewFigure | null;
  /** Null while any stratum has no judged pair. */
  readonly recall: ReviewFigure | null;
  readonly strata: readonly ReviewStratum[];
  /** Strata without a judged pair: what is missing before both figures can be told. */
  readonly unsampled: readonly string[];
}

export const STRATA = [
  { name: "linked-0.99", isLinked: true, from: 0.99, to: 1.01 },
  { name: "linked-0.9", isLinked: true, from: 0.9, to: 0.99 },
  { name: "linked-weaker", isLinked: true, from: 0, to: 0.9 },
  { name: "apart-0.9", isLinked: false, from: 0.9, to: 1.01 },
  { name: "apart-0.5", isLinked: false, from: 0.5, to: 0.9 },
  { name: "apart-weaker", isLinked: false, from: 0, to: 0.5 },
] as const;

export type StratumName = (typeof STRATA)[number]["name"];

export function stratumOf({
  together,
  probability,
}: Pick<ScoredPair, "together" | "probability">): StratumName {
  const found = STRATA.find(
    ({ isLinked, from, to }) => isLinked === together && probability >= from && probability < to,
  );
  return found?.name ?? "apart-weaker";
}

/**
 * A random sample of the pairs shown, as many from each stratum, in random order: who judges cannot tell from the
 * order what the machine thought.
 *
 * @param perStratum - at most so many from each of the six strata.
 */
export function drawReviewSample(
  result: Pick<LinkResult, "pairs">,
  { perStratum, seed }: { readonly perStratum: number; readonly seed: number },
): ScoredPair[] {
  const random = seededRandom(seed);
  const shuffled = result.pairs.map((pair) => ({ pair, at: random() })).sort((a, b) => a.at - b.at);
  const taken = new Map<StratumName, number>();
  return shuffled.flatMap(({ pair }) => {
    const stratum = stratumOf(pair);
    const count = taken.get(stratum) ?? 0;
    taken.set(stratum, count + 1);
    return count < perStratum ? [pair] : [];
  });
}

/**
 * The strata of a result with what people said.
 *
 * @param result - of a run **without** these judgements: they would have moved the pairs they judge.
 * @param judgements - of a random sample, such as `drawReviewSample` gives; a later one on a pair supersedes.
 */
export function judgedStrata(
  input: LinkInput,
  result: Pick<LinkResult, "pairs">,
  judgements: readonly PairJudgement[],
): ReviewStratum[] {
  const said = new Map(judgements.map(({ left, right, decision }) => [keyOf(left, right), decision]));
  return STRATA.map(({ name, isLinked }) => {
    const counts = { same: 0, different: 0, unsure: 0 };
    let pairs = 0;
    for (const pair of result.pairs) {
      if (stratumOf(pair) !== name) continue;
      pairs += 1;
      const [left, right] = [input.records[pair.left], input.records[pair.right]];
      const decision = left && right ? said.get(keyOf(left, right)) : undefined;
      if (decision !== undefined) counts[decision] += 1;
    }
    return { name, isLinked, pairs, ...counts };
  });
}

const DRAWS = 2000;

/** How the share of true pairs in a stratum is drawn: from below, in the middle, from above. */
const LEANS = ["low", "middle", "high"] as const;
type Lean = (typeof LEANS)[number];

/** What each lean takes for granted beside what was judged: Clopper and Pearson's two sides, Jeffreys' middle. */
const ADDED: Readonly<Record<Lean, readonly [same: number, different: number]>> = {
  low: [0, 1],
  middle: [0.5, 0.5],
  high: [1, 0],
};

/**
 * Precision and recall of the links, from judged strata.
 *
 * The share of true pairs in a stratum has a beta posterior; it is applied to the pairs that nobody judged, those
 * judged count as they are. Values are medians under Jeffreys' prior; the ends of the intervals lean to the safe
 * side as those of Clopper and Pearson do, so that ten pairs of ten leave open that all are true.
 */
export function estimateFromReview(strata: readonly ReviewStratum[], seed = 1988): ReviewEstimate {
  const some = strata.filter(({ pairs }) => pairs > 0);
  const linked = some.filter(({ isLinked }) => isLinked);
  const unsampled = some.filter(({ same, different }) => same + different === 0).map(({ name }) => name);
  const isSampled = (each: readonly ReviewStratum[]) => each.every(({ name }) => !unsampled.includes(name));
  const uniform = uniformFrom(seed);
  const linkedPairs = linked.reduce((sum, { pairs }) => sum + pairs, 0);
  const truePairs = (lean: Lean, isLinked: boolean): number =>
    some.reduce(
      (sum, stratum) => sum + (stratum.isLinked === isLinked ? drawTruePairs(stratum, lean, uniform) : 0),
      0,
    );
  const draw = (read: (lean: Lean) => number) =>
    LEANS.map((lean) => Array.from({ length: DRAWS }, () => read(lean)).sort((a, b) => a - b));
  const opposite: Readonly<Record<Lean, Lean>> = { low: "high", middle: "middle", high: "low" };
  return {
    precision:
      linked.length > 0 && isSampled(linked)
        ? toFigure(draw((lean) => truePairs(lean, true) / linkedPairs))
        : null,
    recall:
      some.length > 0 && isSampled(some)
        ? toFigure(
            draw((lean) => {
              const found = truePairs(lean, true);
              const all = found + truePairs(opposite[lean], false);
              return all === 0 ? 1 : found / all;
            }),
          )
        : null,
    strata,
    unsampled,
  };
}

function drawTruePairs({ pairs, same, different }: ReviewStratum, lean: Lean, uniform: () => number): number {
  const [addedSame, addedDifferent] = ADDED[lean];
  const share = betaDraw(same + addedSame, different + addedDifferent, uniform);
  return same + (pairs - same - different) * share;
}

function toFigure([low = [], middle = [], high = []]: readonly (readonly number[])[]): ReviewFigure {
  const at = (sorted: readonly number[], share: number): number =>
    sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { value: at(middle, 0.5), interval: [at(low, 0.025), at(high, 0.975)] };
}

type Address = PairJudgement["left"];

/** The same for both orders of the two. */
function keyOf(left: Address, right: Address): string {
  return [left, right]
    .map(({ list, recordId }) => JSON.stringify([list, recordId]))
    .sort()
    .join("");
}

function uniformFrom(seed: number): () => number {
  const random = seededRandom(seed);
  return () => (random() + 0.5) / 4_294_967_296;
}

/** @param a - and b: not both 0; a shape of 0 has all its weight at that end. */
function betaDraw(a: number, b: number, uniform: () => number): number {
  if (a === 0) return 0;
  if (b === 0) return 1;
  const [one, two] = [gammaDraw(a, uniform), gammaDraw(b, uniform)];
  return one / (one + two);
}

/** @see Marsaglia & Tsang, A simple method for generating gamma variables, 2000; shapes below 1 by their note. */
function gammaDraw(shape: number, uniform: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
