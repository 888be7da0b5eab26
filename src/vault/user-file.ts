/** Files that a user named: their errors are about that file, not about the vault. */
import { statSync } from "node:fs";
import { errorCodeOf, hashBytes, InquestError, type Sha256Hex } from "../core/index.ts";
import type { BlobSource } from "./blob-store.ts";
import { hashChunks, readChunks } from "./file-chunks.ts";
import type { BlobContent } from "./vault.ts";

/** Content as chunks, each valid until the next is asked for. */
export function toBlobSource(content: BlobContent): BlobSource {
  return content instanceof Uint8Array ? content : readUserFile(content.file);
}

/** SHA-256 of content, read once from end to end unless it was hashed when it was written ahead. */
export async function hashContent(content: BlobContent): Promise<Sha256Hex> {
  if (content instanceof Uint8Array) return hashBytes(content);
  return content.staged?.sha256 ?? (await hashChunks(readUserFile(content.file))).sha256;
}

/** The chunks of a file that a user named; its errors are about that file, not about the vault. */
async function* readUserFile(file: string): AsyncGenerator<Uint8Array> {
  try {
    // A pipe or a device would never end, or end differently each time.
    if (!statSync(file).isFile()) throw missingSource(file, undefined, "is not a regular file");
    yield* readChunks(file);
  } catch (error) {
    if (error instanceof InquestError) throw error;
    throw missingSource(file, error, `cannot be read (${errorCodeOf(error) ?? String(error)})`);
  }
}

/** The error of a file that cannot be read. @param fault - the rest of the sentence that the file's name begins. */
export function missingSource(file: string, cause: unknown, fault: string): InquestError {
  return new InquestError({
    code: "vault/file-missing",
    reaction: "input",
    message: `${file} ${fault}. Check its name and permissions.`,
    cause,
    evidence: { file },
  });
}

/** The error of a file that could be read, and not as one whole. @param fault - as for `missingSource`. */
export function unsteadySource(file: string, fault: string): InquestError {
  return new InquestError({
    code: "vault/file-changed",
    reaction: "input",
    message: `${file} ${fault}. Wait until nobody writes it, and seal it again.`,
    evidence: { file },
  });
}
