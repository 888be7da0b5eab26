/** Verifying a vault: every blob against its name, and against what the ledger says must be there. */
import { type Progress, type Sha256Hex, silentProgress } from "../core/index.ts";
import type { VerifyProblem } from "../ledger/index.ts";
import type { BlobStore, StoredBlob } from "./blob-store.ts";
import { openFileBlobStore } from "./file-blob-store.ts";
import { hashChunks } from "./file-chunks.ts";
import type { ExpectedBlob } from "./vault.ts";

export interface VerifyVaultOptions {
  /** The case folder. */
  readonly dir: string;
  /** Where the blobs lie, when that is not the folder. */
  readonly store?: BlobStore | undefined;
  /** What the ledger's acts name; several may name one blob. */
  readonly expected: Iterable<ExpectedBlob>;
  /** Step `vault.blobs`; the total is that of the expected blobs. */
  readonly progress?: Progress;
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
 * Streams every blob once and compares. Missing, altered and unknown files are named, with what needs them.
 * Never throws for what it finds, and changes nothing.
 */
export async function verifyVault({
  dir,
  store = openFileBlobStore(dir),
  expected,
  progress = silentProgress,
}: VerifyVaultOptions): Promise<VaultReport> {
  const needs = gather(expected);
  const seen = new Set<Sha256Hex>();
  const problems: VerifyProblem[] = [];
  const notes: VerifyProblem[] = [];
  let blobs = 0;
  let sizeBytes = 0;
  try {
    for await (const stored of store.list()) {
      if (stored.kind === "key") continue;
      if (stored.sha256 === null) {
        (stored.kind === "temporary" ? notes : problems).push(strange(stored));
        continue;
      }
      seen.add(stored.sha256);
      const need = needs.get(stored.sha256);
      const found = await judgeBlob(store, stored, stored.sha256, need);
      problems.push(...found);
      if (found.length === 0) blobs += 1;
      if (need === undefined) notes.push(unneeded(stored.path));
      sizeBytes += stored.sizeBytes;
      progress({
        step: "vault.blobs",
        done: seen.size,
        total: Math.max(needs.size, seen.size),
        item: stored.path,
      });
    }
  } catch (error) {
    problems.push(unreadable("vault", error));
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

async function judgeBlob(
  store: BlobStore,
  { path }: StoredBlob,
  sha256: Sha256Hex,
  need: Need | undefined,
): Promise<VerifyProblem[]> {
  const neededBy = need === undefined ? {} : { neededBy: need.neededBy };
  try {
    const actual = await hashChunks((await store.get(sha256)) ?? nothing());
    if (actual.sha256 !== sha256) {
      const text = `The blob is not what was sealed (${actual.sizeBytes} bytes).`;
      const code = "vault/blob-altered";
      return [{ path, code, expected: sha256, actual: actual.sha256, text, ...neededBy }];
    }
    return [...(need?.sizes ?? [])]
      .filter((size) => size !== actual.sizeBytes)
      .map((size) => ({
        path,
        code: "vault/size-differs",
        expected: `${size} bytes`,
        actual: `${actual.sizeBytes} bytes`,
        text: "The blob has its hash, but an act gives it another size: that act is wrong.",
        ...neededBy,
      }));
  } catch (error) {
    return [{ ...unreadable(path, error), ...neededBy }];
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

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
