/** The full tiles of a log as the tree reads them back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import type { TileStore } from "./merkle/merkle-tree.ts";
import { TILE_WIDTH, toTilePath } from "./tile.ts";

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
