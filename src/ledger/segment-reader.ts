/** Reading single acts of a log that was checked: the segment is read again and must still be the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import { type Act, parseEntry } from "./act.ts";
import { type LogState, type SegmentRef, toSegmentPath } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import { readSegment } from "./segment.ts";

export interface SegmentReader {
  /** The act of a leaf that stands in the log. */
  read(leafIndex: number): Act;
}

/** Reads acts one by one; keeps the segment it read last, so reading in order reads each file once. */
export function createSegmentReader(dir: string, state: LogState): SegmentReader {
  let last: { readonly ref: SegmentRef; readonly entries: readonly Uint8Array[] } | null = null;
  return {
    read(leafIndex) {
      if (last === null || leafIndex < last.ref.start || leafIndex >= last.ref.start + last.ref.count) {
        const ref = findSegment(state.segments, leafIndex);
        last = { ref, entries: readAgain(dir, ref) };
      }
      const parsed = parseEntry(last.entries[leafIndex - last.ref.start] ?? new Uint8Array());
      if ("fault" in parsed) throw changed(toSegmentPath(last.ref.start), null, parsed.fault);
      return parsed.act;
    },
  };
}

function readAgain(dir: string, ref: SegmentRef): readonly Uint8Array[] {
  const path = toSegmentPath(ref.start);
  const expected = toHex(ref.hash);
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, path));
  } catch (cause) {
    throw changed(path, expected, null, cause);
  }
  const read = readSegment(bytes);
  if ("fault" in read) throw changed(path, expected, read.fault);
  const actual = toHex(read.segment.hash);
  if (actual !== expected) throw changed(path, expected, actual);
  return read.segment.entries;
}

/** The segment that holds a leaf: the last whose start is not after it. */
function findSegment(segments: readonly SegmentRef[], leafIndex: number): SegmentRef {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle]?.start ?? 0) <= leafIndex) low = middle;
    else high = middle - 1;
  }
  const found = segments[low];
  if (found !== undefined) return found;
  throw new InquestError({
    code: "ledger/no-such-leaf",
    reaction: "not-found",
    message: `No segment holds leaf ${leafIndex}: the log is empty.`,
    evidence: { leafIndex },
  });
}

function changed(
  path: string,
  expected: string | null,
  actual: string | null,
  cause?: unknown,
): InquestError {
  return new InquestError({
    code: "ledger/altered",
    reaction: "verification",
    message: `${path} changed since the log was opened. Close the case and verify it.`,
    cause,
    evidence: { path, expected, actual },
  });
}
