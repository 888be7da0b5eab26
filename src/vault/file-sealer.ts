/** Sealing many files of a user: threads write them ahead, and they get their names many at a time. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import { toWriteError } from "../ledger/index.ts";
import { openFileBlobStore } from "./file-blob-store.ts";
import { requireSealed } from "./open-vault.ts";
import { missingSource, unsteadySource } from "./user-file.ts";
import type { SealedBlob, StagedFile } from "./vault.ts";
import {
  type BlobAnswer,
  type BlobFault,
  isFault,
  isStaged,
  type StageJob,
  toError,
} from "./workers/blob-job.ts";
import { type BlobPoolOptions, type BlobTicket, createBlobPool } from "./workers/pool.ts";

/** What may lie written and without a name: enough for every thread, and little enough to lose. */
const MOST_STAGED = 256;
const MOST_STAGED_BYTES = 64 * 1024 * 1024;

export interface FileToStage {
  /** Absolute. */
  readonly file: string;
  /** What the listing said; the file may have changed since. */
  readonly sizeBytes: number;
  /** Whether the vault may hold a large file already: then it is hashed first, and perhaps not written. */
  readonly mayBeThere?: boolean;
  /** Whether the bytes are wanted too; given for files of at most 1 MiB. */
  readonly wantsBytes?: boolean;
}

export interface FileSealer {
  /**
   * Writes files ahead and gives them in their order, each one or why it could not be: "vault/file-missing",
   * "vault/file-changed" (input) or "vault/write-failed" (locked). At most 256 files or 64 MiB, or else two files a
   * thread, are ahead of the one that was given last.
   */
  stage(files: Iterable<FileToStage>): AsyncGenerator<StagedFile | InquestError>;
  /**
   * Gives staged files their names; when the promise resolves all are on the disk. What was there already is verified,
   * and "vault/blob-altered" or "vault/blob-missing" stands in its place when it is something else.
   *
   * @throws InquestError "vault/write-failed" (locked): then none of them counts.
   */
  seal(staged: readonly StagedFile[]): Promise<readonly (SealedBlob | InquestError)[]>;
  /** Removes a staged file that is not to be sealed. */
  discard(staged: StagedFile): void;
  /** Bytes hashed so far, also of files that are not done. */
  bytesDone(): number;
  /** Ends the threads and removes what nobody sealed. */
  close(): Promise<void>;
}

/** @param dir - the case folder, whose blobs are files and stand in the open. */
export function openFileSealer(dir: string, options: BlobPoolOptions): FileSealer {
  const store = openFileBlobStore(dir);
  const pool = createBlobPool(options);
  const unnamed = new Set<string>();
  let count = 0;

  function prepared(): string {
    try {
      return store.prepare();
    } catch (error) {
      throw toWriteError("vault/write-failed", dir, error);
    }
  }

  function submit({ file, sizeBytes, mayBeThere = false, wantsBytes = false }: FileToStage) {
    const temp = join(prepared(), `.tmp-${process.pid}-${count++}`);
    unnamed.add(temp);
    return pool.submit({ kind: "stage", path: file, sizeBytes, dir, temp, mayBeThere, wantsBytes });
  }

  function toOutcome({ temp, path }: StageJob, answer: BlobAnswer): StagedFile | InquestError {
    unnamed.delete(temp);
    const written = isStaged(answer) ? answer.temp : null;
    // A thread that died may have left it.
    if (written !== temp) rmSync(temp, { force: true });
    if (written !== null) unnamed.add(written);
    if (isStaged(answer)) return { file: path, ...answer };
    if (!isFault(answer)) throw new TypeError("staging answers with what was staged");
    return toFileError(dir, path, answer);
  }

  return {
    async *stage(files) {
      const ahead: BlobTicket<StageJob>[] = [];
      let aheadBytes = 0;
      const isFull = () =>
        ahead.length >= MOST_STAGED || (aheadBytes >= MOST_STAGED_BYTES && ahead.length >= 2 * options.jobs);
      const takeFirst = async () => {
        const [ticket] = ahead.splice(0, 1);
        if (ticket === undefined) throw new TypeError("nothing is ahead");
        const answer = await ticket.answer();
        aheadBytes -= ticket.job.sizeBytes;
        return toOutcome(ticket.job, answer);
      };
      for (const file of files) {
        ahead.push(submit(file));
        aheadBytes += file.sizeBytes;
        while (isFull()) yield await takeFirst();
      }
      while (ahead.length > 0) yield await takeFirst();
    },
    async seal(staged) {
      const put = await store.putStaged(staged).catch((error: unknown) => {
        throw toWriteError("vault/write-failed", dir, error);
      });
      for (const { temp } of staged) if (temp !== null) unnamed.delete(temp);
      const sealed: (SealedBlob | InquestError)[] = [];
      for (const blob of put) sealed.push(await requireSealed(store, blob).catch(toInquestError));
      return sealed;
    },
    discard({ temp }) {
      if (temp === null || !unnamed.delete(temp)) return;
      rmSync(temp, { force: true });
    },
    bytesDone: pool.bytesDone,
    async close() {
      await pool.close();
      for (const temp of unnamed) rmSync(temp, { force: true });
    },
  };
}

function toFileError(dir: string, file: string, fault: BlobFault): InquestError {
  if (fault.of === "change") return unsteadySource(file, fault.message);
  if (fault.of === "file") {
    const { systemCode } = fault;
    return missingSource(
      file,
      toError(fault),
      systemCode === undefined ? fault.message : `cannot be read (${systemCode})`,
    );
  }
  const cause = fault.of === "disk" ? toWriteError("vault/write-failed", dir, toError(fault)) : null;
  if (cause instanceof InquestError) return cause;
  return new InquestError({
    code: "vault/file-unsealed",
    reaction: "input",
    message: `${file} could not be sealed: ${fault.message}. Seal it again by itself.`,
    cause: toError(fault),
    evidence: { file },
  });
}

/** An error of the vault itself passes: it is no error of this file. */
function toInquestError(error: unknown): InquestError {
  if (error instanceof InquestError) return error;
  throw error;
}
