/** Chains of the latent-class sampler on threads: the same draws as on one thread, sooner. */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startOwnThread } from "../core/index.ts";
import type { ChainWorkers, LatentDraws, LatentJob } from "../estimate/index.ts";

export interface LatentThreadsOptions {
  /** Threads at most; by default as many as the machine runs at once. */
  readonly threads?: number;
}

/**
 * Threads for {@link ChainWorkers}. They start with each call and end with it, so nothing has to be closed; each job
 * carries its own seed, so which thread runs it makes no difference.
 *
 * `run` rejects with what a thread threw, or when one ends before its answer.
 */
export function createLatentThreads(options: LatentThreadsOptions = {}): ChainWorkers {
  const threads = options.threads ?? availableParallelism();
  return { run: (jobs) => runOnThreads(jobs, Math.max(1, Math.min(threads, jobs.length))) };
}

async function runOnThreads(jobs: readonly LatentJob[], threads: number): Promise<readonly LatentDraws[]> {
  const done: LatentDraws[] = [];
  const queue = [...jobs.entries()];
  const workers = Array.from({ length: threads }, () => startOwnThread(import.meta.url, "latent-worker"));
  try {
    await Promise.all(workers.map((worker) => drain(worker, queue, done)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return done;
}

/** Gives one thread jobs until the queue is empty. */
function drain(worker: Worker, queue: [number, LatentJob][], done: LatentDraws[]): Promise<void> {
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
      next();
    });
    worker.on("error", reject);
    worker.on("exit", () =>
      reject(new Error("a thread of the latent-class sampler ended before its answer")),
    );
    next();
  });
}
