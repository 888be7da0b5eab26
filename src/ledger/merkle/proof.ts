/** Proofs of the Merkle tree, and what checking one gives. */
import type { Hash } from "./hash.ts";

/** Inclusion: the hashes that lead from one leaf to the root of the tree with `treeSize` leaves (RFC 9162, 2.1.3). */
export interface InclusionProof {
  readonly leafIndex: number;
  readonly treeSize: number;
  /** The neighbour at each level, lowest first. */
  readonly path: readonly Hash[];
}

/** That a tree is the beginning of a larger one (RFC 9162, 2.1.4). */
export interface ConsistencyProof {
  readonly fromSize: number;
  readonly toSize: number;
  readonly path: readonly Hash[];
}

/**
 * Inclusion of many leaves at once: a row of the tree, and for each leaf the hashes that lead up to its node in it. A
 * node of the row is the root over 2^height leaves, the last one over what is left.
 */
export interface RowProof {
  readonly treeSize: number;
  readonly height: number;
  /** From left to right; their own tree has the root of the log. */
  readonly row: readonly Hash[];
  readonly leaves: readonly {
    readonly leafIndex: number;
    readonly hash: Hash;
    /** The neighbour at each level below the row, lowest first. */
    readonly path: readonly Hash[];
  }[];
}

export interface ProofReport {
  readonly ok: boolean;
  /** Why not: `ledger/proof-malformed` (sizes or length cannot be) or `ledger/proof-root`; null when ok. */
  readonly code: "ledger/proof-malformed" | "ledger/proof-root" | null;
  /** The root that the proof had to lead to, in hexadecimal. */
  readonly expected: string;
  /** The root it leads to; null when it leads nowhere. */
  readonly actual: string | null;
}
