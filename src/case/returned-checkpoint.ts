/** Checkpoints that come back: one that an outsider kept is checked, and witnesses' signatures are taken in. */
import { InquestError } from "../core/index.ts";
import {
  COSIGNED_KIND,
  type Cosignature,
  compareRelease,
  listReleased,
  type NoteKey,
  parseNote,
  readCheckpointNote,
  readReleased,
  toConsistencyBytes,
  toHex,
  toReleasedPath,
  verifyConsistency,
  type WitnessKey,
} from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { type Known, keepNote, type Provable, readLines } from "./released.ts";

export interface ContinuedCheckpoint {
  readonly treeSize: number;
  readonly root: string;
  readonly logSize: number;
  readonly logRoot: string;
  readonly cosignatures: readonly Cosignature[];
  /** The consistency file (docs/formats/proof.md); null while the newest signed checkpoint is older than the note. */
  readonly consistency: Uint8Array | null;
}

/**
 * Checks a checkpoint that someone outside kept: today's log must begin with what it covers.
 *
 * @throws InquestError "ledger/note-unknown" (input) when it is no checkpoint signed by a key of this log;
 *   "ledger/not-continued" (verification) with both sides; "ledger/cosignature-invalid" (verification) when a given
 *   witness did not sign it.
 */
export function checkOldCheckpoint(
  opened: Provable,
  bytes: Uint8Array,
  witnesses: readonly WitnessKey[],
): ContinuedCheckpoint {
  const keys = opened.ledger.noteKeys;
  const { treeSize, root } = requireCheckpoint(opened, bytes, keys);
  const cosignatures = requireCosignatures(readLines(bytes, { keys, witnesses }));
  const { ledger } = opened;
  const differs = compareRelease({ treeSize, root }, opened.ledger, toReleasedPath(treeSize));
  if (differs !== null) {
    throw new InquestError({
      code: "ledger/not-continued",
      reaction: "verification",
      message: `Today's log does not continue this checkpoint: ${differs.text} It says ${differs.expected}, the log ${differs.actual}. Keep the note and a copy of the case: one of the two was changed.`,
      evidence: {
        treeSize,
        root,
        logSize: ledger.size,
        logRoot: ledger.root,
        expected: differs.expected,
        actual: differs.actual,
      },
    });
  }
  const consistency = proveContinued(ledger, { treeSize, root });
  return { treeSize, root, logSize: ledger.size, logRoot: ledger.root, cosignatures, consistency };
}

function proveContinued(
  ledger: OpenCase["ledger"],
  { treeSize, root }: { readonly treeSize: number; readonly root: string },
): Uint8Array | null {
  const newest = ledger.checkpoint();
  if (newest === null || newest.treeSize < treeSize) return null;
  const proof = ledger.proveConsistency(treeSize, newest.treeSize);
  const roots = { fromRoot: Buffer.from(root, "hex"), toRoot: Buffer.from(newest.rootHash, "hex") };
  // The proof leaves the house: it is checked as its reader will.
  if (!verifyConsistency({ proof, ...roots }).ok) return null;
  return toConsistencyBytes({ fromSize: treeSize, path: proof.path, note: newest.note });
}

export interface AddedCosignatures {
  readonly treeSize: number;
  readonly root: string;
  /** Lines that were not known before. */
  readonly added: readonly Cosignature[];
}

/**
 * Takes back a checkpoint with the signature lines of witnesses, or a witness's bare lines, and keeps what is new.
 * Bare lines say nothing about which checkpoint they sign: they need the key of their witness.
 *
 * @throws InquestError as `checkOldCheckpoint`; "ledger/note-unknown" too for lines that fit no released checkpoint.
 */
export async function addCosignatures(
  opened: OpenCase,
  bytes: Uint8Array,
  witnesses: readonly WitnessKey[],
): Promise<AddedCosignatures> {
  const keys = opened.ledger.noteKeys;
  const note = "fault" in parseNote(bytes) ? completeNote(opened, bytes, { keys, witnesses }) : bytes;
  const { treeSize, root } = checkOldCheckpoint(opened, note, witnesses);
  const recorded = recordedLines(opened, treeSize);
  const kept = keepNote(opened.dir, treeSize, new TextDecoder().decode(note));
  // What the acts name, not what the file bears: after an interrupted addition the file is ahead of them.
  const added = readLines(Buffer.from(kept), { keys, witnesses }).filter(({ line }) => !recorded.has(line));
  if (added.length > 0) {
    const said = added.map(({ name, keyId, atSeconds, standing, key, line }) => ({
      name,
      keyId,
      at: atSeconds,
      line,
      ...(standing === "verified" && key !== null ? { key } : {}),
    }));
    await opened.record([{ kind: COSIGNED_KIND, body: { treeSize, root, witnesses: said } }]);
  }
  return { treeSize, root, added };
}

/** The signature lines that acts name for the checkpoint of a size. */
function recordedLines({ state }: Provable, treeSize: number): ReadonlySet<string> {
  return new Set(state.releases.filter((each) => each.treeSize === treeSize).flatMap(({ lines }) => lines));
}

/** A released note with bare lines added, the newest for which one of the given witnesses signed. */
function completeNote(opened: Provable, lines: Uint8Array, known: Known): Uint8Array {
  for (const treeSize of listReleased(opened.dir).reverse()) {
    const released = readReleased(opened.dir, treeSize);
    if (released === null) continue;
    const whole = Buffer.concat([released, lines]);
    if (readLines(whole, known).some(({ standing }) => standing === "verified")) return whole;
  }
  throw unknownNote(
    "it is neither a note nor signature lines of a given witness over a checkpoint that left the house",
  );
}

function requireCheckpoint(
  { ledger }: Provable,
  bytes: Uint8Array,
  keys: readonly NoteKey[],
): { readonly treeSize: number; readonly root: string } {
  const read = readCheckpointNote(bytes, { caseId: ledger.caseId, keys });
  if ("fault" in read) throw unknownNote(read.fault);
  return { treeSize: read.checkpoint.treeSize, root: toHex(read.checkpoint.root) };
}

function requireCosignatures(lines: readonly Cosignature[]): readonly Cosignature[] {
  const wrong = lines.find(({ standing }) => standing === "wrong");
  if (wrong === undefined) return lines;
  throw new InquestError({
    code: "ledger/cosignature-invalid",
    reaction: "verification",
    message: `The cosignature of ${wrong.name} (key ${wrong.keyId}) does not hold for this checkpoint. Ask the witness again; nothing was changed.`,
    evidence: { witness: wrong.name, keyId: wrong.keyId, atSeconds: wrong.atSeconds },
  });
}

function unknownNote(fault: string): InquestError {
  return new InquestError({
    code: "ledger/note-unknown",
    reaction: "input",
    message: `This is no checkpoint of this case: ${fault}. Give the file as it was received, byte by byte.`,
    evidence: { fault },
  });
}
