/** Making the files that prove one act (docs/formats/proof.md). */
import { InquestError } from "../../core/index.ts";
import { parseEntry } from "../act.ts";
import { toDeviceId } from "../actor-key.ts";
import type { Ledger } from "../ledger.ts";
import { type NoteKey, verifyNote } from "../signed-note.ts";
import { openLeaf } from "./closed-leaf.ts";
import { toExtraBytes } from "./proof-extra.ts";
import { toTlogProofBytes } from "./tlog-proof.ts";
import { verifyProof } from "./verify-proof.ts";

export interface ProveActOptions {
  readonly log: Pick<Ledger, "leaf" | "proveInclusion" | "noteKeys">;
  readonly leafIndex: number;
  /** The signed checkpoint to prove against; it covers the leaf. */
  readonly checkpoint: { readonly note: string; readonly treeSize: number };
  /** Closed cases: the key of one sealed entry, `HKDF(file key, nonce, "payload")`. Left out: entries are acts. */
  readonly leafKeyOf?: (leaf: Uint8Array) => Uint8Array;
}

/** The files of one proof. */
export interface ActProof {
  readonly actId: string;
  readonly kind: string;
  readonly leafIndex: number;
  readonly treeSize: number;
  /** `<act id>.tlog-proof` */
  readonly proof: Uint8Array;
  /** `<act id>.act.json` */
  readonly act: Uint8Array;
  /** `<act id>.leaf`; null in an open case. */
  readonly leaf: Uint8Array | null;
}

/**
 * Proves one act, and checks the proof as a stranger would before giving it away.
 *
 * @throws InquestError "ledger/no-such-leaf"; "ledger/altered" when the files changed since the log was opened.
 */
export function proveAct(options: ProveActOptions): ActProof {
  const { log, leafIndex, checkpoint, leafKeyOf } = options;
  const { noteKeys: keys } = log;
  const leaf = log.leaf(leafIndex);
  const leafKey = leafKeyOf === undefined ? null : leafKeyOf(leaf);
  const opened = leafKey === null ? { entry: leaf } : openLeaf(leaf, leafKey);
  const entry = "fault" in opened ? new Uint8Array() : opened.entry;
  const parsed = parseEntry(entry);
  if ("fault" in parsed) throw unsound(leafIndex, "fault" in opened ? opened.fault : parsed.fault);
  const { act } = parsed;
  const { path } = log.proveInclusion(leafIndex, checkpoint.treeSize);
  const proof = toTlogProofBytes({
    leafIndex,
    path,
    extra: toExtraBytes({ keys: keysIn(checkpoint.note, act.device, keys), leafKey }),
    note: checkpoint.note,
  });
  const sealed = leafKey === null ? null : leaf;
  const verdict = verifyProof({ proof, act: entry, leaf: sealed, origin: null, keys, witnesses: [] });
  if (!verdict.ok) throw unsound(leafIndex, `${verdict.fault.code}: ${verdict.fault.text}`);
  const { treeSize } = checkpoint;
  return { actId: act.id, kind: act.kind, leafIndex, treeSize, proof, act: entry, leaf: sealed };
}

/** The keys that a reader needs: of the checkpoint's signatures and of the act's device. */
function keysIn(note: string, device: string, keys: readonly NoteKey[]): NoteKey[] {
  const bytes = Buffer.from(note, "utf8");
  return keys.filter((key) => toDeviceId(key.publicKey) === device || verifyNote(bytes, [key]).ok);
}

function unsound(leafIndex: number, reason: string): InquestError {
  return new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `Leaf ${leafIndex} cannot be proven: ${reason} Verify the case.`,
    evidence: { leafIndex, reason },
  });
}
