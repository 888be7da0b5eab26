/** Where a case's content lies and who decides about its log: this folder, or a store that several people share. */
import { join } from "node:path";
import { InquestError } from "../core/index.ts";
import type { SegmentArbiter } from "../ledger/index.ts";
import {
  type BlobStore,
  createS3BlobStore,
  createS3SegmentArbiter,
  openFileBlobStore,
  openS3Objects,
  parseS3Address,
  probeS3,
  toS3Url,
} from "../vault/index.ts";
import type { Surroundings } from "./handle.ts";

export interface Storage {
  readonly store: BlobStore;
  /** Null when this folder decides. */
  readonly arbiter: SegmentArbiter | null;
  /** Names the place in errors. */
  readonly place: string;
  close(): void;
}

/** @param address - `s3://…` of the configuration; undefined for the folder itself. */
export async function openStorage(
  dir: string,
  address: string | undefined,
  { now }: Pick<Surroundings, "now">,
): Promise<Storage> {
  if (address === undefined) {
    return { store: openFileBlobStore(dir), arbiter: null, place: dir, close: () => {} };
  }
  // Whether uploads in parts can be completed under a condition is not relied on: blobs are named by their bytes.
  const objects = await openS3Objects({
    address: parseS3Address(address),
    now,
    completesConditionally: false,
  });
  return {
    store: createS3BlobStore({ objects, tempDir: join(dir, "vault", "tmp") }),
    arbiter: createS3SegmentArbiter(objects),
    place: objects.place,
    close: () => objects.close(),
  };
}

/**
 * Checks that a store keeps the first of two objects of one name, before a case is trusted to it.
 *
 * @returns the address in its one spelling.
 * @throws InquestError "vault/s3-occupied" (input) when something lies there already.
 * @throws InquestError "vault/s3-address", "vault/s3-no-conditional-put", "vault/s3-refused", "vault/s3-unreachable".
 */
export async function requireSafeStore(
  text: string,
  { now, random }: Pick<Surroundings, "now" | "random">,
): Promise<string> {
  const address = parseS3Address(text);
  await probeS3({ address, now, random });
  const objects = await openS3Objects({ address, now, completesConditionally: false });
  try {
    for await (const { path } of objects.list("")) throw occupied(objects.place, path);
  } finally {
    objects.close();
  }
  return toS3Url(address);
}

function occupied(place: string, path: string): InquestError {
  return new InquestError({
    code: "vault/s3-occupied",
    reaction: "input",
    message: `${place} holds something already (${path}). Name a folder of the bucket in which nothing lies; to join a case that is there, copy its case.json.`,
    evidence: { place, path },
  });
}
