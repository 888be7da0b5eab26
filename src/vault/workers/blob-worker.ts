/** A thread that hashes and copies files, one after another. */
import { parentPort, workerData } from "node:worker_threads";
import type { BlobAnswer, BlobJob } from "./blob-job.ts";
import { createJobBuffer, runBlobJob } from "./run-blob-job.ts";

/** What the asking thread gives when it starts this one. */
export interface BlobWorkerData {
  /** One number: bytes hashed by all threads so far. */
  readonly bytesDone: SharedArrayBuffer;
}

/** Several jobs in one message, because small files are done faster than messages travel. */
export type BlobRequest = readonly BlobJob[];

/** Answers in the order of the jobs, as many as are ready; before the first, that the thread is ready. */
export type BlobReply = "ready" | readonly BlobAnswer[];

/** The asking thread has work of its own for each message, and must not wait long for an answer. */
const MOST_ANSWERS = 32;
const MOST_WAIT_MS = 5;

const port = parentPort;
if (port !== null) {
  const { bytesDone }: BlobWorkerData = workerData;
  const counter = new BigInt64Array(bytesDone);
  const surroundings = {
    buffer: createJobBuffer(),
    onBytes: (sizeBytes: number) => void Atomics.add(counter, 0, BigInt(sizeBytes)),
  };
  const work = async (jobs: BlobRequest) => {
    let answers: BlobAnswer[] = [];
    let since = performance.now();
    for (const job of jobs) {
      answers.push(await runBlobJob(job, surroundings));
      if (answers.length < MOST_ANSWERS && performance.now() - since < MOST_WAIT_MS) continue;
      port.postMessage(answers satisfies BlobReply);
      answers = [];
      since = performance.now();
    }
    if (answers.length > 0) port.postMessage(answers satisfies BlobReply);
  };
  // One buffer serves all jobs, so one is done after another.
  let working = Promise.resolve();
  port.on("message", (jobs: BlobRequest) => {
    working = working.then(() => work(jobs));
  });
  port.postMessage("ready" satisfies BlobReply);
}
