/** Letting checkpoints leave the house, taking them back with witnesses' signatures, and checking old ones. */
import { InquestError } from "../core/index.ts";
import {
  type CheckpointReleased,
  type Cosignature,
  compareRelease,
  listReleased,
  mergeNotes,
  type NoteKey,
  parseNote,
  RELEASED_KIND,
  readCheckpointNote,
  readCosignatures,
  readReleased,
  type SignedCheckpoint,
  toHex,
  toLine,
  toReleasedPath,
  toVerifierKey,
  verifyNote,
  type WitnessKey,
  writeReleased,
} from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";
import type { ActDraft } from "./handle.ts";

/** What of an open case is needed to judge its checkpoints. */
export type Provable = Pick<OpenCase, "dir" | "ledger" | "state">;

export interface Release {
  readonly how: CheckpointReleased["how"];
  /** To whom; left out when it is not said. */
  readonly to?: string;
}

/**
 * Keeps today's checkpoint as one that leaves the house, records that, and gives it. The note is kept before the
 * act, so that no act ever promises a note that a crash lost.
 */
export async function releaseCheckpoint(
  opened: OpenCase,
  { how, to }: Release,
): Promise<SignedCheckpoint & { readonly keys: readonly string[] }> {
  const checkpoint = opened.ledger.checkpoint();
  if (checkpoint === null) throw noCheckpoint(opened.dir);
  await opened.record([keepReleased(opened.dir, checkpoint, { how, ...(to === undefined ? {} : { to }) })]);
  return { ...checkpoint, keys: opened.ledger.noteKeys.map(toVerifierKey) };
}

/** Keeps a checkpoint as one that leaves the house. @returns the act that says so, to be recorded after. */
export function keepReleased(
  dir: string,
  { treeSize, rootHash: root, note }: SignedCheckpoint,
  { how, to }: Release,
): ActDraft {
  keepNote(dir, treeSize, note);
  const whom = to === undefined ? {} : { to };
  return { kind: RELEASED_KIND, body: { treeSize, root, how, ...whom, signatures: linesOf(note) } };
}

export interface ReleasedCheckpoint {
  readonly treeSize: number;
  readonly root: string;
  /** Each time it was given to someone. */
  readonly given: readonly { readonly at: string; readonly how: string; readonly to: string | null }[];
  readonly cosignatures: readonly Cosignature[];
  /** Whether today's log continues it; a note that is gone is judged by its act. */
  readonly continued: boolean;
}

/** Every checkpoint that left the house, by size, and what witnesses said about it. */
export function listReleasedCheckpoints(
  opened: Provable,
  witnesses: readonly WitnessKey[],
): ReleasedCheckpoint[] {
  const keys = opened.ledger.noteKeys;
  const bySize = new Map<number, { root: string; given: ReleasedCheckpoint["given"][number][] }>();
  for (const { treeSize, root, at, given } of opened.state.releases) {
    const known = bySize.get(treeSize) ?? { root, given: [] };
    if (given !== null) known.given.push({ at, ...given });
    bySize.set(treeSize, known);
  }
  for (const treeSize of listReleased(opened.dir)) {
    const root = rootOfNote(opened, keys, treeSize);
    if (!bySize.has(treeSize) && root !== null) bySize.set(treeSize, { root, given: [] });
  }
  return [...bySize.entries()]
    .sort(([one], [other]) => one - other)
    .map(([treeSize, { root, given }]) => ({
      treeSize,
      root,
      given,
      cosignatures: cosignaturesOf(opened.dir, treeSize, { keys, witnesses }),
      continued: compareRelease({ treeSize, root }, opened.ledger, toReleasedPath(treeSize)) === null,
    }));
}

function rootOfNote(opened: Provable, keys: readonly NoteKey[], treeSize: number): string | null {
  const bytes = readReleased(opened.dir, treeSize);
  if (bytes === null) return null;
  const read = readCheckpointNote(bytes, { caseId: opened.ledger.caseId, keys });
  return "fault" in read ? null : toHex(read.checkpoint.root);
}

/** The signature lines of a note of our own, without their newlines. */
function linesOf(note: string): string[] {
  const parsed = parseNote(Buffer.from(note, "utf8"));
  return "fault" in parsed ? [] : parsed.note.signatures.map(toLine);
}

/** Keys at hand: of the log, and of witnesses. */
export interface Known {
  readonly keys: readonly NoteKey[];
  readonly witnesses: readonly WitnessKey[];
}

/** What witnesses signed on a kept note. */
function cosignaturesOf(dir: string, treeSize: number, known: Known): Cosignature[] {
  const bytes = readReleased(dir, treeSize);
  return bytes === null ? [] : readLines(bytes, known);
}

/** The signature lines of a note that are not by a key of the log. */
export function readLines(bytes: Uint8Array, { keys, witnesses }: Known): Cosignature[] {
  const { note, unverified } = verifyNote(bytes, keys);
  return note === null ? [] : readCosignatures(note, unverified, witnesses);
}

function noCheckpoint(dir: string): InquestError {
  return new InquestError({
    code: "ledger/missing",
    reaction: "not-found",
    message: `${dir} has no checkpoint to give away. Open the case for writing first.`,
    evidence: { dir },
  });
}

/** Keeps a note with the lines that are there already, and gives what is kept now. */
export function keepNote(dir: string, treeSize: number, note: string): string {
  const older = readReleased(dir, treeSize);
  const merged = older === null ? note : mergeNotes(new TextDecoder().decode(older), note);
  if (merged === null) {
    const path = toReleasedPath(treeSize);
    throw new InquestError({
      code: "ledger/released-differs",
      reaction: "verification",
      message: `${path} holds another checkpoint of this size. Nothing was changed; verify the case.`,
      evidence: { path, treeSize },
    });
  }
  writeReleased(dir, treeSize, merged);
  return merged;
}
