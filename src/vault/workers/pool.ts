/** Threads that read, hash and copy files; started only when there is enough to do. */
import type { Worker } from "node:worker_threads";
import { startOwnThread } from "../../core/index.ts";
import type { BlobAnswer, BlobFault, BlobJob } from "./blob-job.ts";
import type { BlobReply, BlobRequest, BlobWorkerData } from "./blob-worker.ts";
import { createJobBuffer, type JobSurroundings, runBlobJob } from "./run-blob-job.ts";

/** A thread takes about so long to start: with less to do in all, it is done sooner without. */
const ENOUGH_MS = 100;

/** Opening and reading a small file, and putting a small one on the disk; measured, and only their order counts. */
const HASH_MS = 0.05;
const STAGE_MS = 1;
const BYTES_PER_MS = 1_300_000;

/** What a thread may have before it: enough that it never waits for a message, little enough to share the rest. */
const MOST_JOBS_AHEAD = 128;
const MOST_BYTES_AHEAD = 4 * 1024 * 1024;

/** Jobs are handed over when there are so many: a message costs as much as a small file. */
const SHARED_AT_ONCE = 32;
const SHARED_BYTES = 1024 * 1024;

export interface BlobPoolOptions {
  /** Threads at most. */
  readonly jobs: number;
  /** How much work there must be before threads start, in the milliseconds that one would take for it; 100 when left out. */
  readonly enoughMs?: number;
  /** Starts a thread; for tests that let one die. */
  readonly startThread?: (data: BlobWorkerData) => Worker;
}

/** A job that was handed in. */
export interface BlobTicket<Job extends BlobJob = BlobJob> {
  readonly job: Job;
  /** Its answer; while there is too little work for threads, the job is done here and now. Never rejects. */
  answer(): Promise<BlobAnswer>;
}

export interface BlobPool {
  /** Hands in a job. Jobs are begun in this order; what one does shows at once, its answer waits to be asked for. */
  submit<Job extends BlobJob>(job: Job): BlobTicket<Job>;
  /** Bytes hashed so far, also of files that are not done. */
  bytesDone(): number;
  /** Ends the threads after the jobs that they have begun; jobs that nobody began are dropped. */
  close(): Promise<void>;
}

interface Entry {
  readonly job: BlobJob;
  answer: BlobAnswer | null;
  /** Whether nobody has begun it. */
  isQueued: boolean;
  /** Whether a thread ended that may have been at it: it is given to the next one by itself. */
  isSuspect: boolean;
  readonly waiting: ((answer: BlobAnswer) => void)[];
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  /** What it was sent and has not answered, in order. */
  readonly entries: Entry[];
  bytesAhead: number;
}

export function createBlobPool({
  jobs,
  enoughMs = ENOUGH_MS,
  startThread = startBlobThread,
}: BlobPoolOptions): BlobPool {
  const bytesDone = new SharedArrayBuffer(8);
  const counter = new BigInt64Array(bytesDone);
  const threads = new Set<Thread>();
  let queue: Entry[] = [];
  let queuedBytes = 0;
  let seenMs = 0;
  let isStarted = false;
  /** Threads cannot be started here: everything is done by the asking thread. */
  let isAlone = false;
  let isClosed = false;
  let here: JobSurroundings | null = null;
  let workingHere: Promise<void> = Promise.resolve();

  function settle(entry: Entry, answer: BlobAnswer): void {
    entry.answer = answer;
    for (const resolve of entry.waiting.splice(0)) resolve(answer);
  }

  /** One after another: they share a buffer. */
  function doHere(entry: Entry): Promise<void> {
    here ??= {
      buffer: createJobBuffer(),
      onBytes: (sizeBytes) => void Atomics.add(counter, 0, BigInt(sizeBytes)),
    };
    const surroundings = here;
    workingHere = workingHere.then(async () => settle(entry, await runBlobJob(entry.job, surroundings)));
    return workingHere;
  }

  function takeNext(): Entry | undefined {
    const entry = queue.shift();
    if (entry === undefined) return undefined;
    entry.isQueued = false;
    queuedBytes -= entry.job.sizeBytes;
    return entry;
  }

  /** Gives each thread that is running out its next jobs, and starts a thread when all are busy. */
  function share(): void {
    for (const thread of threads) feed(thread);
    while (queue.length > 0 && threads.size < jobs && !isAlone && !isClosed) feed(addThread());
  }

  function feed(thread: Thread): void {
    const request: BlobJob[] = [];
    while (thread.entries.length < MOST_JOBS_AHEAD && thread.bytesAhead < MOST_BYTES_AHEAD) {
      const [current] = thread.entries;
      if (current !== undefined && (current.isSuspect || queue[0]?.isSuspect === true)) break;
      const entry = takeNext();
      if (entry === undefined) break;
      thread.entries.push(entry);
      thread.bytesAhead += entry.job.sizeBytes;
      request.push(entry.job);
    }
    if (request.length > 0) thread.worker.postMessage(request satisfies BlobRequest);
  }

  function addThread(): Thread {
    const thread: Thread = { worker: startThread({ bytesDone }), isReady: false, entries: [], bytesAhead: 0 };
    threads.add(thread);
    let why = "without a word";
    thread.worker.on("message", (reply: BlobReply) => {
      if (reply === "ready") {
        thread.isReady = true;
        return;
      }
      const answered = thread.entries.splice(0, reply.length);
      for (const [index, entry] of answered.entries()) {
        thread.bytesAhead -= entry.job.sizeBytes;
        settle(entry, reply[index] ?? { of: "thread", message: "the thread gave no answer" });
      }
      // A full hand-over at a time: a message for each small file would cost more than the file.
      if (thread.entries.length <= MOST_JOBS_AHEAD / 2) feed(thread);
    });
    thread.worker.on("error", (error) => {
      why = error.message;
    });
    thread.worker.on("exit", (code) => bury(thread, `${why}, exit code ${code}`));
    return thread;
  }

  /**
   * A thread ended. It was at one of the files that it had not answered: each of them goes to another thread by itself,
   * and the one with which that thread ends too is told.
   */
  function bury(thread: Thread, why: string): void {
    threads.delete(thread);
    const left = thread.entries.splice(0);
    if (!thread.isReady) isAlone = true;
    else if (left.length === 1) {
      const fault: BlobFault = { of: "thread", message: `the thread that was at it ended (${why})` };
      for (const fatal of left.splice(0)) settle(fatal, fault);
    }
    for (const entry of left) entry.isSuspect = true;
    if (isClosed) {
      for (const entry of left) settle(entry, { of: "thread", message: "nobody waits for it any more" });
      return;
    }
    queue = [...left, ...queue];
    for (const entry of left) {
      entry.isQueued = true;
      queuedBytes += entry.job.sizeBytes;
    }
    if (isAlone && threads.size === 0)
      for (let entry = takeNext(); entry; entry = takeNext()) void doHere(entry);
    else share();
  }

  return {
    submit(job) {
      const entry: Entry = { job, answer: null, isQueued: true, isSuspect: false, waiting: [] };
      queue.push(entry);
      queuedBytes += job.sizeBytes;
      seenMs += (job.kind === "hash" ? HASH_MS : STAGE_MS) + job.sizeBytes / BYTES_PER_MS;
      isStarted ||= seenMs > enoughMs;
      if (isStarted && (queue.length >= SHARED_AT_ONCE || queuedBytes >= SHARED_BYTES)) share();
      return {
        job,
        async answer() {
          while (entry.answer === null && (!isStarted || (isAlone && threads.size === 0))) {
            const next = takeNext();
            if (next === undefined) break;
            await doHere(next);
          }
          if (entry.answer !== null) return entry.answer;
          if (entry.isQueued) share();
          return new Promise((resolve) => entry.waiting.push(resolve));
        },
      };
    },
    bytesDone: () => Number(Atomics.load(counter, 0)),
    async close() {
      isClosed = true;
      for (let entry = takeNext(); entry !== undefined; entry = takeNext())
        settle(entry, { of: "thread", message: "nobody waits for it any more" });
      // A thread that is stopped in the middle of a copy would leave it behind.
      const begun = [...threads].flatMap(({ entries }) => entries);
      await Promise.all(begun.map((entry) => new Promise((resolve) => entry.waiting.push(resolve))));
      await workingHere;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function startBlobThread(workerData: BlobWorkerData): Worker {
  return startOwnThread(import.meta.url, "blob-worker", { workerData });
}
