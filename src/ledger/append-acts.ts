/** Appending: drafts become signed acts, acts become a segment, and the segment is on the disk before anyone is told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InquestError, toUuidV7 } from "../core/index.ts";
import { type Act, type ActDraft, type RecordedAct, requireEntrySize, toSignedAct } from "./act.ts";
import type { Signer } from "./actor-key.ts";
import { createExclusive, errorCodeOf, type FaultHook } from "./durable-file.ts";
import { isSignedBy, toEnrolment } from "./key-ring.ts";
import { type LogState, type SignedLeaf, toSegmentPath } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import type { VerifyProblem } from "./problem.ts";
import { MAX_SEGMENT_BYTES, readSegment, type Segment, segmentLength, toSegmentBytes } from "./segment.ts";

export interface AppendOptions {
  /** The case folder. */
  readonly dir: string;
  readonly state: LogState;
  readonly signer: Signer;
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
export function appendActs(options: AppendOptions, drafts: readonly ActDraft[]): RecordedAct[] {
  const { state, signer } = options;
  for (;;) {
    const isNew = !state.ring.has(signer);
    const acts = signActs(options, isNew ? [toEnrolment(signer), ...drafts] : drafts);
    const recorded = writeSegment(options, acts);
    if (recorded !== null) return isNew ? recorded.slice(1) : recorded;
    catchUp(options.dir, state);
  }
}

/** Adds the segments that other processes wrote since; the log may have grown behind our back. */
export function catchUp(dir: string, state: LogState): void {
  for (;;) {
    const path = toSegmentPath(state.tree.size);
    const bytes = readIfThere(join(dir, path));
    if (bytes === null) return;
    const read = readSegment(bytes);
    if ("fault" in read) {
      const { expected, actual, fault } = read;
      throw damaged({
        path,
        code: "ledger/segment-damaged",
        expected,
        actual,
        text: `It is damaged: ${fault}.`,
      });
    }
    const { segment } = read;
    if (segment.start !== state.tree.size || Buffer.compare(segment.previous, state.previous) !== 0) {
      const expected = toHex(state.previous);
      const text = "It does not follow the segment before it.";
      throw damaged({ path, code: "ledger/segment-chain", expected, actual: toHex(segment.previous), text });
    }
    const signed: SignedLeaf[] = [];
    const [problem] = state.admit(segment, (leaf) => signed.push(leaf));
    if (problem !== undefined) throw damaged(problem);
    const forged = signed.find(({ act, key }) => !isSignedBy(act, key));
    if (forged !== undefined) {
      const text = `The signature of act ${forged.act.id} is not that of its actor's key.`;
      throw damaged({ path, code: "ledger/act-signature", expected: null, actual: forged.act.sig, text });
    }
  }
}

/** An act and the bytes it stands for in the log. */
interface SignedAct {
  readonly act: Act;
  readonly entry: Uint8Array;
}

/** Time, id and signature for each draft. Time never goes backwards, whatever the clock says. */
function signActs({ state, signer, now, random }: AppendOptions, drafts: readonly ActDraft[]): SignedAct[] {
  const atMs = Math.max(Math.floor(now()), state.lastAtMs);
  const at = new Date(atMs).toISOString();
  const { actor, device } = signer;
  return drafts.map(({ kind, body }) => {
    const id = toUuidV7(atMs, random(10));
    const signed = toSignedAct({ v: 1, case: state.caseId, id, at, actor, device, kind, body }, signer.sign);
    requireEntrySize(signed.entry, kind);
    return signed;
  });
}

/** The acts in their places, or null when the place was taken. */
function writeSegment(
  { dir, state, faults }: AppendOptions,
  signed: readonly SignedAct[],
): RecordedAct[] | null {
  const start = state.tree.size;
  const segment: Segment = { start, previous: state.previous, entries: signed.map(({ entry }) => entry) };
  requireSegmentSize(segment);
  const bytes = toSegmentBytes(segment);
  const isFirst = createExclusive({
    path: join(dir, toSegmentPath(start)),
    bytes,
    tempDir: join(dir, "ledger", "tmp"),
    mode: 0o444,
    faults,
    label: "segment",
  });
  if (!isFirst) return null;
  const acts = signed.map(({ act }) => act);
  state.record({ ...segment, hash: bytes.subarray(bytes.length - 32) }, acts);
  return acts.map((act, index) => ({ leafIndex: start + index, act }));
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

function damaged(problem: VerifyProblem): InquestError {
  return new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `${problem.path} does not hold: ${problem.text} Nothing was written. Verify the case.`,
    evidence: { problems: [problem] },
  });
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return null;
    throw error;
  }
}
