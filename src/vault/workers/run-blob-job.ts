/** One file, from its path to its answer: the work that threads do, and the asking thread when there is little. */
import { createHash } from "node:crypto";
import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { errorCodeOf, openTemporary, type Sha256Hex, writeAll } from "../../core/index.ts";
import { toBlobPath } from "../blob-path.ts";
import { isFile } from "../file-chunks.ts";
import {
  type BlobAnswer,
  type BlobJob,
  type Hashed,
  type HashJob,
  type Staged,
  type StageJob,
  WHOLE_BYTES,
} from "./blob-job.ts";
import { createFlusher } from "./flush-ahead.ts";
import { JobFault, ofDisk, ofFile, toFault } from "./job-fault.ts";

/** A piece stays in the processor's cache between reading, hashing and writing: 1 MiB is a third slower. */
const PIECE_BYTES = 256 * 1024;

export interface JobSurroundings {
  /** `WHOLE_BYTES` and one piece, used again for every file: memory does not grow with the work. */
  readonly buffer: Buffer;
  /** Told the bytes of each piece that was hashed. */
  readonly onBytes: (sizeBytes: number) => void;
}

export function createJobBuffer(): Buffer {
  return Buffer.allocUnsafeSlow(WHOLE_BYTES + PIECE_BYTES);
}

/**
 * Does a job; with one buffer one job at a time. Never rejects for what the file or the disk does: that is an answer
 * too.
 */
export async function runBlobJob(job: BlobJob, surroundings: JobSurroundings): Promise<BlobAnswer> {
  try {
    return job.kind === "hash" ? hashBlob(job, surroundings) : await stageFile(job, surroundings);
  } catch (error) {
    return toFault(error);
  }
}

/** What is no regular file counts as empty, as a store's `get` has it: links are not followed. */
function hashBlob({ path }: HashJob, surroundings: JobSurroundings): Hashed {
  if (!isFile(path)) return { sha256: createHash("sha256").digest("hex"), sizeBytes: 0 };
  const fd = openSync(path, "r");
  try {
    return hashFrom(fd, surroundings);
  } finally {
    closeSync(fd);
  }
}

function hashFrom(fd: number, { buffer, onBytes }: JobSurroundings): Hashed {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for (;;) {
    const read = readSync(fd, buffer, 0, PIECE_BYTES, sizeBytes);
    if (read === 0) return { sha256: hash.digest("hex"), sizeBytes };
    hash.update(buffer.subarray(0, read));
    sizeBytes += read;
    onBytes(read);
  }
}

/** Reads a file from end to end and is told when it was not the same file all the while. */
async function stageFile(job: StageJob, surroundings: JobSurroundings): Promise<Staged> {
  const fd = ofFile(() => openRegular(job.path));
  try {
    const before = fstatSync(fd, { bigint: true });
    const head = ofFile(() => readHead(fd, surroundings.buffer));
    const isWhole = head.length <= WHOLE_BYTES;
    const staged = await (isWhole
      ? stageWhole(head, job, surroundings)
      : stageLarge(fd, head, job, surroundings));
    try {
      requireUnchanged(staged.sizeBytes, before, fstatSync(fd, { bigint: true }));
    } catch (error) {
      if (staged.temp !== null) unlinkSync(staged.temp);
      throw error;
    }
    return staged;
  } finally {
    closeSync(fd);
  }
}

/** A pipe or a device would never end; a link that has taken the place of a file may lead anywhere. */
function openRegular(path: string): number {
  if (!statSync(path).isFile()) throw new JobFault("file", "is not a regular file");
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  if (fstatSync(fd).isFile()) return fd;
  closeSync(fd);
  throw new JobFault("file", "is not a regular file");
}

/** The file's beginning, or all of it when that is not longer than `WHOLE_BYTES`. */
function readHead(fd: number, buffer: Buffer): Buffer {
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(fd, buffer, filled, buffer.length - filled, filled);
    if (read === 0) break;
    filled += read;
    if (filled > WHOLE_BYTES) break;
  }
  return buffer.subarray(0, filled);
}

async function stageWhole(bytes: Buffer, job: StageJob, { onBytes }: JobSurroundings): Promise<Staged> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  onBytes(bytes.length);
  const temp = isThere(job, sha256)
    ? null
    : await writeTemporary(job.temp, (fd) => ofDisk(() => writeAll(fd, bytes)));
  return { sha256, sizeBytes: bytes.length, temp, bytes: job.wantsBytes ? new Uint8Array(bytes) : null };
}

async function stageLarge(
  fd: number,
  head: Buffer,
  job: StageJob,
  surroundings: JobSurroundings,
): Promise<Staged> {
  if (job.mayBeThere) {
    const known = ofFile(() => hashFrom(fd, { ...surroundings, onBytes: () => {} }));
    if (isThere(job, known.sha256)) {
      surroundings.onBytes(known.sizeBytes);
      return { ...known, temp: null, bytes: null };
    }
    // The head was read over.
    head = ofFile(() => readHead(fd, surroundings.buffer));
  }
  const { buffer, onBytes } = surroundings;
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const temp = await writeTemporary(job.temp, async (to) => {
    const flusher = createFlusher(to);
    try {
      for (let piece = head; piece.length > 0; ) {
        hash.update(piece);
        ofDisk(() => writeAll(to, piece));
        sizeBytes += piece.length;
        onBytes(piece.length);
        await flusher.wrote(piece.length);
        const read = ofFile(() => readSync(fd, buffer, 0, PIECE_BYTES, sizeBytes));
        piece = buffer.subarray(0, read);
      }
    } finally {
      await flusher.settle();
    }
    flusher.requireFlushed();
  });
  return { sha256: hash.digest("hex"), sizeBytes, temp, bytes: null };
}

function isThere({ dir }: StageJob, sha256: Sha256Hex): boolean {
  return ofDisk(() => isFile(join(dir, toBlobPath(sha256))));
}

/** A new file, read-only and on the disk when the promise resolves; removed when anything refuses. */
async function writeTemporary(wanted: string, write: (fd: number) => void | Promise<void>): Promise<string> {
  const { path, fd } = ofDisk(() => openWanted(wanted));
  try {
    await write(fd);
    ofDisk(() => {
      fchmodSync(fd, 0o444);
      fsyncSync(fd);
    });
    return path;
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(fd);
  }
}

function openWanted(path: string): { readonly path: string; readonly fd: number } {
  try {
    return { path, fd: openSync(path, "wx", 0o600) };
  } catch (error) {
    if (errorCodeOf(error) !== "EEXIST") throw error;
    return openTemporary(dirname(path));
  }
}

/** A file that somebody writes meanwhile has no one content that could be sealed. */
function requireUnchanged(readBytes: number, before: BigIntStats, after: BigIntStats): void {
  const isSame = before.size === after.size && before.mtimeNs === after.mtimeNs;
  if (isSame && BigInt(readBytes) >= after.size) return;
  const sizes = `${before.size} bytes before, ${after.size} after, ${readBytes} read`;
  throw new JobFault("change", `changed while it was read (${sizes})`);
}
