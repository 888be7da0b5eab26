/** Checking that a tree is the beginning of a larger one: nothing was rewritten (RFC 9162, 2.1.4.2). */
import { HASH_BYTES, type Hash, hashNode, toHex } from "./hash.ts";
import type { ConsistencyProof, ProofReport } from "./proof.ts";

export interface ConsistencyClaim {
  readonly proof: ConsistencyProof;
  /** Root of the smaller tree, from a checkpoint that was kept. */
  readonly fromRoot: Hash;
  /** Root of the larger tree. */
  readonly toRoot: Hash;
}

/**
 * Whether the proof leads to both roots. A proof from the empty tree is malformed: everything begins with
 * nothing, so it would prove nothing. Never throws, whatever the proof holds.
 *
 * `expected` and `actual` of the report are those of the larger tree, or of the smaller one when only that
 * one fails.
 */
export function verifyConsistency({ proof, fromRoot, toRoot }: ConsistencyClaim): ProofReport {
  const roots = rootsFromConsistency(proof, fromRoot);
  if (roots === null) {
    return { ok: false, code: "ledger/proof-malformed", expected: toHex(toRoot), actual: null };
  }
  const isToRoot = toHex(roots.to) === toHex(toRoot);
  const ok = isToRoot && toHex(roots.from) === toHex(fromRoot);
  return {
    ok,
    code: ok ? null : "ledger/proof-root",
    expected: toHex(ok || !isToRoot ? toRoot : fromRoot),
    actual: toHex(ok || !isToRoot ? roots.to : roots.from),
  };
}

function rootsFromConsistency(
  { fromSize, toSize, path }: ConsistencyProof,
  fromRoot: Hash,
): { readonly from: Hash; readonly to: Hash } | null {
  if (!Number.isSafeInteger(fromSize) || !Number.isSafeInteger(toSize)) return null;
  if (fromSize <= 0 || fromSize > toSize) return null;
  if (fromSize === toSize) return path.length === 0 ? { from: fromRoot, to: fromRoot } : null;
  if (path.length === 0 || path.some((hash) => hash.length !== HASH_BYTES)) return null;

  let index = fromSize - 1;
  let last = toSize - 1;
  while (index % 2 === 1) {
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  // Where the smaller tree is complete its root is the first subtree, and the proof leaves it out.
  const [seed, ...rest] = index === 0 ? [fromRoot, ...path] : path;
  if (seed === undefined) return null;
  let from = seed;
  let to = seed;
  for (const sibling of rest) {
    if (last === 0) return null;
    if (index % 2 === 1 || index === last) {
      from = hashNode(sibling, from);
      to = hashNode(sibling, to);
      while (index % 2 === 0 && index !== 0) {
        index /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      to = hashNode(to, sibling);
    }
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? { from, to } : null;
}
