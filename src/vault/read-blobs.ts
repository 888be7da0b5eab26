/** Reading the blobs of a store from end to end, several ahead, in the order of its list. */
import type { BlobStore, StoredBlob } from "./blob-store.ts";
import { hashChunks } from "./file-chunks.ts";
import { type BlobAnswer, type Hashed, isFault, toError } from "./workers/blob-job.ts";
import { createBlobPool } from "./workers/pool.ts";

/** Threads have enough before them while the list is read on. */
const MOST_AHEAD = 512;

export interface BlobReader {
  /** Hands in a blob; its hash is asked for later, and is an error when it could not be read. */
  submit(stored: StoredBlob, sha256: string): () => Promise<Hashed | Error>;
  /** How many may be handed in before the first is asked for. */
  readonly ahead: number;
  bytesDone(): number;
  close(): Promise<void>;
}

/** Threads read files by themselves; from any other store one blob after another is streamed. */
export function openBlobReader(store: BlobStore, jobs: number): BlobReader {
  const { fileOf } = store;
  if (fileOf === undefined) return openStreamReader(store);
  const pool = createBlobPool({ jobs });
  return {
    submit({ sizeBytes }, sha256) {
      const ticket = pool.submit({ kind: "hash", path: fileOf(sha256), sizeBytes });
      return async () => toOutcome(await ticket.answer());
    },
    ahead: MOST_AHEAD,
    bytesDone: pool.bytesDone,
    close: pool.close,
  };
}

function toOutcome(answer: BlobAnswer): Hashed | Error {
  return isFault(answer) ? toError(answer) : answer;
}

function openStreamReader(store: BlobStore): BlobReader {
  let bytesDone = 0;
  return {
    submit: (_stored, sha256) => async () => {
      try {
        return await hashChunks((await store.get(sha256)) ?? nothing(), (chunk) => {
          bytesDone += chunk.length;
        });
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    },
    ahead: 0,
    bytesDone: () => bytesDone,
    close: () => Promise.resolve(),
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

export interface BlobAhead {
  readonly stored: StoredBlob;
  /** Its hash once it is read, or why it could not be; null for what is no blob. */
  readonly hash: (() => Promise<Hashed | Error>) | null;
}

/** Everything that is listed, in that order, while blobs further on are being read. */
export async function* readAhead(
  list: AsyncIterable<StoredBlob>,
  reader: BlobReader,
): AsyncGenerator<BlobAhead> {
  const ahead: BlobAhead[] = [];
  let broken: { readonly error: unknown } | null = null;
  try {
    for await (const stored of list) {
      ahead.push({ stored, hash: stored.sha256 === null ? null : reader.submit(stored, stored.sha256) });
      if (ahead.length > reader.ahead) yield* ahead.splice(0, 1);
    }
  } catch (error) {
    broken = { error };
  }
  // What was listed before the list broke off is told first, as if nothing had been ahead.
  yield* ahead;
  if (broken !== null) throw broken.error;
}
