/** The Merkle tree of a log, grown leaf by leaf, held as tiles of 256 hashes (RFC 9162, 2.1; C2SP tlog-tiles). */
import { type Hash, hashNode, sha256, toHex } from "./hash.ts";
import type { ConsistencyProof, InclusionProof, RowProof } from "./proof.ts";
import {
  createTilePyramid,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TilePyramid,
  toTilePyramid,
} from "./tile-pyramid.ts";

/** Where full tiles lie that the tree no longer holds. */
export interface TileStore {
  /** The 256 hashes of a full tile as they lie there now, or null; the tree checks them before it uses them. */
  read(level: number, index: number): Uint8Array | null;
  /** The error for a tile that does not lead to the node above it. */
  altered(level: number, index: number, expected: string, actual: string | null): Error;
}

export interface MerkleTreeOptions {
  /** Left out: every tile stays in memory, 64 bytes a leaf. */
  readonly store?: TileStore;
  /** Told when a tile is full, a tile above before those below; it may settle it. */
  readonly onFull?: (level: number, index: number) => void;
  /** A tree of this size to go on from, given by the partial tiles at its right edge: who calls compares the root. */
  readonly from?: {
    readonly size: number;
    readonly edge: (level: number, index: number, width: number) => Uint8Array;
  };
}

/**
 * A tree of up to 2^53 leaves. Sizes and indexes must be in range: whoever takes them from outside checks first.
 *
 * In memory are the tiles at the right edge, those that are not settled, and a few read lately. A tile that is
 * read from the store must lead to its node in the tile above, up to the edge: so whatever is read is checked.
 */
export interface MerkleTree {
  readonly size: number;
  /** Adds the hash of the next leaf (`hashLeaf`). */
  append(leaf: Hash): void;
  /** Root over the first `size` leaves; SHA-256 of nothing when there are none. */
  root(size?: number): Hash;
  /** MTH(D[index · 2^height : (index + 1) · 2^height]), a subtree that is complete. */
  node(height: number, index: number): Hash;
  /** The first `width` hashes of a tile, left to right. */
  tile(level: number, index: number, width: number): Uint8Array;
  proveInclusion(leafIndex: number, treeSize: number): InclusionProof;
  /** Leaves below the size; the row is the one with which the proof is smallest. */
  proveRow(leafIndexes: readonly number[], treeSize: number): RowProof;
  /** Sizes 0 < from ≤ to. */
  proveConsistency(fromSize: number, toSize: number): ConsistencyProof;
  /** Full tiles that only memory holds, as level and index. */
  unsettled(): readonly (readonly [level: number, index: number])[];
  /** Forgets a full tile because the store holds it now. */
  settle(level: number, index: number): void;
}

/** Tiles read lately and kept: 4 MiB. */
const CACHED_TILES = 256;

/** The tiles of one level of the tree. */
interface Level {
  /** Full ones that only memory holds. */
  readonly full: Map<number, TilePyramid>;
  /** Index of the last one, which grows. */
  lastIndex: number;
  last: TilePyramid;
}

export function createMerkleTree(options: MerkleTreeOptions = {}): MerkleTree {
  const { store, onFull, from } = options;
  const levels: Level[] = [];
  const cache = createCache();
  if (from !== undefined) restore(from.size, from.edge);

  function restore(size: number, edge: (level: number, index: number, width: number) => Uint8Array): void {
    for (let level = 0, nodes = size; nodes > 0; level++, nodes = Math.floor(nodes / TILE_WIDTH)) {
      const lastIndex = Math.floor(nodes / TILE_WIDTH);
      const width = nodes % TILE_WIDTH;
      const last = width === 0 ? createTilePyramid() : toTilePyramid(edge(level, lastIndex, width));
      levels.push({ full: new Map(), lastIndex, last });
    }
  }

  function sizeOf({ lastIndex, last }: Level): number {
    return lastIndex * TILE_WIDTH + last.width;
  }

  function append(hash: Hash, height = 0): void {
    const level = levelAt(height);
    const { last, lastIndex } = level;
    last.push(hash);
    if (last.width < TILE_WIDTH) return;
    level.full.set(lastIndex, last);
    level.lastIndex += 1;
    level.last = createTilePyramid();
    append(last.node(TILE_HEIGHT, 0), height + 1);
    onFull?.(height, lastIndex);
  }

  function levelAt(height: number): Level {
    const level = levels[height] ?? { full: new Map(), lastIndex: 0, last: createTilePyramid() };
    levels[height] = level;
    return level;
  }

  function pyramidOf(height: number, index: number): TilePyramid {
    const level = levelAt(height);
    if (index === level.lastIndex) return level.last;
    return level.full.get(index) ?? cache.get(height, index) ?? load(height, index);
  }

  /** Reads a full tile; it counts only when its root is the node that the checked tile above it holds. */
  function load(height: number, index: number): TilePyramid {
    const expected = node(TILE_HEIGHT * (height + 1), index);
    const bytes = store?.read(height, index) ?? null;
    const pyramid = bytes === null ? null : toTilePyramid(bytes);
    const actual = pyramid?.width === TILE_WIDTH ? pyramid.node(TILE_HEIGHT, 0) : null;
    if (pyramid !== null && actual !== null && Buffer.compare(actual, expected) === 0) {
      cache.put(height, index, pyramid);
      return pyramid;
    }
    throw (
      store?.altered(height, index, toHex(expected), actual === null ? null : toHex(actual)) ??
      new RangeError(`tile ${height}/${index} is not in the tree`)
    );
  }

  function node(height: number, index: number): Hash {
    const row = height % TILE_HEIGHT;
    const first = index * 2 ** row;
    const tile = Math.floor(first / TILE_WIDTH);
    return pyramidOf((height - row) / TILE_HEIGHT, tile).node(row, (first % TILE_WIDTH) / 2 ** row);
  }

  /** MTH(D[start : end]): read where the subtree is complete, else split as RFC 9162 2.1.1 says. */
  function rangeHash(start: number, end: number): Hash {
    const width = end - start;
    const height = Math.ceil(Math.log2(width));
    if (2 ** height === width) return node(height, start / width);
    const middle = start + splitOf(width);
    return hashNode(rangeHash(start, middle), rangeHash(middle, end));
  }

  /** PATH(m, D[start : end]) of RFC 9162 2.1.3.1, from the leaf upward. */
  function pathTo(leaf: number, start: number, end: number): Hash[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return leaf < middle
      ? [...pathTo(leaf, start, middle), rangeHash(middle, end)]
      : [...pathTo(leaf, middle, end), rangeHash(start, middle)];
  }

  /** SUBPROOF(m, D[start : end], b) of RFC 9162 2.1.4.1; `size` is m counted from 0. */
  function subProof(size: number, start: number, end: number): Hash[] {
    // A subtree that starts at 0 is the older tree itself: its root is known to the verifier.
    if (size === end) return start === 0 ? [] : [rangeHash(start, end)];
    const middle = start + splitOf(end - start);
    return size <= middle
      ? [...subProof(size, start, middle), rangeHash(middle, end)]
      : [...subProof(size, middle, end), rangeHash(start, middle)];
  }

  const tree: MerkleTree = {
    get size() {
      return sizeOf(levelAt(0));
    },
    append: (leaf) => append(leaf),
    root: (size = sizeOf(levelAt(0))) => (size === 0 ? sha256(new Uint8Array()) : rangeHash(0, size)),
    node,
    tile: (level, index, width) => pyramidOf(level, index).bytes(width),
    proveInclusion: (leafIndex, treeSize) => ({
      leafIndex,
      treeSize,
      path: pathTo(leafIndex, 0, treeSize),
    }),
    proveRow(leafIndexes, treeSize) {
      const height = heightFor(leafIndexes.length, treeSize);
      const width = 2 ** height;
      const endOf = (start: number) => Math.min(start + width, treeSize);
      const row: Hash[] = [];
      for (let start = 0; start < treeSize; start += width) row.push(rangeHash(start, endOf(start)));
      const leaves = leafIndexes.map((leafIndex) => {
        const start = leafIndex - (leafIndex % width);
        return { leafIndex, hash: node(0, leafIndex), path: pathTo(leafIndex, start, endOf(start)) };
      });
      return { treeSize, height, row, leaves };
    },
    proveConsistency: (fromSize, toSize) => ({ fromSize, toSize, path: subProof(fromSize, 0, toSize) }),
    unsettled: () =>
      levels.flatMap(({ full }, level) => [...full.keys()].map((index) => [level, index] as const)),
    settle(level, index) {
      const full = levels[level]?.full;
      const pyramid = full?.get(index);
      if (store === undefined || pyramid === undefined) return;
      full?.delete(index);
      cache.put(level, index, pyramid);
    },
  };
  return tree;
}

/** The largest power of two smaller than the width: k of RFC 9162 2.1.1. */
function splitOf(width: number): number {
  return 2 ** (Math.ceil(Math.log2(width)) - 1);
}

/** The height at which row and paths together hold the fewest hashes; the lowest of several. */
function heightFor(leaves: number, treeSize: number): number {
  const hashesAt = (height: number) => Math.ceil(treeSize / 2 ** height) + leaves * height;
  let best = 0;
  for (let height = 1; 2 ** (height - 1) < treeSize; height++)
    if (hashesAt(height) < hashesAt(best)) best = height;
  return best;
}

/** The tiles used last; the one unused for longest makes room. */
function createCache() {
  const tiles = new Map<string, TilePyramid>();
  return {
    get(level: number, index: number): TilePyramid | undefined {
      const key = `${level}/${index}`;
      const found = tiles.get(key);
      if (found === undefined) return undefined;
      tiles.delete(key);
      tiles.set(key, found);
      return found;
    },
    put(level: number, index: number, pyramid: TilePyramid): void {
      tiles.set(`${level}/${index}`, pyramid);
      if (tiles.size <= CACHED_TILES) return;
      const [oldest] = tiles.keys();
      if (oldest !== undefined) tiles.delete(oldest);
    },
  };
}
