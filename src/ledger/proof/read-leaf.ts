/** One entry of the log as its bytes stand in the segment: what a proof must hash, sealed or not. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InquestError } from "../../core/index.ts";
import { hashLeaf, toHex } from "../merkle/hash.ts";
import type { InclusionProof } from "../merkle/proof.ts";
import { verifyInclusion } from "../merkle/verify-inclusion.ts";
import { parseSegmentName, readSegment, toSegmentName } from "../segment.ts";

/** What of an open log is needed: its checked tree. */
export interface ProvingLog {
  /** Number of acts. */
  readonly size: number;
  /** Root over them, hexadecimal. */
  readonly root: string;
  proveInclusion(leafIndex: number, treeSize?: number): InclusionProof;
}

/**
 * The bytes of a leaf, from its segment, checked against the tree of the open log before anyone uses them.
 *
 * @throws InquestError "ledger/altered" (verification) when the segment is not the one that the log was opened
 *   with, with both hashes; "ledger/no-such-leaf" from the log.
 */
export function readLeaf(dir: string, log: ProvingLog, leafIndex: number): Uint8Array {
  const proof = log.proveInclusion(leafIndex);
  const segments = join(dir, "ledger", "segment");
  const start = startOf(segments, leafIndex);
  const read = readSegment(readFileSync(join(segments, toSegmentName(start))));
  const leaf = "fault" in read ? undefined : read.segment.entries[leafIndex - start];
  const root = Buffer.from(log.root, "hex");
  if (leaf !== undefined && verifyInclusion({ leaf: hashLeaf(leaf), proof, root }).ok)
    return new Uint8Array(leaf);
  const path = `ledger/segment/${toSegmentName(start)}`;
  throw new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `${path} changed since the log was opened: leaf ${leafIndex} does not lead to the root. Close the case and verify it.`,
    evidence: {
      path,
      leafIndex,
      expected: log.root,
      actual: leaf === undefined ? null : toHex(hashLeaf(leaf)),
    },
  });
}

/**
 * The root that the log had at an earlier size: where the path of its last leaf leads.
 *
 * @param size - at least 1 and at most that of the log.
 */
export function rootAtSize(dir: string, log: ProvingLog, size: number): string {
  if (size === log.size) return log.root;
  const leaf = hashLeaf(readLeaf(dir, log, size - 1));
  const proof = log.proveInclusion(size - 1, size);
  return verifyInclusion({ leaf, proof, root: leaf }).actual ?? "";
}

/** The start of the segment that holds a leaf: the last that is not after it. */
function startOf(folder: string, leafIndex: number): number {
  let found = 0;
  for (const name of readdirSync(folder)) {
    const start = parseSegmentName(name);
    if (start !== null && start <= leafIndex && start > found) found = start;
  }
  return found;
}
