/** A capture table: how many people were seen on exactly which lists. */

export interface CaptureCell {
  /** Bit j is set when the people of this cell are on list j of the table; never 0 (the unseen). */
  readonly pattern: number;
  /** People with this capture history, a whole number ≥ 0. */
  readonly count: number;
}

export interface CaptureTable {
  /** Names of the lists, in bit order; 2 to 16 of them. */
  readonly lists: readonly string[];
  /** One cell for each pattern that was observed; absent patterns count 0. */
  readonly cells: readonly CaptureCell[];
}
