/** For tests: a small log made by hand, so that proofs are checked against a tree that no code of ours opened. */
import { createCipheriv, hkdfSync } from "node:crypto";
import { toUuidV7 } from "../../core/index.ts";
import { type Act, toSignedAct } from "../act.ts";
import { signCheckpoint, toOrigin } from "../checkpoint.ts";
import { toEnrolment } from "../key-ring.ts";
import { hashLeaf } from "../merkle/hash.ts";
import { createMerkleTree, type MerkleTree } from "../merkle/merkle-tree.ts";
import type { NoteKey } from "../signed-note.ts";
import { CASE_ID, createTestRandom, START_MS, toTestSigner } from "../temporary-case.ts";
import { toExtraBytes } from "./proof-extra.ts";
import { toTlogProofBytes } from "./tlog-proof.ts";

export const ORIGIN = toOrigin(CASE_ID);
export const FILE_KEY = Buffer.alloc(16, 7);

const signer = toTestSigner("keeper");
export const KEY: NoteKey = { name: ORIGIN, publicKey: signer.publicKey };

export interface HandmadeLog {
  readonly tree: MerkleTree;
  readonly acts: readonly { readonly act: Act; readonly entry: Uint8Array; readonly leaf: Uint8Array }[];
  /** The signed checkpoint over the whole log. */
  readonly note: string;
}

/** A log of that many acts; sealed entries as a closed case has them, or the acts themselves. */
export function makeLog(count: number, isClosed = false): HandmadeLog {
  const random = createTestRandom("handmade");
  const tree = createMerkleTree();
  const acts = Array.from({ length: count }, (_, index) => {
    const { kind, body } =
      index === 0 ? toEnrolment(signer) : { kind: "thing.done", body: { id: `t-${index}` } };
    const id = toUuidV7(START_MS, random(10));
    const { actor, device } = signer;
    const at = new Date(START_MS).toISOString();
    const { act, entry } = toSignedAct(
      { v: 1, case: CASE_ID, id, at, actor, device, kind, body },
      signer.sign,
    );
    const leaf = isClosed ? sealEntry(entry, random(16)) : entry;
    tree.append(hashLeaf(leaf));
    return { act, entry, leaf };
  });
  const { note } = signCheckpoint({ origin: ORIGIN, treeSize: count, root: tree.root() }, signer);
  return { tree, acts, note };
}

/** The proof file of one act of such a log. */
export function makeProof({ tree, note }: HandmadeLog, leafIndex: number, leafKey: Uint8Array | null = null) {
  const { path } = tree.proveInclusion(leafIndex, tree.size);
  return toTlogProofBytes({ leafIndex, path, extra: toExtraBytes({ keys: [KEY], leafKey }), note });
}

/** The key of one sealed entry, written from the text of age v1 and not with our own code. */
export function leafKeyOf(leaf: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", FILE_KEY, leaf.subarray(0, 16), "payload", 32));
}

/** A sealed entry under `FILE_KEY`. */
export function sealEntry(entry: Uint8Array, nonce: Uint8Array): Uint8Array {
  const padded = Buffer.alloc(Math.ceil((2 + entry.length) / 256) * 256);
  padded.writeUInt16BE(entry.length);
  padded.set(entry, 2);
  const last = Buffer.from("000000000000000000000001", "hex");
  const cipher = createCipheriv("chacha20-poly1305", leafKeyOf(nonce), last, { authTagLength: 16 });
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}
