/** Verifying a vault: every blob against its name, and against what the ledger says must be there. */
import { availableParallelism } from "node:os";
import { type Progress, type Sha256Hex, silentProgress } from "../core/index.ts";
import type { VerifyProblem } from "../ledger/index.ts";
import type { BlobStore, StoredBlob } from "./blob-store.ts";
import { openFileBlobStore } from "./file-blob-store.ts";
import { openBlobReader, readAhead } from "./read-blobs.ts";
import type { ExpectedBlob } from "./vault.ts";
import type { Hashed } from "./workers/blob-job.ts";

const TELL_EVERY_MS = 200;

export interface VerifyVaultOptions {
  /** The case folder. */
  readonly dir: string;
  /** Where the blobs lie, when that is not the folder. */
  readonly store?: BlobStore | undefined;
  /** What the ledger's acts name; several may name one blob. */
  readonly expected: Iterable<ExpectedBlob>;
  /** Step `vault.blobs`; the total is that of the expected blobs, the bytes are those that were read. */
  readonly progress?: Progress;
  /** Threads that read, where blobs are files and there is enough of them; as many as the machine has when left out. */
  readonly jobs?: number | undefined;
}

export interface VaultReport {
  readonly ok: boolean;
  /** Blobs whose bytes have the hash in their name. */
  readonly blobs: number;
  /** Bytes read. */
  readonly sizeBytes: number;
  readonly problems: readonly VerifyProblem[];
  /** What is harmless: leftovers of interrupted writes, sound blobs that no act names. */
  readonly notes: readonly VerifyProblem[];
}

/**
 * Reads every blob once and compares, on several threads; the report does not depend on how many. Missing, altered and unknown files are named, with what needs them.
 * Never throws for what it finds, and changes nothing.
 */
export async function verifyVault({
  dir,
  store = openFileBlobStore(dir),
  expected,
  progress = silentProgress,
  jobs = availableParallelism(),
}: VerifyVaultOptions): Promise<VaultReport> {
  const needs = gather(expected);
  const seen = new Set<Sha256Hex>();
  const problems: VerifyProblem[] = [];
  const notes: VerifyProblem[] = [];
  let blobs = 0;
  let sizeBytes = 0;
  let done = 0;
  const reader = openBlobReader(store, jobs);
  const tell = (item?: string) =>
    progress({
      step: "vault.blobs",
      done,
      total: Math.max(needs.size, seen.size),
      sizeBytes: reader.bytesDone(),
      ...(item === undefined ? {} : { item }),
    });
  // A large file takes a while: what was read of it shows before it is done.
  const clock = setInterval(tell, TELL_EVERY_MS);
  try {
    for await (const { stored, hash } of readAhead(store.list(), reader)) {
      if (stored.kind === "key") continue;
      if (stored.sha256 === null || hash === null) {
        (stored.kind === "temporary" ? notes : problems).push(strange(stored));
        continue;
      }
      seen.add(stored.sha256);
      const need = needs.get(stored.sha256);
      const found = judgeBlob(stored.path, stored.sha256, { need, hashed: await hash() });
      problems.push(...found);
      if (found.length === 0) blobs += 1;
      if (need === undefined) notes.push(unneeded(stored.path));
      sizeBytes += stored.sizeBytes;
      done += 1;
      tell(stored.path);
    }
  } catch (error) {
    problems.push(unreadable("vault", error));
  } finally {
    clearInterval(clock);
    await reader.close();
  }
  for (const [sha256, need] of needs) {
    if (!seen.has(sha256)) problems.push(missing(store.pathOf(sha256), sha256, need));
  }
  return { ok: problems.length === 0, blobs, sizeBytes, problems, notes };
}

interface Need {
  readonly sizes: Set<number>;
  readonly neededBy: string[];
}

function gather(expected: Iterable<ExpectedBlob>): ReadonlyMap<Sha256Hex, Need> {
  const needs = new Map<Sha256Hex, Need>();
  for (const { sha256, sizeBytes, neededBy } of expected) {
    const need = needs.get(sha256) ?? { sizes: new Set(), neededBy: [] };
    need.neededBy.push(neededBy);
    if (sizeBytes !== undefined) need.sizes.add(sizeBytes);
    needs.set(sha256, need);
  }
  return needs;
}

function judgeBlob(
  path: string,
  sha256: Sha256Hex,
  { need, hashed }: { readonly need: Need | undefined; readonly hashed: Hashed | Error },
): VerifyProblem[] {
  const neededBy = need === undefined ? {} : { neededBy: need.neededBy };
  if (hashed instanceof Error) return [{ ...unreadable(path, hashed), ...neededBy }];
  if (hashed.sha256 !== sha256) {
    const text = `The blob is not what was sealed (${hashed.sizeBytes} bytes).`;
    const code = "vault/blob-altered";
    return [{ path, code, expected: sha256, actual: hashed.sha256, text, ...neededBy }];
  }
  return [...(need?.sizes ?? [])]
    .filter((size) => size !== hashed.sizeBytes)
    .map((size) => ({
      path,
      code: "vault/size-differs",
      expected: `${size} bytes`,
      actual: `${hashed.sizeBytes} bytes`,
      text: "The blob has its hash, but an act gives it another size: that act is wrong.",
      ...neededBy,
    }));
}

function missing(path: string, sha256: Sha256Hex, { neededBy }: Need): VerifyProblem {
  return {
    path,
    code: "vault/blob-missing",
    expected: sha256,
    actual: null,
    text: "A blob that the ledger names is missing. Restore it from a copy: any file with this SHA-256 is the right one.",
    neededBy,
  };
}

function strange({ path, kind }: StoredBlob): VerifyProblem {
  const isTemporary = kind === "temporary";
  return {
    path,
    code: isTemporary ? "vault/temporary-file" : "vault/unknown-file",
    expected: null,
    actual: "a file",
    text: isTemporary
      ? "Left by an interrupted write, or of one at work; a later sealing removes it."
      : "No vault has this file. Find out who put it there, and move it away.",
  };
}

function unneeded(path: string): VerifyProblem {
  return {
    path,
    code: "vault/blob-unneeded",
    expected: null,
    actual: "a sound blob",
    text: "No act names this blob: it was sealed, and the act did not follow. It does no harm.",
  };
}

function unreadable(path: string, error: unknown): VerifyProblem {
  return {
    path,
    code: "vault/unreadable",
    expected: "a file that can be read",
    actual: error instanceof Error ? error.message : String(error),
    text: "It could not be read. Check the permissions and the disk, and verify again.",
  };
}
