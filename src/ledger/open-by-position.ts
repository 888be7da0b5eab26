/** Opening a long log by its position: what the checkpoint covers is not read again, and nothing is believed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCodeOf, InquestError, readIfThere } from "../core/index.ts";
import { catchUp } from "./catch-up.ts";
import { type Checkpoint, toOrigin } from "./checkpoint.ts";
import type { EntryCodec } from "./entry-codec.ts";
import { judgeCheckpoint, parseCheckpointFile } from "./inspect-checkpoint.ts";
import type { Inspection } from "./inspect-log.ts";
import { replacedTiles, widestOf } from "./inspect-tiles.ts";
import { createKeyRing, ENROLLED_KIND } from "./key-ring.ts";
import { type LogFiles, listLogFiles } from "./log-files.ts";
import { createLogState, toSegmentPath } from "./log-state.ts";
import { HASH_BYTES, hashLeaf, toHex } from "./merkle/hash.ts";
import { createMerkleTree, type MerkleTree } from "./merkle/merkle-tree.ts";
import { keepsPosition, type LogPosition, readPosition } from "./position.ts";
import { readSegment } from "./segment.ts";
import { createSegmentIndex } from "./segment-index.ts";
import { createSegmentReader, type SegmentReader } from "./segment-reader.ts";
import { isWithin, TILE_WIDTH, tilesOf, toPlace, toTilePath } from "./tile.ts";
import { createTileStore } from "./tile-files.ts";

export interface OpenByPositionOptions {
  readonly dir: string;
  readonly caseId: string;
  readonly codec: EntryCodec;
  /** Also a log that is short enough to be read whole. */
  readonly isAnySize: boolean;
}

/**
 * The log as its position says, or null when anything does not fit: then the whole log must be read, and that
 * reading decides. Checked are: the checkpoint's signature by a key whose enrolment leads to its root; the right
 * edge of the tiles against that root; that every segment and tile that must be there is; the last segment; and
 * every act after the checkpoint with its signature. Any other act is checked when it is read.
 */
export function openByPosition(options: OpenByPositionOptions): Inspection | null {
  const { dir, caseId } = options;
  const position = readPosition(dir);
  const bytes = readIfThere(join(dir, "ledger", "checkpoint"));
  if (position === null || bytes === null) return null;
  if (!options.isAnySize && !keepsPosition({}, position.size)) return null;
  const claimed = parseCheckpointFile(bytes, caseId);
  if ("fault" in claimed) return null;
  // A position may be older than the checkpoint, after a crash between the two; never newer.
  if (claimed.treeSize < position.size) return null;
  try {
    return openAt(options, position, bytes, claimed);
  } catch (error) {
    // Whatever it is, the full check finds it too, and names everything beside it.
    if (error instanceof InquestError || errorCodeOf(error) !== undefined) return null;
    throw error;
  }
}

function openAt(
  { dir, caseId, codec }: OpenByPositionOptions,
  position: LogPosition,
  checkpointBytes: Buffer,
  claimed: Checkpoint,
): Inspection | null {
  const { size } = position;
  const files = listLogFiles(dir);
  if (files.unknown.length > 0 || !hasEveryFile(files, position, claimed.treeSize)) return null;
  const tree = treeAt(dir, files, size);
  if (toHex(tree.root()) !== position.root) return null;
  const starts = files.segments.slice(0, position.segments);
  const reader = createSegmentReader(dir, { codec, tree, segments: createSegmentIndex(starts) });
  const previous = hashOfLast(dir, tree, position);
  if (previous === null) return null;
  const ring = createKeyRing();
  for (const leafIndex of position.enrolments) {
    const act = leafIndex < size ? reader.read(leafIndex) : null;
    if (act?.kind !== ENROLLED_KIND || ring.enrol(act, leafIndex) !== null) return null;
  }
  const state = createLogState({
    caseId,
    codec,
    tree,
    tail: leavesFrom(reader, Math.floor(size / TILE_WIDTH) * TILE_WIDTH, size),
    from: { ring, starts, previous, ...lastMoment(reader, size) },
  });
  catchUp(dir, state);
  // The root of the checkpoint vouches for the tiles and for all that was read by them.
  const checkpoint = judgeCheckpoint({
    bytes: checkpointBytes,
    claimed,
    keys: ring.noteKeys(toOrigin(caseId)),
    state,
    isWhole: true,
  });
  if (checkpoint.problems.length > 0) return null;
  state.keepFrom(Math.floor(claimed.treeSize / TILE_WIDTH) * TILE_WIDTH);
  // A segment that was listed and is not part of the chain, or a tile of more acts than there are.
  if (state.segments.count < files.segments.length) return null;
  if (!files.tiles.every((tile) => isWithin(tile, tree.size))) return null;
  return {
    state,
    files,
    checkpoint: checkpoint.trusted,
    problems: [],
    notes: [],
    staleTiles: replacedTiles(files.tiles, tree.size),
  };
}

/** Whether the names say that all segments and tiles under the checkpoint are there. */
function hasEveryFile(files: LogFiles, { size, segments, lastStart }: LogPosition, covered: number): boolean {
  const [first] = files.segments;
  const { [segments - 1]: last, [segments]: next } = files.segments;
  if (first !== 0 || last !== lastStart || (next !== undefined && next !== size)) return false;
  const widest = widestOf(files.tiles);
  return tilesOf(covered).every((tile) => (widest.get(toPlace(tile)) ?? 0) >= tile.width);
}

/** The tree over the right edge of the tiles on disk. */
function treeAt(dir: string, files: LogFiles, size: number): MerkleTree {
  const widest = widestOf(files.tiles);
  return createMerkleTree({
    store: createTileStore(dir),
    from: {
      size,
      edge(level, index, width) {
        // After a crash between tiles and checkpoint a wider one lies there; it begins with the one meant.
        const onDisk = widest.get(toPlace({ level, index })) ?? width;
        const bytes = readFileSync(join(dir, "ledger", toTilePath({ level, index, width: onDisk })));
        return bytes.subarray(0, width * HASH_BYTES);
      },
    },
  });
}

/** The hash of the last segment, each of whose leaves stands in the tree; null when it is not the one meant. */
function hashOfLast(
  dir: string,
  tree: MerkleTree,
  { size, lastStart, lastHash }: LogPosition,
): Uint8Array | null {
  const read = readSegment(readFileSync(join(dir, toSegmentPath(lastStart))));
  if ("fault" in read || toHex(read.segment.hash) !== lastHash) return null;
  if (read.segment.start !== lastStart || lastStart + read.segment.entries.length !== size) return null;
  const isInTree = read.segment.entries.every(
    (leaf, index) => Buffer.compare(hashLeaf(leaf), tree.node(0, lastStart + index)) === 0,
  );
  return isInTree ? Uint8Array.from(read.segment.hash) : null;
}

/** The time of the last act, and the ids of those that bear it too, read only when they are needed. */
function lastMoment(
  reader: SegmentReader,
  size: number,
): { readonly lastAt: string; readonly idsOfLastAt: () => Set<string> } {
  const last = reader.read(size - 1);
  let ids: Set<string> | null = null;
  function readIds(): Set<string> {
    const found = new Set([last.id]);
    for (let leafIndex = size - 2; leafIndex >= 0; leafIndex--) {
      const act = reader.read(leafIndex);
      if (act.at !== last.at) break;
      found.add(act.id);
    }
    return found;
  }
  return {
    lastAt: last.at,
    idsOfLastAt: () => {
      ids ??= readIds();
      return ids;
    },
  };
}

function leavesFrom(reader: SegmentReader, from: number, size: number): Uint8Array[] {
  return Array.from({ length: size - from }, (_, index) => Uint8Array.from(reader.leaf(from + index)));
}
