/** Tiles and entry bundles, compared with the log while it is read: each at the leaf that completes it. */
import { join } from "node:path";
import { messageOf, sha256 } from "./bytes.ts";
import { readBounded } from "./files.ts";
import type { Findings } from "./findings.ts";
import { placesOf, type TileFile, toTilePath } from "./log-files.ts";
import { readRun } from "./segment.ts";
import { leafHash, TILE_WIDTH, type TileEdge } from "./tree.ts";

const MAX_BUNDLE_BYTES = TILE_WIDTH * (2 + 0xffff);

export interface TileCheck {
  onEdge(edge: TileEdge): void;
  /** After the last leaf: what is left over, and what a checkpoint of `required` acts stands on and is missing. */
  finish(log: { readonly isWhole: boolean; readonly required: number }): void;
}

export function createTileCheck(dir: string, tiles: readonly TileFile[], findings: Findings): TileCheck {
  const waiting = new Map(tiles.map((tile) => [keyOf(tile), tile]));
  const widest = new Map<string, number>();
  for (const tile of tiles) widest.set(placeOf(tile), Math.max(tile.width, widest.get(placeOf(tile)) ?? 0));

  function judge(tile: TileFile, hashes: readonly Buffer[]): void {
    const { path } = tile;
    try {
      const bytes = readBounded(join(dir, path), MAX_BUNDLE_BYTES);
      const found =
        bytes === null
          ? "of another size"
          : tile.row === "entries"
            ? faultOfBundle(bytes, hashes)
            : faultOfTile(bytes, hashes);
      if (found !== null) findings.problem({ path, code: "ledger/tile-altered", detail: found });
    } catch (error) {
      findings.problem({ path, code: "ledger/unreadable", actual: messageOf(error) });
    }
    if (tile.width < (widest.get(placeOf(tile)) ?? 0)) findings.note({ path, code: "ledger/tile-replaced" });
  }

  return {
    onEdge({ level, index, hashes }) {
      for (const row of level === 0 ? ["0", "entries"] : [String(level)]) {
        const key = keyOf({ row, index, width: hashes.length });
        const tile = waiting.get(key);
        if (tile === undefined) continue;
        waiting.delete(key);
        judge(tile, hashes);
      }
    },
    finish({ isWhole, required }) {
      // Behind a break nobody can say what the tile should hold.
      if (isWhole)
        for (const { path } of waiting.values()) findings.problem({ path, code: "ledger/tile-beyond" });
      for (const place of placesOf(required)) {
        // A wider tile begins with the narrower one.
        if ((widest.get(placeOf(place)) ?? 0) < place.width)
          findings.problem({ path: toTilePath(place), code: "ledger/tile-missing" });
      }
    },
  };
}

function placeOf({ row, index }: Pick<TileFile, "row" | "index">): string {
  return `${row}/${index}`;
}

function keyOf({ row, index, width }: Omit<TileFile, "path">): string {
  return `${row}/${index}/${width}`;
}

function faultOfTile(bytes: Buffer, hashes: readonly Buffer[]): string | null {
  const expected = Buffer.concat(hashes);
  return expected.equals(bytes)
    ? null
    : `SHA-256 ${sha256(expected).toString("hex")} ≠ ${sha256(bytes).toString("hex")}`;
}

function faultOfBundle(bytes: Buffer, hashes: readonly Buffer[]): string | null {
  const entries = readRun(bytes);
  if (entries?.length !== hashes.length) return "other number of entries";
  const wrong = entries.findIndex((entry, at) => hashes[at]?.equals(leafHash(entry)) !== true);
  return wrong < 0 ? null : `entry ${wrong}`;
}
