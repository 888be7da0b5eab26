/** One tile with everything between its 256 hashes and its own root, in one block of bytes. */
import { HASH_BYTES, type Hash, hashNode } from "./hash.ts";

/** Hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Levels of the tree that one tile spans: 2^8 = 256. */
export const TILE_HEIGHT = 8;

/** Nodes of a full tile, from its hashes (row 0) to its root (row 8). */
const NODES = 2 * TILE_WIDTH - 1;

/** Where each row begins: 256 nodes, then 128, … then 1. */
const ROWS: readonly number[] = Array.from(
  { length: TILE_HEIGHT + 1 },
  (_, row) => 2 * TILE_WIDTH - 2 * TILE_WIDTH * 2 ** -row,
);

/** A tile that grows from left to right; 16 KiB. */
export interface TilePyramid {
  /** Hashes in it, 0 … 256. */
  readonly width: number;
  /** Adds the next hash, and each node above it that is now complete. */
  push(hash: Hash): void;
  /** A complete node: row 0 … 8, index from the tile's left edge. A copy. */
  node(row: number, index: number): Hash;
  /** The tile as C2SP has it: its first `width` hashes. A copy. */
  bytes(width: number): Uint8Array;
}

export function createTilePyramid(): TilePyramid {
  const nodes = new Uint8Array(NODES * HASH_BYTES);
  let width = 0;

  function push(hash: Hash): void {
    let node = hash;
    let at = width;
    width += 1;
    for (let row = 0; ; row++) {
      put(row, at, node);
      if (at % 2 === 0 || row === TILE_HEIGHT) return;
      node = hashNode(view(row, at - 1), node);
      at = (at - 1) / 2;
    }
  }

  function put(row: number, at: number, hash: Hash): void {
    nodes.set(hash, ((ROWS[row] ?? 0) + at) * HASH_BYTES);
  }

  function view(row: number, at: number): Hash {
    const from = ((ROWS[row] ?? 0) + at) * HASH_BYTES;
    return nodes.subarray(from, from + HASH_BYTES);
  }

  return {
    get width() {
      return width;
    },
    push,
    // Copies: a view would let a caller write into the tree.
    node: (row, index) => Uint8Array.from(view(row, index)),
    bytes: (count) => nodes.slice(0, count * HASH_BYTES),
  };
}

/** The pyramid over the hashes of a tile. */
export function toTilePyramid(bytes: Uint8Array): TilePyramid {
  const pyramid = createTilePyramid();
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
    pyramid.push(bytes.subarray(at, at + HASH_BYTES));
  }
  return pyramid;
}
