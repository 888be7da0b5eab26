/** Linkage on threads: the same clusters as on one, sooner. */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { startOwnThread } from "../core/index.ts";
import {
  type BoundWork,
  bindWork,
  type JobRequest,
  type LinkAnswer,
  type LinkWork,
  type LinkWorkers,
  runLinkJob,
} from "../linkage/index.ts";
import type { FromLinkThread, ToLinkThread } from "./link-messages.ts";
import { toSharedWork } from "./shared-work.ts";

export interface LinkThreadsOptions {
  /** Threads in all, this one among them; by default as many as the machine runs at once. */
  readonly threads?: number;
}

export interface LinkThreads extends LinkWorkers {
  /** Ends the threads. Nothing runs on them afterwards. */
  readonly close: () => Promise<void>;
}

/** So many jobs wait at each thread: it need not wait while this one is busy with a job of its own. */
const AHEAD = 3;

/**
 * Threads for {@link LinkWorkers}. This thread does jobs too, so that two threads are one more than there is. They
 * start at once, while a run prepares its columns, and must be closed.
 *
 * `run` rejects with what a thread threw, or when one ends before its answer.
 */
export function createLinkThreads({
  threads = availableParallelism(),
}: LinkThreadsOptions = {}): LinkThreads {
  const pool = Array.from({ length: Math.max(0, threads - 1) }, () =>
    startOwnThread(import.meta.url, "link-worker"),
  );
  // A thread that waits for work keeps nobody from leaving.
  for (const worker of pool) worker.unref();
  let sent: LinkWork | null = null;
  let own: BoundWork | null = null;
  const failed = failureOf(pool);
  return {
    async run({ work, jobs }) {
      if (sent !== work) {
        const shared = pool.length === 0 ? work : toSharedWork(work);
        for (const worker of pool) say(worker, { kind: "work", work: shared });
        sent = work;
        own = bindWork(shared);
      }
      const here = own ?? bindWork(work);
      return Promise.race([failed, shareOut(pool, here, jobs)]);
    },
    async close() {
      await Promise.all(pool.map((worker) => worker.terminate()));
    },
  };
}

/** Never resolves; rejects when a thread fails. */
function failureOf(pool: readonly Worker[]): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    for (const worker of pool) {
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("a thread of a linkage run ended before its answer")));
    }
  });
  // Closing ends threads when nobody waits for them any more.
  failed.catch(() => undefined);
  return failed;
}

/** Gives jobs to the threads and does some here, until all are answered. */
async function shareOut(
  pool: readonly Worker[],
  here: BoundWork,
  jobs: JobRequest["jobs"],
): Promise<readonly LinkAnswer[]> {
  const answers: LinkAnswer[] = [];
  let [next, answered] = [0, 0];
  const take = (): number => {
    next += 1;
    return next - 1;
  };
  const give = (worker: Worker): void => {
    const job = jobs[next];
    if (job !== undefined) say(worker, { kind: "job", index: take(), job });
  };
  let whenAll: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    whenAll = resolve;
  });
  const listeners = pool.map((worker) => {
    const listen = ({ index, answer }: FromLinkThread): void => {
      answers[index] = answer;
      answered += 1;
      give(worker);
      if (answered === jobs.length) whenAll();
    };
    worker.on("message", listen);
    worker.ref();
    return { worker, listen };
  });
  try {
    for (let ahead = 0; ahead < AHEAD; ahead += 1) for (const worker of pool) give(worker);
    for (let job = jobs[next]; job !== undefined; job = jobs[next]) {
      answers[take()] = runLinkJob(here, job);
      answered += 1;
      await heard();
    }
    if (answered < jobs.length) await all;
  } finally {
    for (const { worker, listen } of listeners) {
      worker.off("message", listen);
      worker.unref();
    }
  }
  return answers;
}

/** Lets messages that have come be heard. */
function heard(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function say(worker: Worker, message: ToLinkThread): void {
  worker.postMessage(message);
}
