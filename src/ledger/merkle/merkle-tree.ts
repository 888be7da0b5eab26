/** The Merkle tree of a log, grown leaf by leaf and held in memory (RFC 9162, 2.1). */
import { HASH_BYTES, type Hash, hashNode, sha256 } from "./hash.ts";
import type { ConsistencyProof, InclusionProof } from "./proof.ts";

/**
 * A tree of up to 2^53 leaves; 64 bytes of memory for each. Sizes and indexes must be in range: whoever takes
 * them from outside checks first.
 */
export interface MerkleTree {
  readonly size: number;
  /** Adds the hash of the next leaf (`hashLeaf`). */
  append(leaf: Hash): void;
  /** Root over the first `size` leaves; SHA-256 of nothing when there are none. */
  root(size?: number): Hash;
  /** MTH(D[index · 2^height : (index + 1) · 2^height]), a subtree that is complete. */
  node(height: number, index: number): Hash;
  proveInclusion(leafIndex: number, treeSize: number): InclusionProof;
  /** Sizes 0 < from ≤ to. */
  proveConsistency(fromSize: number, toSize: number): ConsistencyProof;
}

export function createMerkleTree(): MerkleTree {
  /** By height: the hashes of the complete subtrees, left to right. */
  const levels: HashColumn[] = [];

  function append(leaf: Hash): void {
    let hash = leaf;
    for (let height = 0; ; height++) {
      const level = levelAt(height);
      level.push(hash);
      if (level.length % 2 === 1) return;
      hash = hashNode(level.at(level.length - 2), hash);
    }
  }

  function levelAt(height: number): HashColumn {
    const level = levels[height] ?? createHashColumn();
    levels[height] = level;
    return level;
  }

  /** MTH(D[start : end]): read where the subtree is complete, else split as RFC 9162 2.1.1 says. */
  function rangeHash(start: number, end: number): Hash {
    const width = end - start;
    const height = Math.ceil(Math.log2(width));
    if (2 ** height === width) return levelAt(height).at(start / width);
    const middle = start + splitOf(width);
    return hashNode(rangeHash(start, middle), rangeHash(middle, end));
  }

  /** PATH(m, D[start : end]) of RFC 9162 2.1.3.1, from the leaf upward. */
  function pathTo(leaf: number, start: number, end: number): Hash[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return leaf < middle
      ? [...pathTo(leaf, start, middle), rangeHash(middle, end)]
      : [...pathTo(leaf, middle, end), rangeHash(start, middle)];
  }

  /** SUBPROOF(m, D[start : end], b) of RFC 9162 2.1.4.1; `size` is m counted from 0. */
  function subProof(size: number, start: number, end: number): Hash[] {
    // A subtree that starts at 0 is the older tree itself: its root is known to the verifier.
    if (size === end) return start === 0 ? [] : [rangeHash(start, end)];
    const middle = start + splitOf(end - start);
    return size <= middle
      ? [...subProof(size, start, middle), rangeHash(middle, end)]
      : [...subProof(size, middle, end), rangeHash(start, middle)];
  }

  const tree: MerkleTree = {
    get size() {
      return levelAt(0).length;
    },
    append,
    root: (size = levelAt(0).length) => (size === 0 ? sha256(new Uint8Array()) : rangeHash(0, size)),
    node: (height, index) => levelAt(height).at(index),
    proveInclusion: (leafIndex, treeSize) => ({
      leafIndex,
      treeSize,
      path: pathTo(leafIndex, 0, treeSize),
    }),
    proveConsistency: (fromSize, toSize) => ({ fromSize, toSize, path: subProof(fromSize, 0, toSize) }),
  };
  return tree;
}

/** The largest power of two smaller than the width: k of RFC 9162 2.1.1. */
function splitOf(width: number): number {
  return 2 ** (Math.ceil(Math.log2(width)) - 1);
}

/** Hashes in one growing block of bytes: a million of them as objects would cost ten times the memory. */
interface HashColumn {
  readonly length: number;
  push(hash: Hash): void;
  at(index: number): Hash;
}

function createHashColumn(): HashColumn {
  let bytes = new Uint8Array(HASH_BYTES * 4);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(hash) {
      if ((length + 1) * HASH_BYTES > bytes.length) {
        const wider = new Uint8Array(bytes.length * 2);
        wider.set(bytes);
        bytes = wider;
      }
      bytes.set(hash, length * HASH_BYTES);
      length += 1;
    },
    // A copy: a view would keep an outgrown block alive and let a caller write into the tree.
    at: (index) => bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  };
}
