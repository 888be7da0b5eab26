/** Views of what linkage leaves in doubt. */

import type { BoundOfPersons } from "./bound-of-persons.ts";
import type { OutlookLikelyView } from "./review-views.ts";

/** How many persons the lists document if the machine linked from another match probability on. */
export interface LinkCutsView {
  /** The lowest first; empty where nothing is linked, or the recorded pairs do not tell. */
  readonly cuts: readonly {
    readonly probability: number;
    /** The same as match weight. */
    readonly bits: number;
    /** Whether it is the cut of the recorded link. */
    readonly isOwn: boolean;
    readonly persons: number;
    /** Those of them who stand on more than one list. */
    readonly several: number;
    /** Chao's lower bound over the lists of the recorded estimate, counted at this cut; null where none is recorded. */
    readonly lowerBound: BoundOfPersons | null;
  }[];
  /** The number without any cut, each doubtful link as likely as it is; null where the link did not count that. */
  readonly likely: OutlookLikelyView | null;
}

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
