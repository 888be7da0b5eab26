/** Estimates whose samplers run on threads: draws are made once, and read in each language. */
import type { ProgressEvent } from "../core/index.ts";
import { createLatentThreads } from "../engines/index.ts";
import {
  type CaptureTable,
  keepUsableLists,
  type LatentOptions,
  type LatentSample,
  type MethodName,
  sampleLatentClassWith,
} from "../estimate/index.ts";

/** Groups with fewer lists have no latent classes. */
const FEWEST_FOR_CLASSES = 3;

export interface SampleChains {
  readonly methods: readonly MethodName[];
  readonly effort?: LatentOptions;
  readonly onProgress: (progress: ChainProgress) => void;
}

export interface ChainProgress {
  /** 1 at first; another, longer one begins while chains disagree and effort is left: how many is not known before. */
  readonly pass: number;
  /** Rounds of all chains of this pass. */
  readonly done: number;
  readonly total: number;
  /** What the rest of this pass will about take; undefined before anything is done. */
  readonly remainingMs: number | undefined;
}

/** The draws that the methods need of a table, made on threads; null where none of them samples, or none can. */
export async function sampleChains(
  given: CaptureTable,
  { methods, effort = {}, onProgress }: SampleChains,
): Promise<LatentSample | null> {
  const table = keepUsableLists(given);
  const isNeeded = methods.includes("lcmcr") || methods.includes("ensemble");
  const isShared = table.cells.some(({ pattern }) => (pattern & (pattern - 1)) !== 0);
  if (!isNeeded || !isShared || table.lists.length < FEWEST_FOR_CLASSES) return null;
  let pass = 0;
  // The pace is taken from the first word of the pass on: starting threads takes time, and no rounds.
  let first: { readonly at: number; readonly done: number } | null = null;
  const workers = createLatentThreads({
    onRounds: (done, total) => {
      const at = performance.now();
      first ??= { at, done };
      const worked = done - first.done;
      const remainingMs = worked === 0 ? undefined : ((at - first.at) / worked) * (total - done);
      onProgress({ pass, done, total, remainingMs });
    },
  });
  return sampleLatentClassWith(workers, table, effort, () => {
    pass += 1;
    first = null;
  });
}

/** The event that faces draw: the first pass and each longer one are told apart. */
export function toChainEvent(
  { pass, done, total, remainingMs }: ChainProgress,
  item?: string,
): ProgressEvent {
  return {
    step: pass > 1 ? "estimate.chains-again" : "estimate.chains",
    done,
    total,
    ...(item === undefined ? {} : { item }),
    ...(remainingMs === undefined ? {} : { remainingMs }),
  };
}
