/** Signing and writing on a thread of its own: what many appends would wait for one after the other. */
import type { Worker } from "node:worker_threads";
import { startOwnThread } from "../core/index.ts";
import { type JoinedTexts, SIGNATURE_BYTES } from "./joined-texts.ts";
import type { LogAnswer, LogFile, LogJob, LogWorkerData } from "./log-worker.ts";

/** Jobs are done in the order of the calls. Every call rejects with `ThreadEnded` when the thread has died. */
export interface LogThread {
  /** Whether it has started and lives: otherwise its work is done elsewhere. */
  readonly isReady: boolean;
  /** The signatures of texts in their order, 64 bytes each. */
  sign(texts: JoinedTexts): Promise<readonly Uint8Array[]>;
  /** As `createExclusive`, read-only. @throws the system's error. */
  create(file: LogFile): Promise<boolean>;
  /** As `replaceFile` for each of several, their folders made. @throws the system's error. */
  replace(files: readonly LogFile[]): Promise<void>;
  /** Waits for the jobs that it was given. */
  close(): Promise<void>;
}

/** The thread is gone, and with it the outcome of what it was asked. */
export class ThreadEnded extends Error {
  override name = "ThreadEnded";
}

interface Waiting {
  readonly resolve: (value: Uint8Array | boolean | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts a thread. It keeps no process alive that waits for nothing from it. */
export function startLogThread(
  data: LogWorkerData,
  startThread: (data: LogWorkerData) => Worker = startLogWorker,
): LogThread {
  const waiting: Waiting[] = [];
  let isReady = false;
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function end(error: unknown): void {
    isReady = false;
    worker = null;
    const ended = new ThreadEnded("a thread of the log ended", { cause: error });
    for (const { reject } of waiting.splice(0)) reject(ended);
  }

  function hear(answer: LogAnswer): void {
    if (answer.kind === "ready") {
      isReady = true;
      return;
    }
    const first = waiting.shift();
    if (waiting.length === 0) worker?.unref();
    if (answer.kind === "done") first?.resolve(answer.value);
    else first?.reject(toError(answer));
  }

  function ask(job: LogJob): Promise<Uint8Array | boolean | null> {
    const asked = new Promise<Uint8Array | boolean | null>((resolve, reject) => {
      if (worker === null) {
        reject(new ThreadEnded("a thread of the log ended"));
        return;
      }
      waiting.push({ resolve, reject });
      worker.postMessage(job);
      worker.ref();
    });
    last = asked.catch(() => {});
    return asked;
  }

  try {
    worker = startThread(data);
    worker.unref();
    worker.on("message", hear);
    worker.on("error", end);
    worker.on("exit", end);
  } catch (error) {
    end(error);
  }

  return {
    get isReady() {
      return isReady;
    },
    async sign(texts) {
      const signatures = await ask({ kind: "sign", texts });
      if (!(signatures instanceof Uint8Array)) throw new TypeError("signatures are bytes");
      return splitSignatures(signatures);
    },
    async create(file) {
      return (await ask({ kind: "create", file })) === true;
    },
    async replace(files) {
      await ask({ kind: "replace", files });
    },
    async close() {
      await last;
      isReady = false;
      await worker?.terminate();
    },
  };
}

function startLogWorker(workerData: LogWorkerData): Worker {
  return startOwnThread(import.meta.url, "log-worker", { workerData });
}

/** The error again, as the one that the thread caught. */
function toError({ message, code, syscall }: LogAnswer & { kind: "failed" }): Error {
  const error = new Error(message);
  return code === undefined ? error : Object.assign(error, { code, syscall });
}

function splitSignatures(all: Uint8Array): Uint8Array[] {
  return Array.from({ length: all.length / SIGNATURE_BYTES }, (_, index) =>
    all.subarray(index * SIGNATURE_BYTES, (index + 1) * SIGNATURE_BYTES),
  );
}
