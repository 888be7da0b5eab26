/** Chains of the latent-class sampler on threads: the same draws as on one thread, sooner. */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startOwnThread } from "../core/index.ts";
import { type ChainWorkers, type LatentDraws, type LatentJob, roundsOfJob } from "../estimate/index.ts";

export interface LatentThreadsOptions {
  /** Threads at most; by default as many as the machine runs at once. */
  readonly threads?: number;
  /** Told as chains go on how many rounds of this call are done, those not kept included; the last time all of them. */
  readonly onRounds?: (done: number, total: number) => void;
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
      const done = new Map<number, number>();
      const total = jobs.reduce((sum, job) => sum + roundsOfJob(job), 0);
      const tell = (index: number, rounds: number) => {
        done.set(index, rounds);
        options.onRounds?.(
          [...done.values()].reduce((sum, each) => sum + each, 0),
          total,
        );
      };
      return runOnThreads(jobs, Math.max(1, Math.min(threads, jobs.length)), tell);
    },
  };
}

async function runOnThreads(
  jobs: readonly LatentJob[],
  threads: number,
  tell: TellRounds,
): Promise<readonly LatentDraws[]> {
  const done: LatentDraws[] = [];
  const queue = [...jobs.entries()];
  const workers = Array.from({ length: threads }, () => startOwnThread(import.meta.url, "latent-worker"));
  try {
    await Promise.all(workers.map((worker) => drain({ worker, queue, done, tell })));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return done;
}

interface DrainInput {
  readonly worker: Worker;
  readonly queue: [number, LatentJob][];
  readonly done: LatentDraws[];
  readonly tell: TellRounds;
}

type TellRounds = (index: number, rounds: number) => void;

/** What a thread sends: rounds done while it works, the draws when it is done. */
type FromThread =
  | { readonly index: number; readonly rounds: number }
  | { readonly index: number; readonly draws: LatentDraws };

/** Gives one thread jobs until the queue is empty. */
function drain({ worker, queue, done, tell }: DrainInput): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const entry = queue.shift();
      if (entry === undefined) {
        resolve();
        return;
      }
      running = entry[1];
      worker.postMessage({ index: entry[0], job: entry[1] });
    };
    let running: LatentJob | undefined;
    worker.on("message", (message: FromThread) => {
      if ("rounds" in message) {
        tell(message.index, message.rounds);
        return;
      }
      done[message.index] = message.draws;
      if (running !== undefined) tell(message.index, roundsOfJob(running));
      next();
    });
    worker.on("error", reject);
    worker.on("exit", () =>
      reject(new Error("a thread of the latent-class sampler ended before its answer")),
    );
    next();
  });
}
