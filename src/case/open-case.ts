/** Opening and making cases: the one place where ledger, vault, lock and state are wired together. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { InquestError, type Progress, silentProgress } from "../core/index.ts";
import { acquireCaseLock, loadOrCreateActorKey, openLedger, type Signer } from "../ledger/index.ts";
import { addDoor, createVault, finishRotation, keyOfToday } from "../vault/index.ts";
import { idInLog, readCaseFile, removeLeftovers, writeCaseFile } from "./case-file.ts";
import { type OpenCase, toCaseHandle } from "./case-handle.ts";
import { admitSigner, type ClosedAccess, makeClosedCase, unlockClosedCase } from "./closed-case.ts";
import { isClosedCase } from "./closed-file.ts";
import { toClosedVault, toOpenVault } from "./closed-vault.ts";
import type { CaseConfig } from "./config.ts";
import { configurationDrafts } from "./configure-case.ts";
import type { ActDraft, Surroundings } from "./handle.ts";
import { holdLock } from "./held-lock.ts";
import { replayLog } from "./replay.ts";
import type { ReviewCache } from "./review-desk.ts";
import { createSecrets, type Secrets } from "./secrets.ts";
import type { CaseState } from "./state.ts";
import { openStorage, requireSafeStore } from "./storage.ts";

const MS_A_DAY = 86_400_000;

export interface OpenCaseOptions {
  readonly dir: string;
  /** read: changes nothing and needs no lock; write: one process at a time. */
  readonly mode: "read" | "write";
  readonly surroundings: Surroundings;
  readonly progress?: Progress;
  /** Keys of a closed case that was unlocked already; left out, its passphrase is asked for. */
  readonly unlocked?: ClosedAccess;
  /** Make tiles and checkpoint of the log anew from its acts: see `OpenLedgerOptions`. */
  readonly remakeLog?: boolean;
  /** What review read of the link, from an opening of this case before. */
  readonly reviewCache?: ReviewCache;
}

/**
 * Opens a case: replays its log, refuses it when log or configuration were altered. A closed case asks for its
 * passphrase.
 *
 * @throws InquestError "case/not-a-case"; a locked error when another process writes; a verification error
 *   when the log does not hold together; for a closed case also "case/key-needed" and "vault/wrong-passphrase".
 */
export async function openCase(options: OpenCaseOptions): Promise<OpenCase> {
  const dir = resolve(options.dir);
  if (!isClosedCase(dir)) {
    // A repair may find the log without its face, which the log itself says.
    const isFaceless = options.remakeLog === true && !existsSync(join(dir, "case.json"));
    const config = isFaceless ? null : readCaseFile(dir);
    return wire({ dir, config, closed: null, drafts: [] }, options);
  }
  const closed = options.unlocked ?? (await unlockClosedCase(dir, options.surroundings));
  return wire({ dir, config: null, closed, drafts: [] }, options);
}

/**
 * Makes an empty case in a folder that does not exist or is empty, and opens it for writing.
 *
 * @throws InquestError "case/folder-in-use" when the folder holds anything; for a closed case those of
 *   `makeClosedCase`.
 */
export async function createCase(
  options: Omit<OpenCaseOptions, "mode" | "unlocked"> & {
    readonly config: CaseConfig;
    /** Whether nothing may be readable on the disk without a passphrase. */
    readonly isClosed?: boolean;
  },
): Promise<OpenCase> {
  const dir = resolve(options.dir);
  removeLeftovers(dir);
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new InquestError({
      code: "case/folder-in-use",
      reaction: "input",
      message: `${dir} is not empty. Name a new folder for the case.`,
      evidence: { dir },
    });
  }
  const writing = { ...options, mode: "write" } as const;
  if (options.isClosed !== true) {
    const { store: address, ...plain } = options.config;
    const store =
      address === undefined ? {} : { store: await requireSafeStore(address, options.surroundings) };
    const config = { ...plain, ...store };
    writeCaseFile(dir, config);
    try {
      return await wire({ dir, config, closed: null, drafts: [] }, writing);
    } catch (error) {
      // Half a case helps nobody: the folder was empty before, and the log has not begun.
      if (idInLog(dir) === null) removeBegun(dir);
      throw error;
    }
  }
  const { access, drafts } = await makeClosedCase(dir, options.surroundings);
  // The name of the log is the id: one that a person chose would tell what the case is about.
  const config = { ...options.config, id: access.caseId };
  return wire({ dir, config, closed: access, drafts }, writing);
}

/** What the making of a case left in a folder that was empty. */
function removeBegun(dir: string): void {
  for (const name of ["case.json", "ledger", "vault", "work"])
    rmSync(join(dir, name), { recursive: true, force: true });
}

interface CaseToWire {
  readonly dir: string;
  /** Null where the log says it: for a closed case that exists, and for one that lost its face. */
  readonly config: CaseConfig | null;
  readonly closed: ClosedAccess | null;
  /** Acts with which a new log begins. */
  readonly drafts: readonly ActDraft[];
}

async function wire(
  { dir, config, closed, drafts }: CaseToWire,
  options: OpenCaseOptions,
): Promise<OpenCase> {
  const { mode, surroundings } = options;
  const { now, random } = surroundings;
  const progress = options.progress ?? silentProgress;
  const lock = mode === "write" ? holdLock(() => acquireCaseLock({ dir, now })) : null;
  try {
    if (lock !== null) removeLeftovers(dir);
    const signer = mode === "write" ? (closed?.signer ?? signerOf(surroundings)) : null;
    // A new signer's key is named before it signs, so that a stranger can check what it signed.
    const isNewSigner = closed !== null && signer !== null && admitSigner(dir, closed);
    const caseId = closed?.caseId ?? config?.id ?? idInLog(dir) ?? "";
    // A closed case says where it lies only in its log, so it lies in its folder.
    const storage = await openStorage(dir, closed === null ? config?.store : undefined, surroundings);
    const { store } = storage;
    const ledger = await openLedger({
      dir,
      caseId,
      signer,
      now,
      random,
      progress,
      arbiter: storage.arbiter,
      remake: options.remakeLog === true,
      ...(closed === null ? {} : { codec: closed.codec }),
    });
    if (isNewSigner) await ledger.append([]);
    const { state, index } = replayLog(ledger, closed === null ? dir : null);
    const today = () => Math.floor(now() / MS_A_DAY);
    state.consents.setToday(today());
    const vault = createVault(store, storage.place);
    const contents =
      closed === null
        ? toOpenVault(vault)
        : toClosedVault({ vault, store, keys: state.keys, fileKey: closed.contentKey, random });
    const record = async (more: readonly ActDraft[]): Promise<void> => {
      await opened.record(more);
    };
    const secrets = createSecrets({ dir, state, store, vault, surroundings, record, opened: closed?.opened });
    // What a rotation recorded and did not come to do.
    if (mode === "write") finishRotation(secrets.files, state.keys);
    const known = state.config ?? config;
    if (known === null) throw unfinished(dir);
    const opened = toCaseHandle({
      dir,
      ledger,
      vault,
      contents,
      state,
      index,
      secrets,
      signer,
      progress,
      config: known,
      random,
      today,
      remoteBlobs: storage.arbiter === null ? null : store,
      inspectLimits: surroundings.inspectLimits,
      actor: closed?.signer?.actor ?? surroundings.actor,
      reviewCache: options.reviewCache,
      closed,
      lock,
      release: () => {
        storage.close();
        lock?.release();
      },
    });
    if (mode === "write" && state.config === null) {
      // A new case, or one whose making was interrupted before its log said what it is.
      await opened.record([...configurationDrafts(known, null), ...drafts]);
    }
    if (closed !== null) await secrets.reveal();
    if (mode === "write" && closed !== null && signer !== null && closed.doorToMake !== null)
      await opened.record([await doorFor(signer, closed, { secrets, state })]);
    return opened;
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Whoever came in without a signing key of their own keeps the one that they sign with now, behind a door. */
async function doorFor(
  signer: Signer,
  closed: ClosedAccess,
  { secrets: { surroundings }, state }: { readonly secrets: Secrets; readonly state: CaseState },
): Promise<ActDraft> {
  if (closed.doorToMake === null) throw new TypeError("no door is to be made");
  const { lock, seed } = closed.doorToMake;
  const behind = { ...keyOfToday(closed.opened, state.keys), signer: { actor: signer.actor, seed } };
  return addDoor(surroundings, behind, { lock, actor: signer.actor });
}

function signerOf({ homeDir, actor, random }: Surroundings): Signer {
  return loadOrCreateActorKey({ home: homeDir, actor, random });
}

function unfinished(dir: string): InquestError {
  return new InquestError({
    code: "case/unfinished",
    reaction: "input",
    message: `${dir} holds a closed case whose making was interrupted before anything was recorded. Remove the folder and make it again.`,
    evidence: { dir },
  });
}
