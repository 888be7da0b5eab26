/** Full tiles of a long log, written by a thread while appends go on, so that publishing finds them on the disk. */
import { join } from "node:path";
import type { LogState } from "./log-state.ts";
import type { LogThread } from "./log-thread.ts";
import { TILE_WIDTH, tilesSince, toTilePath } from "./tile.ts";
import { tileBytes } from "./tile-files.ts";

/** Acts whose tiles are written in one go: the folders that they lie in are then synced once. */
const AT_ONCE = 8 * TILE_WIDTH;

export interface TilesAhead {
  /** Every full tile over the acts before this one is on the disk, name and all; a multiple of 256, or 0. */
  readonly laidSize: number;
  /** Goes on when there is enough to write. Tiles never change, so nobody waits for it; whether anything is being written. */
  advance(publishedSize: number): boolean;
  /** Waits until nothing is being written. */
  settled(): Promise<void>;
}

/**
 * @param thread - null while there is none.
 * @param onWritten - told when what was begun is written, or was refused.
 */
export function createTilesAhead(
  dir: string,
  state: LogState,
  thread: () => LogThread | null,
  onWritten: () => void,
): TilesAhead {
  const ledger = join(dir, "ledger");
  let laidSize = 0;
  let writing: Promise<void> | null = null;
  let isRefused = false;

  async function write(disk: LogThread, from: number, to: number): Promise<void> {
    const full = tilesSince(from, to).filter(({ width }) => width === TILE_WIDTH);
    await disk.replace(
      full.map((tile) => ({
        path: join(ledger, toTilePath(tile)),
        bytes: tileBytes(state, tile),
        tempDir: join(ledger, "tmp"),
      })),
    );
    laidSize = to;
  }

  return {
    get laidSize() {
      return laidSize;
    },
    advance(publishedSize) {
      const disk = thread();
      if (writing !== null) return true;
      if (isRefused || disk?.isReady !== true) return false;
      const from = Math.max(laidSize, toWholeTiles(publishedSize));
      // A few at a time: a segment may have to wait for them.
      const to = Math.min(toWholeTiles(state.tree.size), from + AT_ONCE);
      if (to - from < AT_ONCE) return false;
      // A disk that refuses is met again by publishing, which tells.
      writing = write(disk, from, to)
        .catch(() => {
          isRefused = true;
        })
        .finally(() => {
          writing = null;
          onWritten();
        });
      return true;
    },
    async settled() {
      await writing;
    },
  };
}

function toWholeTiles(size: number): number {
  return Math.floor(size / TILE_WIDTH) * TILE_WIDTH;
}
