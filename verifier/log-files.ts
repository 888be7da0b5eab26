/** The files of `ledger/`, sorted by their names. */
import { join } from "node:path";
import { messageOf } from "./bytes.ts";
import { type FoundFile, walk } from "./files.ts";
import type { Findings } from "./findings.ts";
import { TILE_WIDTH } from "./tree.ts";

export interface TileFile {
  readonly path: string;
  /** A level of hashes, or the entries. */
  readonly row: string;
  readonly index: number;
  readonly width: number;
}

export interface LogFiles {
  readonly hasCheckpoint: boolean;
  /** Starts of the segments, ascending. */
  readonly segments: readonly number[];
  readonly tiles: readonly TileFile[];
  /** Sizes of the checkpoints that left the house. */
  readonly released: readonly number[];
}

/** Lists the log, and reports at once the files that none has. */
export function listLog(dir: string, findings: Findings): LogFiles {
  let hasCheckpoint = false;
  const segments: number[] = [];
  const tiles: TileFile[] = [];
  const released: number[] = [];
  try {
    for (const file of walk(join(dir, "ledger"), "")) sort(file);
  } catch (error) {
    findings.problem({ path: "ledger", code: "ledger/unreadable", actual: messageOf(error) });
  }
  return { hasCheckpoint, segments, tiles, released };

  function sort({ path: below, isFile }: FoundFile): void {
    const path = `ledger/${below}`;
    const [, folder = "", digits = ""] = /^(segment|released)\/([0-9]{20})$/u.exec(below) ?? [];
    const tile = readTileName(below);
    if (!isFile) findings.problem({ path, code: "ledger/unknown-file" });
    else if (below === "checkpoint") hasCheckpoint = true;
    else if (folder !== "" && Number.isSafeInteger(Number(digits)))
      (folder === "segment" ? segments : released).push(Number(digits));
    else if (tile !== null) tiles.push(tile);
    else if (/^tmp\/\.tmp-[0-9]{1,10}-[0-9]{1,10}$/u.test(below))
      findings.note({ path, code: "ledger/temporary-file" });
    else findings.problem({ path, code: "ledger/unknown-file" });
  }
}

export function toSegmentPath(start: number): string {
  return `ledger/segment/${String(start).padStart(20, "0")}`;
}

/** C2SP tlog-tiles: groups of three digits, all but the last behind an x, and the width of a partial tile. */
function readTileName(below: string): TileFile | null {
  const match =
    /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/u.exec(
      below,
    );
  if (match === null) return null;
  const [, row = "", groups = "", partial] = match;
  const index = Number(groups.replaceAll(/[x/]/gu, ""));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const isSpelledTwice = groups.startsWith("x000") || (partial !== undefined && width >= TILE_WIDTH);
  if (isSpelledTwice || !Number.isSafeInteger(index)) return null;
  return { path: `ledger/${below}`, row, index, width };
}

/** Row, index and width of the widest tile at each place where a log of this size has one. */
export function* placesOf(size: number): Generator<Omit<TileFile, "path">> {
  for (let level = 0, nodes = size; nodes > 0; level++, nodes = Math.floor(nodes / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < nodes; index++) {
      const width = Math.min(TILE_WIDTH, nodes - index * TILE_WIDTH);
      yield { row: String(level), index, width };
      if (level === 0) yield { row: "entries", index, width };
    }
  }
}

/** The path of a tile. */
export function toTilePath({ row, index, width }: Omit<TileFile, "path">): string {
  const padded = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const name = padded.replaceAll(/[0-9]{3}(?=[0-9])/gu, "x$&/");
  return `ledger/tile/${row}/${name}${width < TILE_WIDTH ? `.p/${width}` : ""}`;
}
