/** What a queue of pairs for people is made of: scored pairs as columns, and what people said so far. */

/** The scored pairs of a link, strongest first, over records counted from 0. */
export interface ReviewPairs {
  readonly recordCount: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Match weight with the prior in it, thousandths of a bit. */
  readonly weights: Int32Array;
  /** 1 where both ended in one cluster. */
  readonly together: Uint8Array;
  /** Cluster of each record, as any number that its members share. */
  readonly clusterOf: Int32Array;
  readonly linkWeight: number;
  readonly reviewWeight: number;
  /** A name of the record that stays when others come or go: what is drawn at random is drawn by it. */
  readonly keyOf: (record: number) => string;
}

/** What people said of one pair, as far as a queue asks. */
export interface ReviewedPair {
  readonly left: number;
  readonly right: number;
  /** What binds; null where reviewers disagree or nobody's word stands. */
  readonly decision: "same" | "different" | "unsure" | null;
  readonly isDisputed: boolean;
  /** A row says something else by now. */
  readonly isChanged: boolean;
  /** Somebody was shown that it contradicts something and kept to it, or two reviewers agree. */
  readonly isConfirmed: boolean;
  /** Whoever decided saw a score that spoke against it already. */
  readonly sawAgainst: boolean;
  /** How many reviewers' words stand. */
  readonly reviewers: number;
  /** Whether the one who asks is among them. */
  readonly isMine: boolean;
}

/** Why a pair waits. */
export type ReviewWhy =
  | "disputed"
  | "same-and-different"
  | "against-evidence"
  | "changed"
  | "bridge"
  | "band"
  | "audit"
  | "second";

export interface ReviewItem {
  readonly left: number;
  readonly right: number;
  readonly why: ReviewWhy;
  /** Row of the pair in `ReviewPairs`; null where the link did not score it. */
  readonly pair: number | null;
}

/** The same for both orders of the two. */
export function pairNumber(left: number, right: number, recordCount: number): number {
  return Math.min(left, right) * recordCount + Math.max(left, right);
}

/** The row of each scored pair. */
export function indexPairs({ left, right, recordCount }: ReviewPairs): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (let row = 0; row < left.length; row += 1)
    rows.set(pairNumber(left[row] ?? 0, right[row] ?? 0, recordCount), row);
  return rows;
}
