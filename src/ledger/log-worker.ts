/** A thread that signs acts, or writes the files of a log, so that the asking one can go on meanwhile. */
import { type KeyObject, sign } from "node:crypto";
import { dirname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { createExclusive, createFolderMaker, errorCodeOf, replaceFile, syncFolder } from "../core/index.ts";
import { type JoinedTexts, SIGNATURE_BYTES, textAt } from "./joined-texts.ts";

export interface LogWorkerData {
  /** Null for a thread that signs nothing. */
  readonly key: KeyObject | null;
  /** `ledger/` of the case: folders are made below it. */
  readonly ledger: string;
}

/** A file of the log, written to its `tmp` first. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly tempDir: string;
}

export type LogJob =
  /** The answer is the signatures in the order of the texts, 64 bytes each. */
  | { readonly kind: "sign"; readonly texts: JoinedTexts }
  /** The answer is whether the name was free; then file and name are on the disk. */
  | { readonly kind: "create"; readonly file: LogFile }
  /** When it is done, files, names and folders are on the disk. */
  | { readonly kind: "replace"; readonly files: readonly LogFile[] };

/** Answers in the order of the jobs; before the first, that the thread is ready. */
export type LogAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly value: Uint8Array | boolean | null }
  /** An error in a form that threads can pass, with the system's code when it was the system that refused. */
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly code: string | undefined;
      readonly syscall: string;
    };

const port = parentPort;
if (port !== null) {
  const { key, ledger }: LogWorkerData = workerData;
  const makeFolder = createFolderMaker(ledger);

  const run = (job: LogJob): Uint8Array | boolean | null => {
    switch (job.kind) {
      case "sign":
        return signAll(job.texts, key);
      case "create":
        return createExclusive({ ...job.file, mode: 0o444 });
      case "replace":
        replaceAll(job.files, makeFolder);
        return null;
    }
  };

  port.on("message", (job: LogJob) => {
    try {
      port.postMessage({ kind: "done", value: run(job) } satisfies LogAnswer);
    } catch (error) {
      port.postMessage(toFailure(error));
    }
  });
  port.postMessage({ kind: "ready" } satisfies LogAnswer);
}

/** Each folder is synced once, after all its files. */
function replaceAll(files: readonly LogFile[], makeFolder: (path: string) => void): void {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const folder of folders) makeFolder(folder);
  for (const file of files) replaceFile({ ...file, leaveFolder: true });
  for (const folder of folders) syncFolder(folder);
}

function signAll(texts: JoinedTexts, key: KeyObject | null): Uint8Array {
  if (key === null) throw new TypeError("this thread was given no key");
  const signatures = new Uint8Array(texts.ends.length * SIGNATURE_BYTES);
  for (const index of texts.ends.keys())
    signatures.set(sign(null, textAt(texts, index), key), index * SIGNATURE_BYTES);
  return signatures;
}

function toFailure(error: unknown): LogAnswer {
  const message = error instanceof Error ? error.message : String(error);
  const syscall = error instanceof Error && "syscall" in error ? String(error.syscall) : "";
  return { kind: "failed", message, code: errorCodeOf(error), syscall };
}
