/** Checking that a leaf stands in a tree whose root is known (RFC 9162, 2.1.3.2). */
import { HASH_BYTES, type Hash, hashNode, toHex } from "./hash.ts";
import type { InclusionProof, ProofReport } from "./proof.ts";

export interface InclusionClaim {
  /** Hash of the leaf: `hashLeaf(entry)`, computed from the entry by the one who checks. */
  readonly leaf: Hash;
  readonly proof: InclusionProof;
  /** Root of the tree of the proof's size, from a checkpoint that is trusted. */
  readonly root: Hash;
}

/** Whether the proof leads from the leaf to the root. Never throws, whatever the proof holds. */
export function verifyInclusion({ leaf, proof, root }: InclusionClaim): ProofReport {
  const actual = rootFromInclusion(leaf, proof);
  const expected = toHex(root);
  if (actual === null) return { ok: false, code: "ledger/proof-malformed", expected, actual };
  const ok = toHex(actual) === expected;
  return { ok, code: ok ? null : "ledger/proof-root", expected, actual: toHex(actual) };
}

/** The root that the proof leads to; null when its sizes or its length cannot be. */
function rootFromInclusion(leaf: Hash, { leafIndex, treeSize, path }: InclusionProof): Hash | null {
  if (!Number.isSafeInteger(leafIndex) || !Number.isSafeInteger(treeSize)) return null;
  if (leafIndex < 0 || leafIndex >= treeSize || leaf.length !== HASH_BYTES) return null;
  let index = leafIndex;
  let last = treeSize - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0 || sibling.length !== HASH_BYTES) return null;
    if (index % 2 === 1 || index === last) {
      hash = hashNode(sibling, hash);
      // A node without a right sibling is carried upward until it has a left one.
      while (index % 2 === 0 && index !== 0) {
        index /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}
