/** Judging the tiles and entry bundles of a log against the tree that the segments give. */
import type { Progress } from "../core/index.ts";
import { type LogFiles, readLogFile } from "./log-files.ts";
import type { LogState } from "./log-state.ts";
import { hashLeaf, sha256, toHex } from "./merkle/hash.ts";
import type { MerkleTree } from "./merkle/merkle-tree.ts";
import type { VerifyProblem } from "./problem.ts";
import { readEntries } from "./segment.ts";
import { isWithin, TILE_WIDTH, type Tile, tilesOf, toTileBytes, toTilePath } from "./tile.ts";

export interface TileJudgement {
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
  /** Paths within the case folder of partial tiles that a wider one replaced. */
  readonly stale: readonly string[];
}

interface TileFiles {
  readonly dir: string;
  readonly files: LogFiles;
  readonly state: LogState;
  readonly isWhole: boolean;
  /** Size of the log whose tiles must be there: that of the checkpoint. */
  readonly required: number;
  readonly progress: Progress;
}

/** Recomputes every tile found and names those that differ, those missing, and those without a use. */
export function judgeTiles({ dir, files, state, isWhole, required, progress }: TileFiles): TileJudgement {
  const { tree } = state;
  const problems: VerifyProblem[] = [];
  const notes: VerifyProblem[] = [];
  const stale: string[] = [];
  const widest = widestOf(files.tiles);
  for (const [index, tile] of files.tiles.entries()) {
    const path = `ledger/${toTilePath(tile)}`;
    if (isWithin(tile, tree.size)) {
      const read = readLogFile(dir, path);
      const found = "problem" in read ? read.problem : judgeTile(tree, tile, path, read.bytes);
      if (found !== null) problems.push(found);
      if (tile.width < (widest.get(placeOf(tile)) ?? 0)) {
        stale.push(path);
        notes.push(replaced(path));
      }
    } else if (isWhole) {
      problems.push(beyond(path, tree.size));
    }
    progress({ step: "ledger.tiles", done: index + 1, total: files.tiles.length });
  }
  for (const tile of tilesOf(Math.min(required, tree.size))) {
    // A wider tile begins with the narrower one, so it serves a checkpoint that is behind as well.
    if ((widest.get(placeOf(tile)) ?? 0) < tile.width) problems.push(missing(tile));
  }
  return { problems, notes, stale };
}

function judgeTile(tree: MerkleTree, tile: Tile, path: string, bytes: Buffer): VerifyProblem | null {
  const { level } = tile;
  if (level === "entries") return judgeBundle(tree, tile, path, bytes);
  const expected = toTileBytes(tree, { ...tile, level });
  if (bytes.equals(expected)) return null;
  return {
    path,
    code: "ledger/tile-altered",
    expected: toHex(sha256(expected)),
    actual: toHex(sha256(bytes)),
    text: `The tile is not that of the log (${bytes.length} bytes, ${expected.length} expected). Tiles can be computed again from the segments; find out who changed it first.`,
  };
}

/** A bundle is right when each of its entries hashes to its leaf: its bytes follow from the entries. */
function judgeBundle(tree: MerkleTree, tile: Tile, path: string, bytes: Buffer): VerifyProblem | null {
  const entries = readEntries(bytes);
  const first = tile.index * TILE_WIDTH;
  const count = `${tile.width} entries`;
  if (entries?.length !== tile.width) {
    const actual = entries === null ? "a torn entry" : `${entries.length} entries`;
    const text = `The entry bundle does not hold leaves ${first} to ${first + tile.width - 1}.`;
    return { path, code: "ledger/tile-altered", expected: count, actual, text };
  }
  for (const [index, entry] of entries.entries()) {
    const expected = tree.node(0, first + index);
    const actual = hashLeaf(entry);
    if (Buffer.compare(expected, actual) === 0) continue;
    return {
      path,
      code: "ledger/tile-altered",
      expected: toHex(expected),
      actual: toHex(actual),
      text: `Leaf ${first + index} of the entry bundle is not that of the log.`,
    };
  }
  return null;
}

/** The widest tile at each place. */
function widestOf(tiles: readonly Tile[]): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const tile of tiles) {
    widest.set(placeOf(tile), Math.max(tile.width, widest.get(placeOf(tile)) ?? 0));
  }
  return widest;
}

function placeOf({ level, index }: Tile): string {
  return `${level}/${index}`;
}

function missing(tile: Tile): VerifyProblem {
  return {
    path: `ledger/${toTilePath(tile)}`,
    code: "ledger/tile-missing",
    expected: "a file",
    actual: null,
    text: "A tile that the checkpoint stands on is missing. It is written before the checkpoint, so it was removed.",
  };
}

function beyond(path: string, size: number): VerifyProblem {
  return {
    path,
    code: "ledger/tile-beyond",
    expected: `at most ${size} acts`,
    actual: "more",
    text: `The tile holds leaves that the log, with ${size} acts, does not have: acts were removed.`,
  };
}

function replaced(path: string): VerifyProblem {
  return {
    path,
    code: "ledger/tile-replaced",
    expected: null,
    actual: "a file",
    text: "A wider tile replaced this one; the next opening for writing removes it.",
  };
}
