/** Where a log stood when its checkpoint was signed: spares reading it all again, and is never believed. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { toCanonicalJson } from "../core/index.ts";
import type { LogState } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const Count = z.number().int().nonnegative();

/** `work/ledger-position.json`: numbers and hashes only, so that it tells nothing of a closed case. */
export const LogPosition = z.strictObject({
  v: z.literal(1),
  /** Acts under the checkpoint. */
  size: Count.min(1),
  /** Their root. */
  root: Sha256,
  /** Segments that hold them. */
  segments: Count.min(1),
  /** Leaf index at which the last of these begins. */
  lastStart: Count,
  /** SHA-256 at its end. */
  lastHash: Sha256,
  /** Leaf indexes of the acts that enrol a key. */
  enrolments: z.array(Count),
});
export type LogPosition = z.infer<typeof LogPosition>;

/** Logs below this are read whole at each opening, which takes less than a second. */
const LONG_LOG = 20_000;

/** Whether a log of this size is opened by its position. */
export function keepsPosition({ check }: { readonly check?: "full" | "position" }, size: number): boolean {
  return check === undefined ? size >= LONG_LOG : check === "position";
}

/** The position on disk; null when there is none that can be read. */
export function readPosition(dir: string): LogPosition | null {
  try {
    return LogPosition.parse(JSON.parse(readFileSync(toPath(dir), "utf8")));
  } catch {
    return null;
  }
}

/** The position of a log whose checkpoint covers all of it. */
export function toPosition({ tree, segments, previous, ring }: LogState): LogPosition {
  return {
    v: 1,
    size: tree.size,
    root: toHex(tree.root()),
    segments: segments.count,
    lastStart: segments.find(tree.size - 1),
    lastHash: toHex(previous),
    enrolments: ring.keys.map(({ leafIndex }) => leafIndex),
  };
}

/**
 * Writes the position, best effort: without one, or with a torn one, the next opening reads the whole log. So it
 * needs no fsync, and a disk that refuses it refuses nothing that matters.
 */
export function writePosition(dir: string, position: LogPosition): void {
  const path = toPath(dir);
  try {
    mkdirSync(join(dir, "work"), { recursive: true });
    writeFileSync(`${path}.new`, toCanonicalJson(position));
    renameSync(`${path}.new`, path);
  } catch {
    // See above.
  }
}

function toPath(dir: string): string {
  return join(dir, "work", "ledger-position.json");
}
