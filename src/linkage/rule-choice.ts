/** Which of the planned rules are worth running, told from what each brings: the same on every engine. */
import type { FollowedPairs } from "./novelty.ts";
import type { LeftOutRule } from "./result.ts";

/** A rule must bring at least so many new pairs among a hundred: true pairs meet under several rules. */
const LEAST_YIELD = 0.02;

/** Blocks lie in memory: four bytes a place, twice. Long lists have fewer rules rather than none. */
const MOST_PLACES = 1 << 24;
const MOST_PLACES_PER_RECORD = 48;

export interface LaidOut extends FollowedPairs {
  /** Members of the blocks of a rule, and one more for each block. */
  readonly places: number;
}

/** Asked of one rule after another, in their order. */
export class RuleChoice {
  readonly #mostPlaces: number;
  readonly #isFree: boolean;
  #places = 0;
  #isFirst = true;

  /** @param isFree - false takes every rule, whatever it brings: rules that a person gave, or an earlier run. */
  constructor(recordCount: number, isFree: boolean) {
    this.#mostPlaces = Math.max(MOST_PLACES, MOST_PLACES_PER_RECORD * recordCount);
    this.#isFree = isFree;
  }

  /** Why a rule is left out: earlier ones hold its pairs already, or there is no room. Null for one that is taken. */
  refusal({ places, visits, fresh }: LaidOut): Exclude<LeftOutRule["why"], "budget"> | null {
    if (this.#isFree) {
      if (!this.#isFirst && this.#places + places > this.#mostPlaces) return "no-room";
      if (visits > 0 && fresh / visits < LEAST_YIELD) return "nothing-new";
    }
    this.#isFirst = false;
    this.#places += places;
    return null;
  }
}
