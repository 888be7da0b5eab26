/** The files below `ledger/`, sorted by what their names say they are. */
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText, errorCodeOf, ownerOfTemporary } from "../core/index.ts";
import type { VerifyProblem } from "./problem.ts";
import { parseReleasedName } from "./proof/released.ts";
import { parseSegmentName } from "./segment.ts";
import { parseTilePath, type Tile } from "./tile.ts";

export interface LogFiles {
  readonly hasCheckpoint: boolean;
  /** Starts of the segments, ascending. */
  readonly segments: readonly number[];
  readonly tiles: readonly Tile[];
  /** Sizes of the checkpoints that left the house, whose notes are kept under `released/`; ascending. */
  readonly released: readonly number[];
  /** Paths within the case folder of temporary files: an interrupted write. */
  readonly temporary: readonly string[];
  /** Paths of files that no log has, and of what is no file: links, sockets. */
  readonly unknown: readonly string[];
}

/**
 * Lists the log of a case folder; everything is empty where there is none. Links are not followed: a log is
 * made of its own files.
 */
export function listLogFiles(dir: string): LogFiles {
  const segments: number[] = [];
  const tiles: Tile[] = [];
  const released: number[] = [];
  const temporary: string[] = [];
  const unknown: string[] = [];
  let hasCheckpoint = false;
  for (const { path, isFile } of walk(join(dir, "ledger"), "")) {
    const [folder, name = ""] = path.split("/");
    const segment = folder === "segment" ? parseSegmentName(path.slice("segment/".length)) : null;
    const tile = folder === "tile" ? parseTilePath(path) : null;
    const release = folder === "released" ? parseReleasedName(path.slice("released/".length)) : null;
    if (!isFile) unknown.push(`ledger/${path}`);
    else if (path === "checkpoint") hasCheckpoint = true;
    else if (segment !== null) segments.push(segment);
    else if (tile !== null) tiles.push(tile);
    else if (release !== null) released.push(release);
    else if (folder === "tmp" && ownerOfTemporary(name) !== null) temporary.push(`ledger/${path}`);
    else unknown.push(`ledger/${path}`);
  }
  return {
    hasCheckpoint,
    segments,
    tiles,
    released,
    temporary,
    unknown,
  };
}

/** The bytes of a file of the case folder, or the problem that the system has with it. */
export function readLogFile(
  dir: string,
  path: string,
): { readonly bytes: Buffer } | { readonly problem: VerifyProblem } {
  try {
    return { bytes: readFileSync(join(dir, path)) };
  } catch (error) {
    const actual = errorCodeOf(error) ?? String(error);
    const text = "The file could not be read. Check the permissions and the disk.";
    return {
      problem: { path, code: "ledger/unreadable", expected: "a file that can be read", actual, text },
    };
  }
}

/** Every entry below a folder that is not itself a folder, in the order of the names; paths with forward slashes. */
export function* walk(
  root: string,
  below: string,
): Generator<{ readonly path: string; readonly isFile: boolean }> {
  for (const entry of entriesOf(join(root, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, path);
    else yield { path, isFile: entry.isFile() };
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((left, right) =>
      compareText(left.name, right.name),
    );
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return [];
    throw error;
  }
}
