/** What the faces show of persons of linked lists by groups. */
import type { BoundOfPersons } from "./bound-of-persons.ts";

export interface StratumView {
  /** Of the group; null of all persons together. */
  readonly value: string | null;
  readonly label: string;
  /** Other words that lists write for it, the most frequent first. */
  readonly written: readonly string[];
  readonly persons: number;
  /** How many are on one list, on two, and so on. Lists that count as one are one. */
  readonly seenOn: readonly number[];
  /** Null where nobody of the group is on more than one list. */
  readonly lowerBound: BoundOfPersons | null;
}

export interface StrataView {
  /** Names of the lists, those that count as one together; empty where no estimate of linked lists is recorded. */
  readonly lists: readonly string[];
  /** By what they can be divided: what each of the lists tells, of which there are at least two groups. */
  readonly ways: readonly { readonly id: string; readonly label: string }[];
  /** Places under two names, each of one list alone: they divide nobody, and linkage compares none of them. */
  readonly apart: readonly { readonly field: string; readonly list: string }[];
  /** The way that was asked for, or the first one; null where there is none. */
  readonly by: string | null;
  /** Times and ages in their order, all else the most persons first. */
  readonly strata: readonly StratumView[];
  readonly all: StratumView | null;
  /** Groups beyond those shown. */
  readonly others: { readonly groups: number; readonly persons: number };
  /** Persons of whom no row tells. */
  readonly unrecorded: number;
  /** Persons whose rows give more than one group: each is counted in one of them. */
  readonly differing: number;
}
