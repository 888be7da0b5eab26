/** Reading single acts: whatever is read must stand under the root of the tree that was checked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import { type Act, parseEntry } from "./act.ts";
import { type LogState, toSegmentPath } from "./log-state.ts";
import { hashLeaf, toHex } from "./merkle/hash.ts";
import { readSegment } from "./segment.ts";

export interface SegmentReader {
  /** The bytes of a leaf, sealed in a closed case. */
  leaf(leafIndex: number): Uint8Array;
  /** The act of a leaf. */
  read(leafIndex: number): Act;
}

/** What of a log is needed to read it. */
export type ReadableLog = Pick<LogState, "codec" | "tree" | "segments">;

/** Reads acts one by one; keeps the segment it read last, so reading in order reads each file once. */
export function createSegmentReader(dir: string, log: ReadableLog): SegmentReader {
  let last: { readonly start: number; readonly leaves: readonly Uint8Array[] } | null = null;

  function leaf(leafIndex: number): Uint8Array {
    if (last === null || leafIndex < last.start || leafIndex >= last.start + last.leaves.length) {
      const start = log.segments.find(leafIndex);
      if (start < 0) throw noLeaf(leafIndex);
      last = { start, leaves: readLeaves(dir, start) };
    }
    const { start, leaves } = last;
    const found = leaves[leafIndex - start];
    const expected = log.tree.node(0, leafIndex);
    const actual = found === undefined ? null : hashLeaf(found);
    if (found !== undefined && actual !== null && Buffer.compare(actual, expected) === 0) return found;
    last = null;
    throw changed(toSegmentPath(start), toHex(expected), actual === null ? null : toHex(actual));
  }

  return {
    leaf,
    read(leafIndex) {
      const bytes = leaf(leafIndex);
      const { codec } = log;
      const opened = codec === "closed" ? { fault: "no key is at hand" } : codec.fromLeaf(bytes);
      const parsed = "fault" in opened ? opened : parseEntry(opened.entry);
      if ("act" in parsed) return parsed.act;
      throw changed(toSegmentPath(log.segments.find(leafIndex)), null, parsed.fault);
    },
  };
}

function readLeaves(dir: string, start: number): readonly Uint8Array[] {
  const path = toSegmentPath(start);
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, path));
  } catch (cause) {
    throw changed(path, "a segment", null, cause);
  }
  const read = readSegment(bytes);
  if ("fault" in read) throw changed(path, read.expected, read.fault);
  if (read.segment.start !== start) throw changed(path, `start ${start}`, `start ${read.segment.start}`);
  return read.segment.entries;
}

function noLeaf(leafIndex: number): InquestError {
  return new InquestError({
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
    message: `${path} is not as the root of the log says. Close the case and verify it.`,
    cause,
    evidence: { path, expected, actual },
  });
}
