/** What every comparison offers to training and scoring. */

/** A level of agreement and the share of true pairs expected there before any data are seen. */
export interface LevelSpec {
  readonly name: string;
  readonly expectedM: number;
  /**
   * The share of different persons expected there before any data are seen; with it a short list, whose few
   * random pairs hold many true ones, still knows that two people of one name are rare. Long lists outweigh it.
   */
  readonly expectedU?: number;
  /**
   * The largest share that training may find. In a block of one event the strongest pattern is the event itself
   * (one day, one place); a bound on unlike names keeps training on persons.
   */
  readonly mostM?: number;
}

/** The level of a missing value in every comparison: it contributes nothing. */
export const MISSING_LEVEL = 0;

/**
 * A comparison bound to its columns. Records are their positions in canonical order.
 *
 * `compare` gives `level + 32 * rarity`: the index of the level and, where the level has term frequency,
 * −log2 of the share of records that would agree this far by chance with this value, in thousandths of a bit.
 */
export interface Comparer {
  readonly name: string;
  readonly fields: readonly string[];
  /** Level 0 is always "missing". */
  readonly levels: readonly LevelSpec[];
  readonly compare: (left: number, right: number) => number;
  /** The same for the first `count` pairs of two lists; pair p goes to `out[offset + p * stride]`. */
  readonly compareMany: (
    left: Int32Array,
    right: Int32Array,
    count: number,
    out: Int32Array,
    offset: number,
    stride: number,
  ) => void;
  /** False when `forbids` never holds. */
  readonly mayForbid: boolean;
  /** True when this pair may never be linked, whatever else agrees. */
  readonly forbids: (level: number) => boolean;
  /** True when the level says that the two have different names of their own: a person must look. */
  readonly isNameConflict?: (level: number) => boolean;
  /** True when this agreement is on an identifier that hardly two persons share. */
  readonly isIdentifier?: (packed: number) => boolean;
  /** The same comparison in pieces that depend on values alone: for engines that look its answers up. */
  readonly pieces: ComparerPieces;
}

/**
 * A comparison as tables can hold it. Two records without a value are at the missing level; two with values get what
 * their values give, but for names that may stand in each other's place.
 */
export interface ComparerPieces {
  /** Value of each record, -1 when missing. */
  readonly ids: Int32Array;
  /** What `compare` gives for two values, the smaller first. */
  readonly compareValues: (smaller: number, larger: number) => number;
  /** Where `compare` may answer otherwise than the values: only when both conditions hold. */
  readonly swap: {
    /** Value of each record in the other comparison, -1 when missing. */
    readonly partnerIds: Int32Array;
    /** Left's value here beside right's value there. */
    readonly isOwnNear: (own: number, partner: number) => boolean;
    /** Left's value there beside right's value here. */
    readonly isPartnerNear: (partner: number, own: number) => boolean;
  } | null;
}

export const levelOf = (packed: number): number => packed & 31;
export const rarityOf = (packed: number): number => packed >>> 5;

/** Thousandths of a bit: one in 10^12. */
export const MOST_RARITY = 40_000;

/** Packs a level with the share of records that agree this far by chance; a share of 1 or more has no rarity. */
export function packLevel(level: number, share = 1): number {
  const millibits = share >= 1 ? 0 : Math.round(-Math.log2(share) * 1000);
  return level + 32 * Math.min(millibits, MOST_RARITY);
}
