/** Judging the tiles and entry bundles of a log against the tree that the segments give, while it grows. */
import type { Progress } from "../core/index.ts";
import { type LogFiles, readLogFile } from "./log-files.ts";
import { sha256, toHex } from "./merkle/hash.ts";
import type { MerkleTree } from "./merkle/merkle-tree.ts";
import type { VerifyProblem } from "./problem.ts";
import { readEntries, toEntryRun } from "./segment.ts";
import { isWithin, TILE_WIDTH, type Tile, tilesOf, toPlace, toTilePath } from "./tile.ts";

export interface TileJudgement {
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
  /** Paths within the case folder of partial tiles that a wider one replaced. */
  readonly stale: readonly string[];
}

/** Compares each tile as soon as the tree has it, so that neither tiles nor leaves stay in memory. */
export interface TileJudge {
  /** The next leaf, before the tree has it. */
  onLeaf(leaf: Uint8Array): void;
  /** A tile of the tree is full: settled when the same one lies on the disk. */
  onFull(tree: MerkleTree, level: number, index: number): void;
  /**
   * Judges what is left when the log ends.
   *
   * @param isWhole - false when segments are damaged or missing: then the tree ends too early to compare with.
   * @param required - size of the log whose tiles must be there: that of the checkpoint.
   */
  finish(end: {
    readonly tree: MerkleTree;
    readonly isWhole: boolean;
    readonly required: number;
  }): TileJudgement;
}

/** @param progress - step `ledger.tiles`. */
export function createTileJudge(dir: string, files: LogFiles, progress: Progress): TileJudge {
  const widest = widestOf(files.tiles);
  const open = byPlace(files.tiles);
  const problems: VerifyProblem[] = [];
  let bundle: Uint8Array[] = [];
  let done = 0;

  /** Judges every file of a place that the tree can be compared with; true when all are right. */
  function judgePlace(tree: MerkleTree, place: string, size: number): void {
    for (const tile of open.get(place) ?? []) {
      if (!isWithin(tile, size)) continue;
      const found = judgeFile(tree, tile);
      if (found !== null) problems.push(found);
      done += 1;
      progress({ step: "ledger.tiles", done, total: files.tiles.length });
    }
  }

  function judgeFile(tree: MerkleTree, tile: Tile): VerifyProblem | null {
    const path = `ledger/${toTilePath(tile)}`;
    const read = readLogFile(dir, path);
    if ("problem" in read) return read.problem;
    const { level, index, width } = tile;
    return level === "entries"
      ? judgeBundle(bundle.slice(0, width), tile, path, read.bytes)
      : judgeTile(tree.tile(level, index, width), path, read.bytes);
  }

  return {
    onLeaf(leaf) {
      if (bundle.length === TILE_WIDTH) bundle = [];
      bundle.push(leaf);
    },
    onFull(tree, level, index) {
      const before = problems.length;
      const place = toPlace({ level, index });
      const size = (index + 1) * TILE_WIDTH ** (level + 1);
      judgePlace(tree, place, size);
      const isOnDisk = problems.length === before && widest.get(place) === TILE_WIDTH;
      open.delete(place);
      if (isOnDisk) tree.settle(level, index);
      if (level !== 0) return;
      const entries = toPlace({ level: "entries", index });
      judgePlace(tree, entries, size);
      open.delete(entries);
    },
    finish({ tree, isWhole, required }) {
      // What is left lies at the right edge of the tree, or beyond it.
      for (const [place, tiles] of open) {
        judgePlace(tree, place, tree.size);
        if (!isWhole) continue;
        const outside = tiles.filter((tile) => !isWithin(tile, tree.size));
        problems.push(...outside.map((tile) => beyond(tile, tree.size)));
      }
      for (const tile of tilesOf(Math.min(required, tree.size))) {
        // A wider tile begins with the narrower one, so it serves a checkpoint that is behind as well.
        if ((widest.get(toPlace(tile)) ?? 0) < tile.width) problems.push(missing(tile));
      }
      const stale = replacedTiles(files.tiles, tree.size);
      return { problems, notes: stale.map(replaced), stale };
    },
  };
}

/** Paths of the partial tiles beside which a wider one lies. */
export function replacedTiles(tiles: readonly Tile[], size: number): string[] {
  const widest = widestOf(tiles);
  return tiles
    .filter((tile) => isWithin(tile, size) && tile.width < (widest.get(toPlace(tile)) ?? 0))
    .map((tile) => `ledger/${toTilePath(tile)}`);
}

/** The widest tile at each place. */
export function widestOf(tiles: readonly Tile[]): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const tile of tiles) {
    const place = toPlace(tile);
    widest.set(place, Math.max(tile.width, widest.get(place) ?? 0));
  }
  return widest;
}

function byPlace(tiles: readonly Tile[]): Map<string, Tile[]> {
  const places = new Map<string, Tile[]>();
  for (const tile of tiles) {
    const place = toPlace(tile);
    const others = places.get(place);
    if (others === undefined) places.set(place, [tile]);
    else others.push(tile);
  }
  return places;
}

function judgeTile(expected: Uint8Array, path: string, bytes: Buffer): VerifyProblem | null {
  if (bytes.equals(expected)) return null;
  return {
    path,
    code: "ledger/tile-altered",
    expected: toHex(sha256(expected)),
    actual: toHex(sha256(bytes)),
    text: `The tile is not that of the log (${bytes.length} bytes, ${expected.length} expected). Tiles can be computed again from the segments; find out who changed it first.`,
  };
}

/** A bundle is right when it is the run of its leaves. */
function judgeBundle(
  leaves: readonly Uint8Array[],
  tile: Tile,
  path: string,
  bytes: Buffer,
): VerifyProblem | null {
  const expected = toEntryRun(leaves);
  if (bytes.equals(expected)) return null;
  const first = tile.index * TILE_WIDTH;
  const entries = readEntries(bytes);
  if (entries?.length !== tile.width) {
    const actual = entries === null ? "a torn entry" : `${entries.length} entries`;
    const text = `The entry bundle does not hold leaves ${first} to ${first + tile.width - 1}.`;
    return { path, code: "ledger/tile-altered", expected: `${tile.width} entries`, actual, text };
  }
  const at = entries.findIndex((entry, index) => !entry.equals(leaves[index] ?? new Uint8Array()));
  return {
    path,
    code: "ledger/tile-altered",
    expected: toHex(sha256(expected)),
    actual: toHex(sha256(bytes)),
    text: `Leaf ${first + at} of the entry bundle is not that of the log.`,
  };
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

function beyond(tile: Tile, size: number): VerifyProblem {
  return {
    path: `ledger/${toTilePath(tile)}`,
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
