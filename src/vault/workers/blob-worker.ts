/** A thread that hashes and copies files, one after another, and answers each as soon as it is done. */
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

/** One answer for each job, in the order of the jobs; before the first, that the thread is ready. */
export type BlobReply = "ready" | BlobAnswer;

const port = parentPort;
if (port !== null) {
  const { bytesDone }: BlobWorkerData = workerData;
  const counter = new BigInt64Array(bytesDone);
  const surroundings = {
    buffer: createJobBuffer(),
    onBytes: (sizeBytes: number) => void Atomics.add(counter, 0, BigInt(sizeBytes)),
  };
  port.on("message", (jobs: BlobRequest) => {
    for (const job of jobs) port.postMessage(runBlobJob(job, surroundings) satisfies BlobReply);
  });
  port.postMessage("ready" satisfies BlobReply);
}
