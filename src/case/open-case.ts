/** Opening and making cases: the one place where ledger, vault, lock and state are wired together. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { InquestError, type JsonValue, type Progress, silentProgress } from "../core/index.ts";
import { ListRecord, Problem, RejectedRow } from "../intake/index.ts";
import {
  acquireCaseLock,
  type Ledger,
  loadOrCreateActorKey,
  openLedger,
  type Signer,
} from "../ledger/index.ts";
import { openVault, type Vault } from "../vault/index.ts";
import { readCaseFile, writeCaseFile } from "./case-file.ts";
import type { CaseConfig } from "./config.ts";
import type { ActDraft, CaseHandle, Surroundings } from "./handle.ts";
import { readJsonLines } from "./json-lines.ts";
import { type CaseState, createCaseState } from "./state.ts";

export interface OpenCaseOptions {
  readonly dir: string;
  /** read: changes nothing and needs no lock; write: one process at a time. */
  readonly mode: "read" | "write";
  readonly surroundings: Surroundings;
  readonly progress?: Progress;
}

/** An open case with its log, for those who prove and verify. */
export interface OpenCase extends CaseHandle {
  readonly ledger: Ledger;
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
  mkdirSync(dir, { recursive: true });
  writeCaseFile(dir, options.config);
  const opened = await wire(dir, options.config, { ...options, mode: "write" });
  const config: JsonValue = JSON.parse(JSON.stringify(options.config));
  await opened.record([{ kind: "case.configured", body: { config } }]);
  return opened;
}

async function wire(dir: string, config: CaseConfig, options: OpenCaseOptions): Promise<OpenCase> {
  const { mode, surroundings } = options;
  const progress = options.progress ?? silentProgress;
  const lock = mode === "write" ? acquireCaseLock({ dir, now: surroundings.now }) : null;
  try {
    const signer = mode === "write" ? signerOf(surroundings) : null;
    const { now, random } = surroundings;
    const ledger = await openLedger({ dir, caseId: config.id, signer, now, random, progress });
    const state = createCaseState();
    for (const { act, leafIndex } of ledger.entries()) state.apply(act, leafIndex);
    const vault = await openVault(dir);
    return toHandle({ dir, ledger, vault, state, signer, progress, config, release: () => lock?.release() });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function signerOf({ homeDir, actor, random }: Surroundings): Signer {
  return loadOrCreateActorKey({ home: homeDir, actor, random });
}

interface Parts {
  readonly dir: string;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly state: CaseState;
  /** Null for a reader. */
  readonly signer: Signer | null;
  readonly progress: Progress;
  /** What case.json says, until the log says it. */
  readonly config: CaseConfig;
  readonly release: () => void;
}

const Fault = z.union([z.strictObject({ rejected: RejectedRow }), z.strictObject({ problem: Problem })]);

function toHandle({ dir, ledger, vault, state, signer, progress, config, release }: Parts): OpenCase {
  const recordsByImport = new Map<string, { sha256: string; records: Promise<readonly ListRecord[]> }>();
  const importOf = (name: string) => {
    const imported = state.lists.get(name)?.value;
    if (imported !== undefined) return imported;
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No list "${name}" was imported. There are: ${[...state.lists.keys()].join(", ") || "none"}.`,
      evidence: { name },
    });
  };
  return {
    dir,
    ledger,
    state,
    progress,
    get config() {
      return state.config ?? config;
    },
    acts: () => ledger.size,
    requireSigner() {
      if (signer !== null) return signer;
      throw new InquestError({
        code: "case/read-only",
        reaction: "internal",
        message: `${dir} is open for reading; nothing can be recorded.`,
      });
    },
    async record(drafts: readonly ActDraft[]) {
      if (drafts.length === 0) return;
      for (const { act, leafIndex } of await ledger.append(drafts)) state.apply(act, leafIndex);
      if (drafts.some((draft) => draft.kind === "case.configured") && state.config !== null) {
        writeCaseFile(dir, state.config);
      }
    },
    async seal(bytes) {
      const { sha256, sizeBytes } = await vault.seal(bytes);
      return { sha256, sizeBytes };
    },
    read: (sha256) => vault.read(sha256),
    records(name) {
      const { records } = importOf(name);
      const known = recordsByImport.get(name);
      if (known?.sha256 === records.sha256) return known.records;
      const reading = vault
        .read(records.sha256)
        .then((bytes) => readJsonLines(bytes, ListRecord, `${name}.records`));
      recordsByImport.set(name, { sha256: records.sha256, records: reading });
      return reading;
    },
    async problems(name) {
      const { problems } = importOf(name);
      if (problems === null) return { rejected: [], problems: [] };
      const faults = readJsonLines(await vault.read(problems.sha256), Fault, `${name}.problems`);
      return {
        rejected: faults.flatMap((fault) => ("rejected" in fault ? [fault.rejected] : [])),
        problems: faults.flatMap((fault) => ("problem" in fault ? [fault.problem] : [])),
      };
    },
    async close() {
      await ledger.close();
      release();
    },
  };
}
