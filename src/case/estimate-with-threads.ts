/** Estimates whose samplers run on threads: draws are made once, and read in each language. */
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
  /** Told as each chain ends; milliseconds that the rest will about take. */
  readonly onChain: (done: number, total: number, remainingMs: number) => void;
}

/** The draws that the methods need of a table, made on threads; null where none of them samples, or none can. */
export async function sampleChains(
  given: CaptureTable,
  { methods, effort = {}, onChain }: SampleChains,
): Promise<LatentSample | null> {
  const table = keepUsableLists(given);
  const isNeeded = methods.includes("lcmcr") || methods.includes("ensemble");
  const isShared = table.cells.some(({ pattern }) => (pattern & (pattern - 1)) !== 0);
  if (!isNeeded || !isShared || table.lists.length < FEWEST_FOR_CLASSES) return null;
  const since = performance.now();
  const workers = createLatentThreads({
    onChain: (done, total) => onChain(done, total, ((performance.now() - since) / done) * (total - done)),
  });
  return sampleLatentClassWith(workers, table, effort);
}
