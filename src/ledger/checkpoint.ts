/** The checkpoint: size and root of the log as a signed note (C2SP tlog-checkpoint). */
import type { Sha256Hex } from "../core/index.ts";
import type { Signer } from "./actor-key.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { HASH_BYTES, type Hash, toHex } from "./merkle/hash.ts";
import { signNote } from "./signed-note.ts";

export interface Checkpoint {
  readonly origin: string;
  readonly treeSize: number;
  readonly root: Hash;
}

/** A checkpoint whose signature was made or verified here. */
export interface SignedCheckpoint {
  readonly origin: string;
  readonly treeSize: number;
  readonly rootHash: Sha256Hex;
  /** The whole signed note, as it stands in `ledger/checkpoint`. */
  readonly note: string;
}

/** The name of a case's log, and of every key that signs its checkpoints. */
export function toOrigin(caseId: string): string {
  return `inquest/${caseId}`;
}

/** The text that is signed: origin, size, root, one a line. */
export function toCheckpointText({ origin, treeSize, root }: Checkpoint): string {
  return `${origin}\n${treeSize}\n${encodeBase64(root)}\n`;
}

/**
 * Reads the text of a checkpoint, or says why it is none. Extension lines are refused: the standard advises
 * against them, and Inquest writes none.
 */
export function parseCheckpointText(
  text: string,
): { readonly checkpoint: Checkpoint } | { readonly fault: string } {
  const [origin, size, root64, end, ...more] = text.split("\n");
  if (origin === undefined || size === undefined || root64 === undefined || end !== "" || more.length > 0)
    return { fault: "not three lines" };
  if (origin === "") return { fault: "no origin" };
  const treeSize = Number(size);
  if (!/^(0|[1-9][0-9]*)$/u.test(size) || !Number.isSafeInteger(treeSize))
    return { fault: `"${size}" is no tree size` };
  const root = decodeBase64(root64);
  if (root?.length !== HASH_BYTES) return { fault: "the root is not 32 bytes in base64" };
  return { checkpoint: { origin, treeSize, root } };
}

/** Signs a checkpoint under the name of its origin. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): SignedCheckpoint {
  return toSignedCheckpoint(checkpoint, signNote(toCheckpointText(checkpoint), checkpoint.origin, signer));
}

export function toSignedCheckpoint(checkpoint: Checkpoint, note: string): SignedCheckpoint {
  const { origin, treeSize, root } = checkpoint;
  return { origin, treeSize, rootHash: toHex(root), note };
}
