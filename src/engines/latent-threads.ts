/** Chains of the latent-class sampler on threads: the same draws as on one thread, sooner. */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startOwnThread } from "../core/index.ts";
import type { ChainWorkers, LatentDraws, LatentJob } from "../estimate/index.ts";

export interface LatentThreadsOptions {
  /** Threads at most; by default as many as the machine runs at once. */
  readonly threads?: number;
  /** Told after each chain how many of this call are done. */
  readonly onChain?: (done: number, total: number) => void;
}

/**
 * Threads for {@link ChainWorkers}. They start with each call and end with it, so nothing has to be closed; each job
 * carries its own seed, so which thread runs it makes no difference.
 *
 * `run` rejects with what a thread threw, or when one ends before its answer.
 */
export function createLatentThreads(options: LatentThreadsOptions = {}): ChainWorkers {
  const threads = options.threads ?? availableParallelism();
  return {
    run: (jobs) => {
      let done = 0;
      const count = () => {
        done += 1;
        options.onChain?.(done, jobs.length);
      };
      return runOnThreads(jobs, Math.max(1, Math.min(threads, jobs.length)), count);
    },
  };
}

async function runOnThreads(
  jobs: readonly LatentJob[],
  threads: number,
  onDone: () => void,
): Promise<readonly LatentDraws[]> {
  const done: LatentDraws[] = [];
  const queue = [...jobs.entries()];
  const workers = Array.from({ length: threads }, () => startOwnThread(import.meta.url, "latent-worker"));
  try {
    await Promise.all(workers.map((worker) => drain({ worker, queue, done, onDone })));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return done;
}

interface DrainInput {
  readonly worker: Worker;
  readonly queue: [number, LatentJob][];
  readonly done: LatentDraws[];
  readonly onDone: () => void;
}

/** Gives one thread jobs until the queue is empty. */
function drain({ worker, queue, done, onDone }: DrainInput): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const entry = queue.shift();
      if (entry === undefined) {
        resolve();
        return;
      }
      worker.postMessage({ index: entry[0], job: entry[1] });
    };
    worker.on("message", ({ index, draws }: { readonly index: number; readonly draws: LatentDraws }) => {
      done[index] = draws;
      onDone();
      next();
    });
    worker.on("error", reject);
    worker.on("exit", () =>
      reject(new Error("a thread of the latent-class sampler ended before its answer")),
    );
    next();
  });
}
