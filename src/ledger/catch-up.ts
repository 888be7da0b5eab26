/** Adding the segments that others wrote since: the log may have grown behind our back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createExclusive, type FaultHook, InquestError, readIfThere } from "../core/index.ts";
import { isEntrySignedBy } from "./key-ring.ts";
import { type LogState, type SignedLeaf, toSegmentPath } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import type { VerifyProblem } from "./problem.ts";
import { type ReadSegment, readSegment } from "./segment.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";

/**
 * Adds what stands in the folder.
 *
 * @throws InquestError "ledger/altered" when a segment is damaged, does not follow, or holds what no log may.
 */
export function catchUp(dir: string, state: LogState): void {
  for (;;) {
    const path = toSegmentPath(state.tree.size);
    const bytes = readIfThere(join(dir, path));
    if (bytes === null) return;
    admitChecked(state, readNext(state, path, bytes));
  }
}

export interface FetchOptions {
  readonly dir: string;
  readonly state: LogState;
  readonly arbiter: SegmentArbiter;
  readonly faults: FaultHook;
}

/**
 * Adds what the folder and the arbiter hold; each segment that the folder lacked lies in it afterwards.
 *
 * @throws InquestError as `catchUp`, and what the arbiter throws.
 */
export async function catchUpFrom({ dir, state, arbiter, faults }: FetchOptions): Promise<void> {
  for (;;) {
    catchUp(dir, state);
    const start = state.tree.size;
    const bytes = await arbiter.read(start);
    // The folder may have grown while the arbiter was asked.
    if (state.tree.size !== start) continue;
    if (bytes === null) return;
    const segment = readNext(state, toSegmentPath(start), Buffer.from(bytes));
    // On the disk first: a segment in memory alone would leave a gap before the next of our own.
    writeReplica({ dir, start, bytes, faults });
    admitChecked(state, segment);
  }
}

/**
 * Puts a segment of the arbiter into the folder.
 *
 * @throws InquestError "ledger/altered" when another one stands there.
 */
export function writeReplica(options: {
  readonly dir: string;
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly faults: FaultHook;
}): void {
  const { dir, start, bytes, faults } = options;
  const path = toSegmentPath(start);
  const tempDir = join(dir, "ledger", "tmp");
  if (createExclusive({ path: join(dir, path), bytes, tempDir, mode: 0o444, faults, label: "segment" }))
    return;
  const there = readFileSync(join(dir, path));
  if (there.equals(bytes)) return;
  throw damaged({
    path,
    code: "ledger/replica-differs",
    expected: toHex(bytes.subarray(-32)),
    actual: toHex(there.subarray(-32)),
    text: "The folder holds another segment here than the store that decides.",
  });
}

/**
 * The segment when it is whole and follows the last one.
 *
 * @throws InquestError "ledger/altered" otherwise.
 */
export function readNext(state: LogState, path: string, bytes: Buffer): ReadSegment {
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
  if (segment.start === state.tree.size && Buffer.compare(segment.previous, state.previous) === 0)
    return segment;
  const expected = toHex(state.previous);
  const text = "It does not follow the segment before it.";
  throw damaged({ path, code: "ledger/segment-chain", expected, actual: toHex(segment.previous), text });
}

function admitChecked(state: LogState, segment: ReadSegment): void {
  const signed: SignedLeaf[] = [];
  const [problem] = state.admit(segment, (leaf) => signed.push(leaf));
  if (problem !== undefined) throw damaged(problem);
  const forged = signed.find(({ act, entry, key }) => !isEntrySignedBy(act, entry, key));
  if (forged === undefined) return;
  const text = `The signature of act ${forged.act.id} is not that of its actor's key.`;
  const { path, act } = forged;
  throw damaged({ path, code: "ledger/act-signature", expected: null, actual: act.sig, text });
}

/** The error for a log that cannot be gone on with. */
export function damaged(problem: VerifyProblem): InquestError {
  return new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `${problem.path} does not hold: ${problem.text} Nothing was written. Verify the case.`,
    evidence: { problems: [problem] },
  });
}
