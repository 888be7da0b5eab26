/** Large objects in parts: a few at a time, so that memory stays flat, and named only when all are there. */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { CreateMultipartUploadCommandInput } from "@aws-sdk/client-s3";
import type { S3Connection } from "./s3-objects.ts";

/** Content that lies whole in a temporary file. */
export interface StagedFile {
  readonly file: string;
  readonly sizeBytes: number;
}

export interface PartsUpload {
  readonly connection: S3Connection;
  readonly key: string;
  readonly staged: StagedFile;
  readonly lock: Pick<CreateMultipartUploadCommandInput, "ObjectLockMode" | "ObjectLockRetainUntilDate">;
  /** Name the object only where none is. */
  readonly isConditional: boolean;
}

interface Part {
  readonly PartNumber: number;
  readonly ETag: string;
  readonly ChecksumSHA256: string;
}

const PART_BYTES = 16 * 1024 * 1024;
/** The most that S3 takes. */
const MAX_PARTS = 10_000;
const AT_ONCE = 3;

/** Uploads a file of at least one byte. Throws the SDK's errors; the parts of a failed upload are given up. */
export async function uploadParts({
  connection,
  key,
  staged,
  lock,
  isConditional,
}: PartsUpload): Promise<void> {
  const { sdk, client, bucket } = connection;
  const object = { Bucket: bucket, Key: key };
  const { UploadId } = await client.send(
    new sdk.CreateMultipartUploadCommand({ ...object, ChecksumAlgorithm: "SHA256", ...lock }),
  );
  const file = await open(staged.file, "r");
  try {
    const parts = await sendParts(connection, { key, uploadId: UploadId, file, sizeBytes: staged.sizeBytes });
    await client.send(
      new sdk.CompleteMultipartUploadCommand({
        ...object,
        UploadId,
        MultipartUpload: { Parts: [...parts] },
        ...(isConditional ? { IfNoneMatch: "*" } : {}),
      }),
    );
  } catch (error) {
    // Parts of an upload that was given up cost money for ever.
    await client.send(new sdk.AbortMultipartUploadCommand({ ...object, UploadId })).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
}

async function sendParts(
  { sdk, client, bucket }: S3Connection,
  upload: {
    readonly key: string;
    readonly uploadId: string | undefined;
    readonly file: FileHandle;
    readonly sizeBytes: number;
  },
): Promise<readonly Part[]> {
  const { key, uploadId, file, sizeBytes } = upload;
  const partBytes = Math.max(PART_BYTES, Math.ceil(sizeBytes / MAX_PARTS));
  const count = Math.ceil(sizeBytes / partBytes);
  const parts: Part[] = [];
  let next = 0;
  async function send(): Promise<void> {
    while (next < count) {
      const index = next++;
      const length = Math.min(partBytes, sizeBytes - index * partBytes);
      const body = Buffer.allocUnsafe(length);
      await file.read(body, 0, length, index * partBytes);
      const ChecksumSHA256 = createHash("sha256").update(body).digest("base64");
      const { ETag = "" } = await client.send(
        new sdk.UploadPartCommand({
          Bucket: bucket,
          Key: key,
          UploadId: uploadId,
          PartNumber: index + 1,
          Body: body,
          ContentLength: length,
          ChecksumSHA256,
        }),
      );
      parts[index] = { PartNumber: index + 1, ETag, ChecksumSHA256 };
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, send));
  return parts;
}
