/** Asking a server, before anything is trusted to it, whether it keeps the first of two objects of one name. */
import { createHash } from "node:crypto";
import { InquestError } from "../../core/index.ts";
import type { S3Address } from "./s3-address.ts";
import { isTaken, toS3Error } from "./s3-failure.ts";
import { openS3Objects, type S3Connection, type S3Objects } from "./s3-objects.ts";

export interface S3Powers {
  /** Whether If-None-Match counts when an upload in parts is completed. */
  readonly completesConditionally: boolean;
}

export interface ProbeOptions {
  readonly address: S3Address;
  readonly now: () => number;
  readonly random: (sizeBytes: number) => Uint8Array;
}

/**
 * Writes two objects under one new name below `probe/` and looks which one stands; then the same for an upload
 * in parts. A server that lets the second one win would let two writers overwrite each other's acts.
 *
 * @throws InquestError "vault/s3-no-conditional-put" (reaction input) for such a server; "vault/s3-refused",
 *   "vault/s3-unreachable".
 */
export async function probeS3(options: ProbeOptions): Promise<S3Powers> {
  const objects = await openS3Objects(options);
  const path = `probe/${Buffer.from(options.random(16)).toString("hex")}`;
  const [first, second] = [Buffer.from("first\n"), Buffer.from("second\n")];
  try {
    const wasFirst = await objects.create({ path, content: first, sha256: sha256(first) });
    const wasSecond = await objects.create({ path, content: second, sha256: sha256(second) });
    const stands = await objects.read(path);
    if (!wasFirst || wasSecond || stands === null || !first.equals(stands)) {
      throw overwrites(objects.place, { wasFirst, wasSecond, stands });
    }
    return { completesConditionally: await refusesParts(options.address, objects, path) };
  } finally {
    // A lock on the whole bucket may forbid it; an object of six bytes then stays.
    await objects.remove(path).catch(() => {});
    objects.close();
  }
}

/** Completes an upload of one part under a taken name; it must be refused. */
async function refusesParts(address: S3Address, objects: S3Objects, path: string): Promise<boolean> {
  const connection = await connect(address);
  const { sdk, client, bucket } = connection;
  const object = { Bucket: bucket, Key: address.prefix === "" ? path : `${address.prefix}/${path}` };
  try {
    const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(object));
    const { ETag } = await client.send(
      new sdk.UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: Buffer.from("parts\n") }),
    );
    try {
      await client.send(
        new sdk.CompleteMultipartUploadCommand({
          ...object,
          UploadId,
          MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
          IfNoneMatch: "*",
        }),
      );
      return false;
    } catch (error) {
      await client.send(new sdk.AbortMultipartUploadCommand({ ...object, UploadId })).catch(() => {});
      return isTaken(error);
    }
  } catch (error) {
    throw toS3Error(objects.place, "take an upload in parts", error);
  } finally {
    client.destroy();
  }
}

async function connect({ region, endpoint, bucket }: S3Address): Promise<S3Connection> {
  const sdk = await import("@aws-sdk/client-s3");
  const server = endpoint === null ? {} : { endpoint, forcePathStyle: true };
  const client = new sdk.S3Client({ region, ...server, requestChecksumCalculation: "WHEN_REQUIRED" });
  return { sdk, client, bucket };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function overwrites(
  place: string,
  { wasFirst, wasSecond, stands }: { wasFirst: boolean; wasSecond: boolean; stands: Uint8Array | null },
): InquestError {
  return new InquestError({
    code: "vault/s3-no-conditional-put",
    reaction: "input",
    message: `${place} does not keep the first of two objects of one name (it ignores If-None-Match), so two writers could overwrite each other's acts. Use a server that honours it (Amazon S3, MinIO, Ceph 19, Cloudflare R2), or a folder.`,
    evidence: { place, wasFirst, wasSecond, stands: stands === null ? null : Buffer.from(stands).toString() },
  });
}
