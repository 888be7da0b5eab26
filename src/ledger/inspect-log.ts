/** Reading a whole log from its files and finding whatever does not fit: behind both opening and verifying. */
import { join } from "node:path";
import { type Progress, readIfThere, silentProgress } from "../core/index.ts";
import { type SignedCheckpoint, toOrigin } from "./checkpoint.ts";
import type { EntryCodec } from "./entry-codec.ts";
import { createChain } from "./inspect-chain.ts";
import { judgeCheckpoint, parseCheckpointFile } from "./inspect-checkpoint.ts";
import { createSignatureQueue } from "./inspect-signatures.ts";
import { createTileJudge } from "./inspect-tiles.ts";
import { type LogFiles, listLogFiles, readLogFile } from "./log-files.ts";
import { parseLogKeys, unenrolled } from "./log-keys.ts";
import { createLogState, type LogState, type SignedLeaf, toSegmentPath } from "./log-state.ts";
import { createMerkleTree, type MerkleTree } from "./merkle/merkle-tree.ts";
import type { VerifyProblem } from "./problem.ts";
import { TILE_WIDTH, toTilePath } from "./tile.ts";
import { createTileStore } from "./tile-files.ts";

export interface InspectOptions {
  /** The case folder. */
  readonly dir: string;
  readonly caseId: string;
  /** Left out: a leaf is its entry. */
  readonly codec?: EntryCodec | "closed" | undefined;
  /** C2SP verifier keys that `closed.json` names for the checkpoint. */
  readonly logKeys?: readonly string[] | undefined;
  /** Check every signature, or only those of acts that no checkpoint covers. */
  readonly signatures: "all" | "uncovered";
  readonly progress?: Progress | undefined;
}

export interface Inspection {
  readonly state: LogState;
  readonly files: LogFiles;
  /** The checkpoint on disk when its signature holds. */
  readonly checkpoint: SignedCheckpoint | null;
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
  /** Paths of partial tiles that wider ones replaced. */
  readonly staleTiles: readonly string[];
}

/**
 * Reads the log and judges every file of it. Damage is reported, never thrown; a folder that cannot be listed
 * throws its system error.
 */
export async function inspectLog(options: InspectOptions): Promise<Inspection> {
  for (;;) {
    // The checkpoint first: a writer at work may add segments behind our back, but no checkpoint runs ahead.
    const checkpoint = readIfThere(join(options.dir, "ledger", "checkpoint"));
    const files = listLogFiles(options.dir);
    const inspection = await inspectFiles(options, files, checkpoint);
    if (inspection.problems.length === 0 || isStill(options.dir, files, checkpoint)) return inspection;
    // Someone wrote meanwhile: what looked wrong may be what had not been listed yet. Look again.
  }
}

/**
 * Whether no writer was at work since: each append adds a segment, each publishing changes the checkpoint and then
 * removes the tiles that it replaced.
 */
function isStill(dir: string, files: LogFiles, checkpoint: Buffer | null): boolean {
  const now = readIfThere(join(dir, "ledger", "checkpoint"));
  const isSame = now === null || checkpoint === null ? now === checkpoint : now.equals(checkpoint);
  const { segments, tiles } = listLogFiles(dir);
  const pathsOf = (found: LogFiles["tiles"]) => found.map(toTilePath).join("\n");
  return isSame && segments.length === files.segments.length && pathsOf(tiles) === pathsOf(files.tiles);
}

async function inspectFiles(
  { dir, caseId, codec, logKeys, signatures, progress = silentProgress }: InspectOptions,
  files: LogFiles,
  checkpointBytes: Buffer | null,
): Promise<Inspection> {
  const judge = createTileJudge(dir, files, progress);
  const tree: MerkleTree = createMerkleTree({
    store: createTileStore(dir),
    onFull: (level, index) => judge.onFull(tree, level, index),
  });
  const state = createLogState({ caseId, codec, tree, onLeaf: judge.onLeaf });
  const claimed = checkpointBytes === null ? null : parseCheckpointFile(checkpointBytes, caseId);
  const covered = claimed !== null && "treeSize" in claimed ? claimed.treeSize : 0;
  state.keepFrom(Math.floor(covered / TILE_WIDTH) * TILE_WIDTH);

  const problems: VerifyProblem[] = [];
  const chain = createChain(state);
  const queue = createSignatureQueue();
  const onSigned = (leaf: SignedLeaf) => {
    if (signatures === "all" || leaf.leafIndex >= covered) queue.push(leaf);
  };
  for (const [index, start] of files.segments.entries()) {
    const read = readLogFile(dir, toSegmentPath(start));
    problems.push(...("problem" in read ? chain.skip(read.problem) : chain.add(start, read.bytes, onSigned)));
    problems.push(...(await queue.take()));
    progress({ step: "ledger.segments", done: index + 1, total: files.segments.length });
  }
  problems.push(...(await queue.end()));

  const isWhole = chain.isWhole();
  const origin = toOrigin(caseId);
  const named = parseLogKeys(logKeys ?? [], origin);
  const keys = codec === "closed" ? named.keys : state.ring.noteKeys(origin);
  if (codec !== "closed" && isWhole) problems.push(...unenrolled(named.keys, state));
  const checkpoint = judgeCheckpoint({ bytes: checkpointBytes, claimed, keys, state, isWhole });
  const tiles = judge.finish({ tree, isWhole, required: checkpoint.trusted?.treeSize ?? 0 });
  return {
    state,
    files,
    checkpoint: checkpoint.trusted,
    problems: [
      ...problems,
      ...named.problems,
      ...checkpoint.problems,
      ...tiles.problems,
      ...files.unknown.map(unknownFile),
    ],
    notes: [
      ...(codec === "closed" ? [notJudged(tree.size)] : []),
      ...checkpoint.notes,
      ...tiles.notes,
      ...files.temporary.map(strayFile),
    ],
    staleTiles: tiles.stale,
  };
}

/** Nobody without the key can say more about a closed case than that its bytes have not changed. */
function notJudged(size: number): VerifyProblem {
  return {
    path: "ledger",
    code: "ledger/closed",
    expected: null,
    actual: null,
    text: `The case is closed: its ${size} entries are whole and in place; what the acts say and who signed them was not judged. Open the case to judge them.`,
  };
}

function unknownFile(path: string): VerifyProblem {
  return {
    path,
    code: "ledger/unknown-file",
    expected: null,
    actual: "a file",
    text: "No log has this file. Find out who put it there, and move it away.",
  };
}

function strayFile(path: string): VerifyProblem {
  return {
    path,
    code: "ledger/temporary-file",
    expected: null,
    actual: "a file",
    text: "Left by an interrupted write, or of one at work; the next opening for writing removes it.",
  };
}
