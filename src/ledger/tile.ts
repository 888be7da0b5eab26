/** Tiles: the tree as files of 256 hashes, and the entries in bundles beside them (C2SP tlog-tiles). */
import { TILE_WIDTH } from "./merkle/tile-pyramid.ts";

export { TILE_WIDTH };

export interface Tile {
  /** 0 holds leaf hashes, each further level the hashes of full tiles below; "entries" the entries. */
  readonly level: number | "entries";
  readonly index: number;
  /** Hashes or entries in it: 256 when full, fewer only in the last one of a level. */
  readonly width: number;
}

/** The path of a tile below `ledger/`: index 1234067 of level 0 is `tile/0/x001/x234/067`. */
export function toTilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/gu) ?? [];
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${name}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** The tile of a path below `ledger/`, or null when no tile has it. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u.exec(path);
  if (match === null) return null;
  const [, level = "", high = "", low = "", partial] = match;
  const tile = {
    level: level === "entries" ? ("entries" as const) : Number(level),
    index: Number(high.replaceAll(/[x/]/gu, "") + low),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  // Writing it again refuses leading zeros, a partial tile of 256, and numbers beyond what a number holds.
  return toTilePath(tile) === path ? tile : null;
}

/** Every tile that a log of this size has, and each bundle of entries. */
export function tilesOf(treeSize: number): Tile[] {
  return tilesSince(0, treeSize);
}

/** The tiles that a log of `treeSize` has and one of `fromSize` had not. */
export function tilesSince(fromSize: number, treeSize: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, scale = 1; treeSize >= scale; level++, scale *= TILE_WIDTH) {
    const levels = level === 0 ? ([0, "entries"] as const) : [level];
    const had = Math.floor(fromSize / scale);
    const has = Math.floor(treeSize / scale);
    if (had === has) continue;
    for (let index = Math.floor(had / TILE_WIDTH); index * TILE_WIDTH < has; index++) {
      const width = Math.min(TILE_WIDTH, has - index * TILE_WIDTH);
      tiles.push(...levels.map((each) => ({ level: each, index, width })));
    }
  }
  return tiles;
}

/** Whether the log of this size has every node that the tile holds. */
export function isWithin({ level, index, width }: Tile, treeSize: number): boolean {
  const scale = level === "entries" ? 1 : TILE_WIDTH ** level;
  return (index * TILE_WIDTH + width) * scale <= treeSize;
}

/** Names the place of a tile, whatever its width. */
export function toPlace({ level, index }: Pick<Tile, "level" | "index">): string {
  return `${level}/${index}`;
}
