/** How far a log on the disk goes, at a glance: what a reader tells of what it has not read yet. Nothing is checked. */
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { readIfThere } from "../core/index.ts";
import { toSegmentPath } from "./log-state.ts";
import { parseSegmentName, readCount, SEGMENT_HEAD_BYTES } from "./segment.ts";

export interface LogTip {
  /** Segments in the folder. */
  readonly segments: number;
  /** Acts in them, if they follow each other. */
  readonly acts: number;
}

export function readTip(dir: string): LogTip {
  const starts = startsOf(dir);
  const last = starts.at(-1);
  return { segments: starts.length, acts: last === undefined ? 0 : last + countIn(dir, last) };
}

/**
 * Whether one of the segments with acts from a leaf on holds an act of one of these kinds, or words that look like it.
 * The canonical form writes a kind in one way only, so none is missed.
 */
export function mayHoldKinds(dir: string, fromLeaf: number, kinds: readonly string[]): boolean {
  const words = kinds.map((kind) => Buffer.from(`"kind":${JSON.stringify(kind)}`));
  const starts = startsOf(dir);
  return starts
    .filter((_, index) => (starts[index + 1] ?? Number.POSITIVE_INFINITY) > fromLeaf)
    .some((start) => {
      const bytes = readIfThere(join(dir, toSegmentPath(start)));
      return bytes !== null && words.some((word) => bytes.includes(word));
    });
}

/** Ascending: names sort as their numbers. */
function startsOf(dir: string): number[] {
  const names = readdirSync(join(dir, "ledger", "segment")).sort();
  return names.flatMap((name) => parseSegmentName(name) ?? []);
}

/** Acts of a segment, as its head says. */
function countIn(dir: string, start: number): number {
  const head = Buffer.alloc(SEGMENT_HEAD_BYTES);
  const fd = openSync(join(dir, toSegmentPath(start)), "r");
  try {
    readSync(fd, head, 0, head.length, 0);
  } finally {
    closeSync(fd);
  }
  return readCount(head);
}
