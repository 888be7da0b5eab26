/** The Merkle tree of RFC 9162, section 2.1, grown leaf by leaf: only its right edge is kept. */
import { sha256 } from "./bytes.ts";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const TILE_WIDTH = 256;

export function leafHash(entry: Uint8Array): Buffer {
  return sha256(LEAF, entry);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(NODE, left, right);
}

/** What stands at a place of the tile structure (C2SP tlog-tiles) after a leaf was added. */
export interface TileEdge {
  readonly level: number;
  readonly index: number;
  /** Hashes from the tile's first to its newest; only valid during the call. */
  readonly hashes: readonly Buffer[];
}

export interface Tree {
  readonly size: number;
  append(leaf: Buffer): void;
  /** 64 hex digits. */
  root(): string;
}

/** @param onEdge - told after each leaf of every tile that it widened. */
export function createTree(onEdge: (edge: TileEdge) => void): Tree {
  let size = 0;
  /** Perfect subtrees from left to right, each smaller than the one before. */
  const peaks: { height: number; hash: Buffer }[] = [];
  const tiles: { index: number; hashes: Buffer[] }[] = [];

  function widen(level: number, hash: Buffer): void {
    const tile = tiles[level] ?? { index: 0, hashes: [] };
    tiles[level] = tile;
    tile.hashes.push(hash);
    onEdge({ level, index: tile.index, hashes: tile.hashes });
    if (tile.hashes.length < TILE_WIDTH) return;
    const top = rootOfPerfect(tile.hashes);
    tiles[level] = { index: tile.index + 1, hashes: [] };
    widen(level + 1, top);
  }

  return {
    get size() {
      return size;
    },
    append(leaf) {
      size += 1;
      let peak = { height: 0, hash: leaf };
      for (let left = peaks.at(-1); left?.height === peak.height; left = peaks.at(-1)) {
        peaks.pop();
        peak = { height: peak.height + 1, hash: nodeHash(left.hash, peak.hash) };
      }
      peaks.push(peak);
      widen(0, leaf);
    },
    root() {
      const folded = peaks
        .map(({ hash }) => hash)
        .reduceRight<Buffer | null>((right, left) => (right === null ? left : nodeHash(left, right)), null);
      return (folded ?? sha256()).toString("hex");
    },
  };
}

/** The root of 2^n hashes. */
function rootOfPerfect(hashes: readonly Buffer[]): Buffer {
  let row: readonly Buffer[] = hashes;
  while (row.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = row.slice(at, at + 2);
      if (left !== undefined && right !== undefined) above.push(nodeHash(left, right));
    }
    row = above;
  }
  return row[0] ?? sha256();
}

/**
 * The root that an inclusion path leads to, in hex (RFC 9162, section 2.1.3.2); null when the path is too long
 * or too short for this leaf of a tree of this size.
 */
export function rootOfPath(
  leaf: Buffer,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly Buffer[] },
): string | null {
  if (index >= size) return null;
  let hash = leaf;
  let node = BigInt(index);
  let last = BigInt(size - 1);
  const rest = [...path];
  while (last > 0n) {
    // A last node that is even has no sibling and goes up as it is.
    if ((node & 1n) === 1n || node < last) {
      const sibling = rest.shift();
      if (sibling === undefined) return null;
      hash = (node & 1n) === 1n ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return rest.length === 0 ? hash.toString("hex") : null;
}
