/** Bringing a replica's folder up to the store that decides, before it is opened. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FaultHook, InquestError } from "../core/index.ts";
import { writeReplica } from "./catch-up.ts";
import { listLogFiles } from "./log-files.ts";
import { toSegmentPath } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import { readSegment } from "./segment.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";

export interface ReplicateOptions {
  /** The case folder; `ledger/segment` and `ledger/tmp` exist. */
  readonly dir: string;
  readonly arbiter: SegmentArbiter;
  readonly faults: FaultHook;
}

/**
 * Fetches the segments that the folder lacks. Only their own hash is checked here; opening checks the rest.
 *
 * @throws InquestError "ledger/replica-differs" (verification) when the last segment of the folder is not that of
 *   the store, or the store lacks it: one of the two is not a copy of this log. What the arbiter throws.
 */
export async function replicate({ dir, arbiter, faults }: ReplicateOptions): Promise<void> {
  let next = 0;
  const last = listLogFiles(dir).segments.at(-1);
  if (last !== undefined) {
    const here = readFileSync(join(dir, toSegmentPath(last)));
    const there = await arbiter.read(last);
    if (there === null || !here.equals(there)) throw differs(last, here, there);
    next = last + countOf(last, here);
  }
  for (;;) {
    const bytes = await arbiter.read(next);
    if (bytes === null) {
      const behind = (await arbiter.starts()).filter((start) => start >= next);
      const covered = behind.length === 0 ? await coveredBy(arbiter) : 0;
      if (behind.length === 0 && covered <= next) return;
      // Somebody may have written between the questions. Segments come one after the other, and checkpoints after them: what
      // is still missing after something behind it was seen is gone.
      if ((await arbiter.read(next)) !== null) continue;
      throw behind.length > 0 ? gapped(next, behind) : cut(next, covered);
    }
    const count = countOf(next, bytes);
    writeReplica({ dir, start: next, bytes, faults });
    next += count;
  }
}

function countOf(start: number, bytes: Uint8Array): number {
  const read = readSegment(Buffer.from(bytes));
  if (!("fault" in read) && read.segment.start === start) return read.segment.entries.length;
  const path = toSegmentPath(start);
  const fault = "fault" in read ? read.fault : `inside it begins with leaf ${read.segment.start}`;
  throw new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `${path} in the store that decides is damaged: ${fault}. Nothing was changed; compare with another copy.`,
    evidence: { path, fault },
  });
}

/** Acts that the published checkpoint covers; 0 where none is. */
async function coveredBy(arbiter: SegmentArbiter): Promise<number> {
  const note = await arbiter.published("checkpoint");
  const covered = Number(
    Buffer.from(note ?? [])
      .toString("utf8")
      .split("\n")[1] ?? 0,
  );
  return Number.isSafeInteger(covered) ? covered : 0;
}

/** A checkpoint that was published covers no act that the store has lost. */
function cut(size: number, covered: number): InquestError {
  return new InquestError({
    code: "ledger/store-cut",
    reaction: "verification",
    message: `The store that decides has ${size} acts, and its checkpoint covers ${covered}: somebody removed its end. Nothing was written; put the segments back from the folder of another writer or a copy.`,
    evidence: { size, covered },
  });
}

function gapped(next: number, behind: readonly number[]): InquestError {
  const path = toSegmentPath(next);
  return new InquestError({
    code: "ledger/store-gap",
    reaction: "verification",
    message: `The store that decides lacks ${path}, and holds ${behind.length} segments behind it: somebody removed it. Nothing was written; put it back from the folder of another writer or a copy.`,
    evidence: { path, behind: behind.slice(0, 20) },
  });
}

function differs(start: number, here: Uint8Array, there: Uint8Array | null): InquestError {
  const path = toSegmentPath(start);
  const store = there === null ? "lacks it" : "holds another one";
  return new InquestError({
    code: "ledger/replica-differs",
    reaction: "verification",
    message: `${path} stands in this folder, and the store that decides ${store}. They are not copies of one log; nothing was changed. Compare both with a third copy.`,
    evidence: {
      path,
      expected: there === null ? null : toHex(there.subarray(-32)),
      actual: toHex(here.subarray(-32)),
    },
  });
}
