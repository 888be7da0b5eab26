/** Bringing an open log up to what others wrote since. */

import { join } from "node:path";
import { readIfThere } from "../core/index.ts";
import type { RecordedAct } from "./act.ts";
import { catchUp, catchUpFrom, damaged, type FetchOptions, readNext } from "./catch-up.ts";
import { type SignedCheckpoint, toOrigin } from "./checkpoint.ts";
import { judgeCheckpoint, parseCheckpointFile } from "./inspect-checkpoint.ts";
import { createSignatureQueue } from "./inspect-signatures.ts";
import { type LogState, toSegmentPath } from "./log-state.ts";
import type { VerifyProblem } from "./problem.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";
import { TILE_WIDTH } from "./tile.ts";
import { createTileStore } from "./tile-files.ts";

/** Full tiles in memory above which those on the disk are forgotten: a reader never publishes them itself. */
const MAX_UNSETTLED = 64;

export interface RefreshOptions {
  /** Stop at the end of the segment that brings so many acts; left out: none is left. */
  readonly most?: number;
  /** Told the acts that came, in their order, once they are checked. */
  readonly onActs?: (acts: readonly RecordedAct[]) => void;
}

/** @throws InquestError "ledger/altered" when what came does not follow what is known. */
export async function refreshLog(
  options: Omit<FetchOptions, "arbiter"> & { readonly arbiter: SegmentArbiter | null },
): Promise<void> {
  const { dir, state, arbiter } = options;
  if (arbiter === null) catchUp(dir, state);
  else await catchUpFrom({ ...options, arbiter });
}

/**
 * The same for one who only reads: a part of what came, its signatures checked on all cores while more is read.
 *
 * @returns whether there is more.
 * @throws InquestError "ledger/altered"; then nothing that came is told.
 */
export async function refreshPart(
  dir: string,
  state: LogState,
  { most = Number.POSITIVE_INFINITY, onActs }: RefreshOptions,
): Promise<boolean> {
  const from = state.tree.size;
  const queue = createSignatureQueue();
  const acts: RecordedAct[] = [];
  const require = (problems: readonly VerifyProblem[]) => {
    const [problem] = problems;
    if (problem !== undefined) throw damaged(problem);
  };
  let isBehind = false;
  for (;;) {
    const path = toSegmentPath(state.tree.size);
    const bytes = readIfThere(join(dir, path));
    isBehind = bytes !== null;
    if (bytes === null || state.tree.size - from >= most) break;
    require(
      state.admit(
        readNext(state, path, bytes),
        (leaf) => queue.push(leaf),
        (act, leafIndex) => acts.push({ act, leafIndex }),
      ),
    );
    require(await queue.take());
  }
  require(await queue.end());
  onActs?.(acts);
  return isBehind;
}

/**
 * The checkpoint on disk for a reader whose log has grown; null while none fits, as when a writer is just at work.
 * Tiles that the writer has published leave memory.
 */
export function refreshCheckpoint(dir: string, state: LogState): SignedCheckpoint | null {
  const bytes = readIfThere(join(dir, "ledger", "checkpoint"));
  if (bytes === null || state.codec === "closed") return null;
  const keys = state.ring.noteKeys(toOrigin(state.caseId));
  const claimed = parseCheckpointFile(bytes, state.caseId);
  const { trusted, problems } = judgeCheckpoint({ bytes, claimed, keys, state, isWhole: true });
  settlePublished(dir, state);
  return problems.length === 0 ? trusted : null;
}

function settlePublished(dir: string, { tree }: LogState): void {
  const unsettled = tree.unsettled();
  if (unsettled.length < MAX_UNSETTLED) return;
  const store = createTileStore(dir);
  for (const [level, index] of unsettled) {
    const bytes = store.read(level, index);
    if (bytes !== null && Buffer.compare(bytes, tree.tile(level, index, TILE_WIDTH)) === 0)
      tree.settle(level, index);
  }
}
