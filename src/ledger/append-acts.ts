/** Appending: drafts become signed acts, acts become a segment, and the segment is on the disk before anyone is told. */
import { join } from "node:path";
import { createExclusive, type FaultHook, InquestError, toUuidV7 } from "../core/index.ts";
import {
  type ActDraft,
  type RecordedAct,
  requireEntrySize,
  type SignedAct,
  toSignedAct,
  toUnsignedAct,
  withSignature,
} from "./act.ts";
import type { Signer } from "./actor-key.ts";
import { catchUp, catchUpFrom, writeReplica } from "./catch-up.ts";
import { MAX_LEAF_BYTES } from "./entry-codec.ts";
import { toEnrolment } from "./key-ring.ts";
import { type LogState, toSegmentPath } from "./log-state.ts";
import { MAX_SEGMENT_BYTES, type Segment, segmentLength, toSegmentBytes } from "./segment.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";

/** Groups below this are signed at once on this thread: handing few acts to others takes longer. */
const SIGNED_HERE = 8;

/** Random bytes of a UUIDv7. */
const ID_NOISE_BYTES = 10;

export interface AppendOptions {
  /** The case folder. */
  readonly dir: string;
  readonly state: LogState;
  readonly signer: Signer;
  readonly arbiter: SegmentArbiter | null;
  readonly now: () => number;
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly faults: FaultHook;
}

/**
 * Appends drafts as one segment and gives the acts they became. A signer whose key the log does not know is
 * enrolled in the same segment.
 *
 * Losing the race for the next segment means reading the winner's, checking it, and trying after it; acts
 * are signed again only if the winner's are later than they.
 */
export async function appendActs(
  options: AppendOptions,
  drafts: readonly ActDraft[],
): Promise<readonly RecordedAct[]> {
  const { dir, state, signer, arbiter } = options;
  let signed: readonly SignedAct[] | null = null;
  for (;;) {
    const isNew = !state.ring.has(signer);
    const all = isNew ? [toEnrolment(signer), ...drafts] : drafts;
    // Another opening of a new log enrolled the same signer first.
    if (all.length === 0) return [];
    if (signed === null || signed.length !== all.length || isOutdated(signed, state)) {
      signed = await signActs(options, all);
      // The log may have grown meanwhile; then whether they still fit is judged again.
      if (isNew === state.ring.has(signer) || isOutdated(signed, state)) continue;
    }
    const recorded =
      arbiter === null ? writeHere(options, signed) : await writeThere(options, arbiter, signed);
    if (recorded !== null) return isNew ? recorded.slice(1) : recorded;
    if (arbiter === null) catchUp(dir, state);
    else await catchUpFrom({ ...options, arbiter });
  }
}

/** Whether an act that came since is later than they. */
function isOutdated(signed: readonly SignedAct[], state: LogState): boolean {
  const [first] = signed;
  return first !== undefined && Date.parse(first.act.at) < state.lastAtMs;
}

/** Time, id and signature for each draft. Time never goes backwards, whatever the clock says. */
async function signActs(options: AppendOptions, drafts: readonly ActDraft[]): Promise<readonly SignedAct[]> {
  const { state, signer, now, random } = options;
  const atMs = Math.max(Math.floor(now()), state.lastAtMs);
  const at = new Date(atMs).toISOString();
  const { actor, device } = signer;
  const signLater = drafts.length < SIGNED_HERE ? undefined : signer.signLater;
  // Asked once for all: each asking costs as much as making an id.
  const noise = random(ID_NOISE_BYTES * drafts.length);
  const signing = drafts.map(({ kind, body }, index) => {
    const id = toUuidV7(atMs, noise.subarray(index * ID_NOISE_BYTES, (index + 1) * ID_NOISE_BYTES));
    const act = { v: 1 as const, case: state.caseId, id, at, actor, device, kind, body };
    if (signLater === undefined) return toSignedAct(act, signer.sign);
    const unsigned = toUnsignedAct(act);
    return signLater(Buffer.from(unsigned.text, "utf8")).then((sig) => withSignature(unsigned, sig));
  });
  const signed = await Promise.all(signing);
  for (const { act, entry } of signed) requireEntrySize(entry, act.kind);
  return signed;
}

/** The acts in their places, or null when the place was taken: this folder decides. */
function writeHere(options: AppendOptions, signed: readonly SignedAct[]): readonly RecordedAct[] | null {
  const { dir, state, faults } = options;
  const segment = toSegment(state, signed);
  const bytes = toSegmentBytes(segment);
  const isFirst = createExclusive({
    path: join(dir, toSegmentPath(segment.start)),
    bytes,
    tempDir: join(dir, "ledger", "tmp"),
    mode: 0o444,
    faults,
    label: "segment",
  });
  return isFirst ? record(state, segment, bytes, signed) : null;
}

/** The same where an arbiter decides; the folder gets what it holds. */
async function writeThere(
  { dir, state, faults }: AppendOptions,
  arbiter: SegmentArbiter,
  signed: readonly SignedAct[],
): Promise<readonly RecordedAct[] | null> {
  const segment = toSegment(state, signed);
  const { start } = segment;
  const bytes = toSegmentBytes(segment);
  faults("arbiter.create");
  if (!(await arbiter.create(start, bytes))) return null;
  faults("arbiter.created");
  writeReplica({ dir, start, bytes, faults });
  // Another process on this folder may have fetched our own segment, and a reading of ours may have met it.
  if (state.tree.size > start) return toRecorded(start, signed);
  return record(state, segment, bytes, signed);
}

function toSegment({ tree, previous, codec }: LogState, signed: readonly SignedAct[]): Segment {
  if (codec === "closed") throw new TypeError("a log whose leaves cannot be opened cannot be written");
  const entries = signed.map(({ act, entry }) => requireLeafSize(codec.toLeaf(entry), act.kind));
  const segment = { start: tree.size, previous, entries };
  requireSegmentSize(segment);
  return segment;
}

function record(
  state: LogState,
  segment: Segment,
  bytes: Buffer,
  signed: readonly SignedAct[],
): readonly RecordedAct[] {
  state.record(
    { ...segment, hash: bytes.subarray(bytes.length - 32) },
    signed.map(({ act }) => act),
  );
  return toRecorded(segment.start, signed);
}

function toRecorded(start: number, signed: readonly SignedAct[]): readonly RecordedAct[] {
  return signed.map(({ act }, index) => ({ leafIndex: start + index, act }));
}

function requireLeafSize(leaf: Uint8Array, kind: string): Uint8Array {
  if (leaf.length <= MAX_LEAF_BYTES) return leaf;
  throw new InquestError({
    code: "ledger/act-too-large",
    reaction: "input",
    message: `An act of kind ${kind} would take ${leaf.length} bytes when sealed; at most ${MAX_LEAF_BYTES} fit. Seal the content as a blob and name its hash in the act.`,
    evidence: { kind, sizeBytes: leaf.length, maxBytes: MAX_LEAF_BYTES },
  });
}

function requireSegmentSize({ entries }: Segment): void {
  const count = entries.length;
  const sizeBytes = segmentLength(entries);
  if (sizeBytes <= MAX_SEGMENT_BYTES) return;
  throw new InquestError({
    code: "ledger/batch-too-large",
    reaction: "internal",
    message: `${count} acts would make a segment of ${sizeBytes} bytes; at most ${MAX_SEGMENT_BYTES} fit. Append them in several batches.`,
    evidence: { count, sizeBytes, maxBytes: MAX_SEGMENT_BYTES },
  });
}
