/** Publishing: the tiles, bundles and checkpoint that make a log readable by any C2SP client. */

import { readFileSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  createFolderMaker,
  errorCodeOf,
  type FaultHook,
  replaceFile,
  syncFolder,
  syncFolderIfThere,
  unlinkIfThere,
} from "../core/index.ts";
import type { Signer } from "./actor-key.ts";
import { type SignedCheckpoint, signCheckpoint, toOrigin } from "./checkpoint.ts";
import type { LogState } from "./log-state.ts";
import { isWithin, TILE_WIDTH, type Tile, tilesSince, toTilePath } from "./tile.ts";
import { tileBytes } from "./tile-files.ts";

/** Of laying one tile, while other processes take its folder away: more often than processes write at once. */
const MAX_ATTEMPTS = 64;

export interface PublishOptions {
  /** The case folder. */
  readonly dir: string;
  readonly state: LogState;
  readonly signer: Signer;
  /** Size that the checkpoint on disk covers; 0 when there is none. */
  readonly publishedSize: number;
  /** Full tiles over the acts before this one are on the disk already, with their names. */
  readonly laidSize: number;
  readonly faults: FaultHook;
  /** Told of each file that is on the disk, tiles before the checkpoint. */
  readonly onPublished?: (path: string, bytes: Uint8Array) => void;
}

/**
 * Writes the tiles since the last checkpoint, then the checkpoint, then removes the partial tiles that wider
 * ones replaced. Each is on the disk before the next, so whatever a crash leaves is a log that a checkpoint
 * may lag behind, never one that a checkpoint runs ahead of.
 */
export function publishLog(options: PublishOptions): SignedCheckpoint {
  const { dir, state, signer, publishedSize, laidSize, faults, onPublished } = options;
  const size = state.tree.size;
  const ledger = join(dir, "ledger");
  // A segment that was found here may be of a process that died before its name was on the disk.
  syncFolder(join(ledger, "segment"));
  const folders = new Set<string>();
  const makeFolder = createFolderMaker(ledger);
  for (const tile of tilesSince(publishedSize, size)) {
    if (tile.width === TILE_WIDTH && isWithin(tile, laidSize)) continue;
    const path = join(ledger, toTilePath(tile));
    const bytes = tileBytes(state, tile);
    onPublished?.(toTilePath(tile), bytes);
    makeFolder(dirname(path));
    folders.add(dirname(path));
    // After a crash between tiles and checkpoint they are there already, though perhaps not their names on the disk.
    if (isSame(path, bytes)) continue;
    insistingOnFolder(() => {
      makeFolder(dirname(path));
      replaceFile({ path, bytes, tempDir: join(ledger, "tmp"), faults, label: "tile", leaveFolder: true });
    });
  }
  faults("tile.folder");
  for (const folder of folders) syncFolderIfThere(folder);

  const origin = toOrigin(state.caseId);
  const checkpoint = signCheckpoint({ origin, treeSize: size, root: state.tree.root() }, signer);
  const note = Buffer.from(checkpoint.note, "utf8");
  replaceFile({
    path: join(ledger, "checkpoint"),
    bytes: note,
    tempDir: join(ledger, "tmp"),
    faults,
    label: "checkpoint",
  });
  onPublished?.("checkpoint", note);

  faults("tile.stale");
  const stale = partialTilesOf(publishedSize).filter((tile) => isReplaced(tile, size));
  removeTiles(
    dir,
    stale.map((tile) => `ledger/${toTilePath(tile)}`),
  );
  state.keepFrom(Math.floor(size / TILE_WIDTH) * TILE_WIDTH);
  for (const [level, index] of state.tree.unsettled()) state.tree.settle(level, index);
  return checkpoint;
}

/**
 * Removes tiles that wider ones replaced. The standard lets a log keep them for old checkpoints; a case has
 * one checkpoint, and 255 files for each 256 acts would help nobody.
 *
 * @param paths - within the case folder.
 */
export function removeTiles(dir: string, paths: readonly string[]): void {
  for (const path of paths) {
    unlinkIfThere(join(dir, path));
    ignoring(["ENOENT", "ENOTEMPTY", "EEXIST"], () => rmdirSync(dirname(join(dir, path))));
  }
}

/** Another process that publishes takes away a folder that its own tiles left empty, even one just made for ours. */
function insistingOnFolder(write: () => void): void {
  for (let attempt = 1; ; attempt++) {
    try {
      write();
      return;
    } catch (error) {
      if (errorCodeOf(error) !== "ENOENT" || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function isSame(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** The partial tiles of a log of this size: at most one a level, and one bundle. */
function partialTilesOf(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, scale = 1; size >= scale; level++, scale *= TILE_WIDTH) {
    const has = Math.floor(size / scale);
    const width = has % TILE_WIDTH;
    if (width === 0) continue;
    const place = { index: Math.floor(has / TILE_WIDTH), width };
    tiles.push({ level, ...place });
    if (level === 0) tiles.push({ level: "entries", ...place });
  }
  return tiles;
}

function isReplaced({ level, index, width }: Tile, size: number): boolean {
  const scale = level === "entries" ? 1 : TILE_WIDTH ** level;
  return Math.floor(size / scale) > index * TILE_WIDTH + width;
}

function ignoring(codes: readonly string[], act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!codes.includes(errorCodeOf(error) ?? "")) throw error;
  }
}
