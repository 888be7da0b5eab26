/** Opening and making cases: the one place where ledger, vault, lock and state are wired together. */
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { InquestError, type JsonValue, type Progress, silentProgress } from "../core/index.ts";
import { acquireCaseLock, loadOrCreateActorKey, openLedger, type Signer } from "../ledger/index.ts";
import { createVault, openFileBlobStore } from "../vault/index.ts";
import { readCaseFile, writeCaseFile } from "./case-file.ts";
import { type OpenCase, toCaseHandle } from "./case-handle.ts";
import type { CaseConfig } from "./config.ts";
import type { ActDraft, Surroundings } from "./handle.ts";
import { replayLog } from "./replay.ts";
import { createSecrets } from "./secrets.ts";

export interface OpenCaseOptions {
  readonly dir: string;
  /** read: changes nothing and needs no lock; write: one process at a time. */
  readonly mode: "read" | "write";
  readonly surroundings: Surroundings;
  readonly progress?: Progress;
}

/**
 * Opens a case: replays its log, refuses it when log or configuration were altered.
 *
 * @throws InquestError "case/not-a-case"; a locked error when another process writes; a verification error
 *   when the log does not hold together.
 */
export async function openCase(options: OpenCaseOptions): Promise<OpenCase> {
  const dir = resolve(options.dir);
  const config = readCaseFile(dir);
  return wire(dir, config, options);
}

/**
 * Makes an empty case in a folder that does not exist or is empty, and opens it for writing.
 *
 * @throws InquestError "case/folder-in-use" when the folder holds anything.
 */
export async function createCase(
  options: Omit<OpenCaseOptions, "mode"> & { readonly config: CaseConfig },
): Promise<OpenCase> {
  const dir = resolve(options.dir);
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new InquestError({
      code: "case/folder-in-use",
      reaction: "input",
      message: `${dir} is not empty. Name a new folder for the case.`,
      evidence: { dir },
    });
  }
  writeCaseFile(dir, options.config);
  return wire(dir, options.config, { ...options, mode: "write" });
}

async function wire(dir: string, config: CaseConfig, options: OpenCaseOptions): Promise<OpenCase> {
  const { mode, surroundings } = options;
  const progress = options.progress ?? silentProgress;
  const lock = mode === "write" ? acquireCaseLock({ dir, now: surroundings.now }) : null;
  try {
    const signer = mode === "write" ? signerOf(surroundings) : null;
    const { now, random } = surroundings;
    const ledger = await openLedger({ dir, caseId: config.id, signer, now, random, progress });
    const { state, index } = replayLog(ledger, dir);
    const store = openFileBlobStore(dir);
    const vault = createVault(store, dir);
    const record: (drafts: readonly ActDraft[]) => Promise<void> = (drafts) => opened.record(drafts);
    const opened = toCaseHandle({
      dir,
      ledger,
      vault,
      state,
      index: mode === "write" ? index : null,
      secrets: createSecrets({ dir, state, store, vault, surroundings, record }),
      signer,
      progress,
      config,
      random,
      writeConfig: (next) => writeCaseFile(dir, next),
      release: () => lock?.release(),
    });
    if (mode === "write" && state.config === null) {
      // A new case, or one whose making was interrupted before its log said what it is.
      const first: JsonValue = JSON.parse(JSON.stringify(config));
      await opened.record([{ kind: "case.configured", body: { config: first } }]);
    }
    return opened;
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function signerOf({ homeDir, actor, random }: Surroundings): Signer {
  return loadOrCreateActorKey({ home: homeDir, actor, random });
}
