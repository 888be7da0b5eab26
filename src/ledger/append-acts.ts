/** Appending: drafts become signed acts, acts become a segment, and the segment is on the disk before anyone is told. */
import { dirname, join } from "node:path";
import {
  createExclusive,
  type FaultHook,
  InquestError,
  readIfThere,
  syncFolder,
  toUuidV7,
} from "../core/index.ts";
import {
  type ActDraft,
  type RecordedAct,
  requireEntrySize,
  type SignedAct,
  toUnsignedText,
  withSignature,
} from "./act.ts";
import type { Signer } from "./actor-key.ts";
import { catchUp, catchUpFrom, writeReplica } from "./catch-up.ts";
import { MAX_LEAF_BYTES } from "./entry-codec.ts";
import { type JoinedTexts, joinTexts, textAt } from "./joined-texts.ts";
import { toEnrolment } from "./key-ring.ts";
import { type LogState, toSegmentPath } from "./log-state.ts";
import { type LogThread, ThreadEnded } from "./log-thread.ts";
import type { LogFile } from "./log-worker.ts";
import { MAX_SEGMENT_BYTES, type Segment, segmentLength, toSegmentBytes } from "./segment.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";

/** Groups below this are signed at once on this thread: handing few acts to others takes longer. */
const SIGNED_HERE = 8;

/** Groups from this on go to the thread that signs, where there is one: below it a message costs as much. */
const SIGNED_THERE = 64;

/** Segments from this on are written by the thread that writes, where there is one; smaller ones are sooner done here. */
const WRITTEN_THERE_BYTES = 128 * 1024;

/** Random bytes of a UUIDv7. */
const ID_NOISE_BYTES = 10;

export interface AppendOptions {
  /** The case folder. */
  readonly dir: string;
  readonly state: LogState;
  readonly signer: Signer;
  /** A thread that signs, and one that writes large segments; null where none was started. */
  readonly pen: LogThread | null;
  readonly disk: LogThread | null;
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
 *
 * @param ahead - the drafts as `signActs` signed them while acts before them were on their way.
 */
export async function appendActs(
  options: AppendOptions,
  drafts: readonly ActDraft[],
  ahead: Promise<readonly SignedAct[]> | null = null,
): Promise<readonly RecordedAct[]> {
  const { dir, state, signer, arbiter } = options;
  let signed: readonly SignedAct[] | null = await ahead;
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
      arbiter === null ? await writeHere(options, signed) : await writeThere(options, arbiter, signed);
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

/**
 * Time, id and signature for each draft. Time never goes backwards, whatever the clock says.
 *
 * @throws InquestError "ledger/act-too-large".
 */
export async function signActs(
  options: Pick<AppendOptions, "state" | "signer" | "pen" | "now" | "random">,
  drafts: readonly ActDraft[],
): Promise<readonly SignedAct[]> {
  const { state, signer, now, random } = options;
  const atMs = Math.max(Math.floor(now()), state.lastAtMs);
  const at = new Date(atMs).toISOString();
  const { actor, device } = signer;
  // Asked once for all: each asking costs as much as making an id.
  const noise = random(ID_NOISE_BYTES * drafts.length);
  const acts = drafts.map(({ kind, body }, index) => {
    const id = toUuidV7(atMs, noise.subarray(index * ID_NOISE_BYTES, (index + 1) * ID_NOISE_BYTES));
    return { v: 1 as const, case: state.caseId, id, at, actor, device, kind, body };
  });
  const texts = joinTexts(acts.map(toUnsignedText));
  const signatures = await signTexts(options, texts);
  const signed = acts.map((act, index) => {
    const signature = signatures[index];
    if (signature === undefined) throw new TypeError("each text has its signature");
    return withSignature(act, textAt(texts, index), signature);
  });
  for (const { act, entry } of signed) requireEntrySize(entry, act.kind);
  return signed;
}

async function signTexts(
  { signer, pen }: Pick<AppendOptions, "signer" | "pen">,
  texts: JoinedTexts,
): Promise<readonly Uint8Array[]> {
  const count = texts.ends.length;
  if (count >= SIGNED_THERE && pen?.isReady === true) {
    try {
      return await pen.sign(texts);
    } catch (error) {
      // A thread that died, for want of memory perhaps: its work is done without it.
      if (!(error instanceof ThreadEnded)) throw error;
    }
  }
  const { signLater } = signer;
  const each = Array.from({ length: count }, (_, index) => textAt(texts, index));
  return count < SIGNED_HERE || signLater === undefined
    ? each.map(signer.sign)
    : Promise.all(each.map(signLater));
}

/** The acts in their places, or null when the place was taken: this folder decides. */
async function writeHere(
  options: AppendOptions,
  signed: readonly SignedAct[],
): Promise<readonly RecordedAct[] | null> {
  const { state, disk } = options;
  const segment = toSegment(state, signed);
  const bytes = toSegmentBytes(segment);
  const isLarge = bytes.length >= WRITTEN_THERE_BYTES && disk?.isReady === true;
  if (!isLarge)
    return createHere(options, segment.start, bytes) ? record(state, segment, bytes, signed) : null;
  if (!(await createByThread(options, disk, segment.start, bytes))) return null;
  return recordWritten(state, segment, bytes, signed);
}

function createHere({ dir, faults }: AppendOptions, start: number, bytes: Uint8Array): boolean {
  return createExclusive({ ...toSegmentFile(dir, start, bytes), mode: 0o444, faults, label: "segment" });
}

async function createByThread(
  options: AppendOptions,
  disk: LogThread,
  start: number,
  bytes: Uint8Array,
): Promise<boolean> {
  const { dir } = options;
  const file = toSegmentFile(dir, start, bytes);
  try {
    return await disk.create(file);
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
    // It may have died before it wrote the segment, or after: the same acts must not stand twice.
    if (readIfThere(file.path)?.equals(bytes) !== true) return createHere(options, start, bytes);
    syncFolder(dirname(file.path));
    return true;
  }
}

function toSegmentFile(dir: string, start: number, bytes: Uint8Array): LogFile {
  return { path: join(dir, toSegmentPath(start)), bytes, tempDir: join(dir, "ledger", "tmp") };
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
  return recordWritten(state, segment, bytes, signed);
}

/** Records a segment that was written while this thread went on: a reading of ours may have met it. */
function recordWritten(
  state: LogState,
  segment: Segment,
  bytes: Buffer,
  signed: readonly SignedAct[],
): readonly RecordedAct[] {
  const { start } = segment;
  return state.tree.size > start ? toRecorded(start, signed) : record(state, segment, bytes, signed);
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
