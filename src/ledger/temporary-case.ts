/** For tests: a case folder that goes away, a clock that stands still, and randomness that repeats. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActDraft } from "./act.ts";
import { type Signer, toSignerFromSeed } from "./actor-key.ts";
import type { OpenLedgerOptions } from "./ledger.ts";

export interface TemporaryCase {
  readonly dir: string;
  readonly options: OpenLedgerOptions;
  remove(): void;
}

export const CASE_ID = "test-case";

/** 2024-01-02T03:04:05.678Z */
export const START_MS = 1_704_164_645_678;

export function createTemporaryCase(actor = "keeper"): TemporaryCase {
  const dir = mkdtempSync(join(tmpdir(), "inquest-ledger-"));
  return {
    dir,
    options: {
      dir,
      caseId: CASE_ID,
      signer: toTestSigner(actor),
      now: () => START_MS,
      random: createTestRandom(actor),
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The same key for the same name. */
export function toTestSigner(actor: string): Signer {
  return toSignerFromSeed(actor, createHash("sha256").update(`key of ${actor}`).digest());
}

/** A stream of bytes that looks random and is the same for the same seed. */
export function createTestRandom(seed: string): (sizeBytes: number) => Uint8Array {
  let count = 0;
  return (sizeBytes) => {
    count += 1;
    return createHash("shake256", { outputLength: sizeBytes }).update(`${seed} ${count}`).digest();
  };
}

/** That many acts to record, each of one kind. */
export function drafts(count: number, kind = "note.taken"): ActDraft[] {
  return Array.from({ length: count }, (_, index) => ({ kind, body: { index, words: "نام و نشان" } }));
}
