/** The tiles of a log: as bytes, and the full ones as the tree reads them back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import type { LogState } from "./log-state.ts";
import type { TileStore } from "./merkle/merkle-tree.ts";
import { toEntryRun } from "./segment.ts";
import { TILE_WIDTH, type Tile, toTilePath } from "./tile.ts";

/** The tiles below a case folder. */
export function createTileStore(dir: string): TileStore {
  return {
    read(level, index) {
      try {
        return readFileSync(join(dir, toFullPath(level, index)));
      } catch {
        // Missing or unreadable is the same to the tree: it cannot be checked.
        return null;
      }
    },
    altered(level, index, expected, actual) {
      const path = toFullPath(level, index);
      return new InquestError({
        code: "ledger/altered",
        reaction: "verification",
        message: `${path} ${actual === null ? "is missing or not a whole tile" : "does not lead to the root of the log"}. Close the case and verify it.`,
        evidence: { path, expected, actual },
      });
    },
  };
}

function toFullPath(level: number, index: number): string {
  return `ledger/${toTilePath({ level, index, width: TILE_WIDTH })}`;
}

/** The bytes of a tile or bundle of a log whose leaves from it on are at hand. */
export function tileBytes({ tree, tail }: LogState, { level, index, width }: Tile): Uint8Array {
  if (level !== "entries") return tree.tile(level, index, width);
  const first = index * TILE_WIDTH - tail.from;
  return toEntryRun(tail.leaves.slice(first, first + width));
}
