/** A second copy in S3, under the names that the files have in a case folder: any tool for S3 brings the folder back. */
import { createS3BlobStore, hashChunks, openS3Objects, parseS3Address } from "../vault/index.ts";
import { type CaseFile, kindOfCaseFile } from "./case-files.ts";
import type { CopyPlace, FileToCopy } from "./copy-place.ts";

export interface S3CopyOptions {
  /** `s3://BUCKET/FOLDER?endpoint=…` (docs/formats/s3.md). */
  readonly address: string;
  readonly now: () => number;
  /** Where large content is staged while it is sent. */
  readonly tempDir: string;
}

/** @throws InquestError "vault/s3-address". */
export async function openS3Copy({ address, now, tempDir }: S3CopyOptions): Promise<CopyPlace> {
  const objects = await openS3Objects({
    address: parseS3Address(address),
    now,
    completesConditionally: false,
  });
  const blobs = createS3BlobStore({ objects, tempDir });
  /** What never changes is put where nothing is; what does, and a copy that is damaged, is put over it. */
  async function put(file: FileToCopy): Promise<void> {
    const { path, kind } = file;
    if (kind === "blob" && !(await blobs.put(file.read())).existed) return;
    const bytes = await collect(file.read());
    const sha256 = Buffer.from(file.sha256, "hex");
    if (kind === "segment" && (await objects.create({ path, content: bytes, sha256, isRetained: true })))
      return;
    await objects.replace(path, bytes);
  }
  return {
    name: objects.place,
    async look(path, kind) {
      if (kind !== "blob") return hashOf(path);
      const sizeBytes = await objects.sizeOf(path);
      return sizeBytes === null ? null : { sha256: path.slice(path.lastIndexOf("/") + 1), sizeBytes };
    },
    hash: hashOf,
    write: put,
    read: (path) => objects.read(path),
    list: listFiles,
    async remove({ path }) {
      if ((await objects.sizeOf(path)) === null) return false;
      await objects.remove(path);
      return true;
    },
    async holdsOther() {
      for await (const { path } of objects.list("")) if (kindOfCaseFile(path) === null) return true;
      return false;
    },
    close: () => objects.close(),
  };

  async function hashOf(path: string) {
    const chunks = await objects.get(path);
    return chunks === null ? null : hashChunks(chunks);
  }

  async function listFiles(): Promise<CaseFile[]> {
    const files: CaseFile[] = [];
    for await (const { path } of objects.list("")) {
      const kind = kindOfCaseFile(path);
      if (kind !== null) files.push({ path, kind });
    }
    return files;
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return Buffer.concat(parts);
}
