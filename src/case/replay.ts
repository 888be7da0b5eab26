/** From the log to the state of a case: all of it, or of a large case what is not read later. */
import type { Ledger, RecordedAct } from "../ledger/index.ts";
import { type ActIndex, createActIndex, readActIndex } from "./act-index.ts";
import { type CaseState, createCaseState, isReadLater } from "./state.ts";

/** Below this a replay is quicker than anybody notices, and no index is written. */
export const INDEX_FROM = 20_000;

export interface Replayed {
  readonly state: CaseState;
  /** Acts by kind, kept up while a case is written; null for a case that keeps none. */
  readonly index: ActIndex | null;
}

/**
 * @param dir - the case folder, where an index may lie; null for a case that keeps none.
 */
export function replayLog(ledger: Ledger, dir: string | null): Replayed {
  if (dir === null || ledger.size < INDEX_FROM) {
    const state = createCaseState();
    // Kept from the first act on: a log may grow long while it is open.
    const index = dir === null ? null : createActIndex();
    for (const { act, leafIndex } of ledger.entries()) {
      index?.add(act.kind);
      state.apply(act, leafIndex);
    }
    return { state, index };
  }
  const index = readActIndex(dir, (size) => (size <= ledger.size ? ledger.rootAt(size) : null));
  const state = createCaseState(() => actsReadLater(ledger, index));
  if (index.size === 0) {
    for (const { act, leafIndex } of ledger.entries()) {
      index.add(act.kind);
      state.apply(act, leafIndex);
    }
    return { state, index };
  }
  for (const leafIndex of leavesReadNow(index)) state.apply(ledger.read(leafIndex), leafIndex);
  for (const { act, leafIndex } of ledger.entries(index.size)) {
    index.add(act.kind);
    state.apply(act, leafIndex);
  }
  return { state, index };
}

function leavesReadNow(index: ActIndex): number[] {
  const kinds = index.kinds().filter((kind) => !isReadLater(kind));
  return kinds.flatMap((kind) => [...index.leavesOf(kind)]).sort((a, b) => a - b);
}

function* actsReadLater(ledger: Ledger, index: ActIndex): Generator<RecordedAct> {
  const kinds = index.kinds().filter(isReadLater);
  const leaves = kinds.flatMap((kind) => [...index.leavesOf(kind)]).sort((a, b) => a - b);
  for (const leafIndex of leaves) yield { leafIndex, act: ledger.read(leafIndex) };
}
