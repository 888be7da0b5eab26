/** Views of what linkage leaves in doubt. */

/** The count of persons with links as likely as they are. */
export interface LinkDoubtView {
  readonly estimate: number;
  /** The middle 95 % of the draws. */
  readonly low: number;
  readonly high: number;
  /** In words: the interval, and what it covers and does not. */
  readonly text: string;
}

/** What the partitions of the link say of one estimate; numbers are null where none could be given. */
export interface LinkageOfEstimateView {
  readonly partitions: number;
  readonly counted: readonly [number, number];
  readonly method: string | null;
  readonly point: number | null;
  readonly interval: readonly [number, number] | null;
  /** Part of the variance that comes from how records were linked, 0 to 1. */
  readonly linkageShare: number | null;
  /** The same in words. */
  readonly text: string;
}
