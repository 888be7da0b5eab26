/** What linkage gives back: clusters, scored pairs, and an account of how it came to them. */

import type { PairJudgement } from "./records.ts";

/** `link`: joined by the machine; `review`: a person must look; `apart`: not the same as far as this shows. */
export type PairBand = "link" | "review" | "apart";

/** One scored pair. Indices point into `LinkInput.records`. */
export interface ScoredPair {
  /** The record that comes first by list and then by what it says, as in `inCanonicalOrder`. */
  readonly left: number;
  readonly right: number;
  /** Match weight with the prior in it, in bits; always a whole number of thousandths. */
  readonly weightBits: number;
  /** 2^w / (1 + 2^w). Calibrated only as far as the fields are independent. */
  readonly probability: number;
  readonly band: PairBand;
  /** Level of each comparison, in the order of `LinkModel.comparisons`; "missing" where a value is missing. */
  readonly levels: readonly string[];
  /**
   * What each comparison adds, level and rarity of the value, in thousandths of a bit in their order, and what
   * comparisons that go together add beside; left out by an engine that does not tell.
   */
  readonly parts?: { readonly comparisons: readonly number[]; readonly jointMillibits: number };
  /** The first blocking rule that brought the two together; null for pairs scored inside a component. */
  readonly rule: string | null;
  /** True when both ended in one cluster. */
  readonly together: boolean;
}

/** A level of agreement with what training found. */
export interface LinkLevel {
  readonly name: string;
  /** P(level | same person). */
  readonly m: number;
  /** P(level | different persons). */
  readonly u: number;
  /** log2(m/u) in thousandths of a bit, before term frequency; 0 for a missing value. */
  readonly weightMillibits: number;
}

export interface LinkModel {
  readonly comparisons: readonly { readonly name: string; readonly levels: readonly LinkLevel[] }[];
  /** Prior probability that a random pair of all records is a match. */
  readonly prior: number;
  readonly priorMillibits: number;
  /** Taken from pairs within one list, thousandths of a bit. */
  readonly sameListPenaltyMillibits: number;
  readonly training: readonly TrainingRun[];
  /** Random pairs counted for u. */
  readonly randomPairs: number;
}

export interface TrainingRun {
  /** The blocking rule whose pairs were used. */
  readonly rule: string;
  readonly pairs: number;
  /** Comparisons not trained here because the rule uses their fields. */
  readonly untrained: readonly string[];
  readonly iterations: number;
  /** False: stopped at the iteration limit, not at the tolerance. */
  readonly converged: boolean;
  /** Share of matches among the pairs, as this run estimates it. */
  readonly matchShare: number;
}

export interface BlockingRuleReport {
  readonly rule: string;
  /** The largest block whose pairs are all taken; larger ones are split by a further key. */
  readonly blockCap: number;
  readonly blocks: number;
  readonly largestBlock: number;
  /** Pairs the rule holds before caps, those of earlier rules included. */
  readonly pairs: number;
  /** Pairs that no earlier rule held. */
  readonly newPairs: number;
  /** Blocks above the cap, split by a further key. */
  readonly splitBlocks: number;
  /** Pairs of those blocks that no further key brought together in this rule. */
  readonly cappedPairs: number;
}

/** How much of the matches blocking holds, estimated without labels. */
export interface BlockingRecall {
  /**
   * Share of the match probability, among pairs that share a loose key of the name, that the rules hold. Null where
   * nothing tells it: no pair was brought together to learn from, or no likely pair was found.
   */
  readonly recall: number | null;
  readonly standardError: number | null;
  /** Records and pairs it was estimated from; 0 where every pair is compared. */
  readonly records: number;
  readonly pairs: number;
}

/** A rule that was considered and does not run, with the pairs that it would have cost. */
export interface LeftOutRule {
  readonly rule: string;
  readonly pairs: number;
  /**
   * `nothing-new`: earlier rules hold nearly all its pairs; `no-room`: its blocks have no room in memory; `budget`: the
   * rules before it spent the budget of pairs.
   */
  readonly why: "nothing-new" | "no-room" | "budget";
}

export interface BlockingReport {
  /** True when every pair of named records was compared. */
  readonly exhaustive: boolean;
  readonly candidatePairs: number;
  readonly rules: readonly BlockingRuleReport[];
  /** Rules that were considered and left out. */
  readonly leftOut: readonly LeftOutRule[];
}

/** How many persons the named records are, with the doubt of linkage in it. */
export interface DistinctPersons {
  readonly estimate: number;
  /** The middle 95 % of the draws. */
  readonly low: number;
  readonly high: number;
  readonly draws: number;
  /**
   * Share of true links that the model itself expects to be out of reach: lost in blocking, or looking like strangers.
   * Null where nothing tells what blocking lost: then the draws know nothing of it, and there may be fewer persons.
   */
  readonly missedLinks: number | null;
}

/** One partition drawn over the uncertain pairs. */
export interface SampledPartition {
  /** Weights of all partitions sum to 1. */
  readonly weight: number;
  /** For each record of the input the index of one record of its cluster, the same for all of them. */
  readonly clusterOf: Int32Array;
}

/** A link-band edge that was cut so that clusters hold together, and why. */
export interface CutEdge {
  readonly left: number;
  readonly right: number;
  readonly weightBits: number;
  readonly reason: "weaker-than-the-whole" | "judged-different" | "hard-conflict";
}

/** A judgement that cannot be honoured or that the evidence speaks against. */
export interface JudgementConflict {
  readonly left: number | null;
  readonly right: number | null;
  /** `same-and-different`: a "same" that was set aside, since with stronger ones it would join two judged different. */
  readonly kind: "unknown-record" | "same-and-different" | "against-evidence";
  readonly weightBits: number | null;
  /** The judgements that one is set aside against; indices point into `LinkInput.records`. */
  readonly against: readonly {
    readonly left: number;
    readonly right: number;
    readonly decision: PairJudgement["decision"];
  }[];
}

export interface LinkResult {
  /** Cluster id of each record, aligned with `LinkInput.records`: `list/recordId` of its first member by these. */
  readonly clusterIds: readonly string[];
  /** Clusters that hold at least one named record, as the machine and the reviewers decided. */
  readonly distinctPersons: number;
  /** The same with links as likely as they are: the figure to report, beside the decided one. */
  readonly personsWithDoubt: DistinctPersons;
  /** Partitions for the estimate, so that its interval carries the doubt of linkage. */
  readonly partitions: readonly SampledPartition[];
  readonly blockingRecall: BlockingRecall;
  /** Records without a usable name: each stays alone unless a person judged otherwise. */
  readonly unnamedRecords: number;
  /** Lists none of whose records has a usable name: no person is counted from them alone. */
  readonly unnamedLists: readonly string[];
  /** Pairs at or above the review band, and every pair that ended together; strongest first. */
  readonly pairs: readonly ScoredPair[];
  /** Those of `pairs` in the middle band that nothing else joined and nobody judged: they need a person. */
  readonly needsReview: readonly ScoredPair[];
  readonly cutEdges: readonly CutEdge[];
  readonly conflicts: readonly JudgementConflict[];
  readonly blocking: BlockingReport;
  readonly model: LinkModel;
}
