/** Verification of a case from its files alone: log, sealed files, configuration, and what the acts refer to. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InquestError, type Progress, readIfThere, type Sha256Hex, silentProgress } from "../core/index.ts";
import {
  type EnrolledKey,
  type EntryCodec,
  inspectReleaseActs,
  type Ledger,
  openLedger,
  type VerifyProblem,
  verifyLedger,
  verifyStoreLog,
} from "../ledger/index.ts";
import {
  addressOf,
  type BlobStore,
  createVault,
  type ExpectedBlob,
  openFileBlobStore,
  openKeyFiles,
  verifyKeys,
  verifyVault,
} from "../vault/index.ts";
import { createActIndex, readActIndex } from "./act-index.ts";
import { idInLog, readCaseFile, toCaseFile } from "./case-file.ts";
import { type ClosedAccess, unlockClosedCase } from "./closed-case.ts";
import { isClosedCase, readClosedFile } from "./closed-file.ts";
import { toClosedVault, toOpenVault } from "./closed-vault.ts";
import type { Surroundings } from "./handle.ts";
import { inspectTimestamps } from "./judge-timestamps.ts";
import { type CaseState, createCaseState } from "./state.ts";
import { openStorage } from "./storage.ts";

export interface CaseReport {
  readonly case: string;
  readonly ok: boolean;
  readonly acts: number;
  readonly blobs: number;
  readonly root: Sha256Hex;
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
  /** Keys that the log itself enrols: compare them with what the actors gave you by another way. */
  readonly keys: readonly EnrolledKey[];
}

/**
 * Recomputes everything of a case. Damage is reported, never thrown. Of a closed case whose passphrase is not given,
 * the log's form, tree and checkpoint and every blob's hash are checked, and a note says that its acts were not.
 *
 * @param surroundings - who is asked for the passphrase of a closed case; nobody when left out.
 * @param jobs - threads that read sealed files; as many as the machine has when left out. The report does not depend
 *   on it.
 * @throws InquestError "case/not-a-case" when there is no case to verify; "vault/wrong-passphrase".
 */
export async function verifyCase(
  caseDir: string,
  progress: Progress = silentProgress,
  surroundings?: Surroundings,
  { jobs }: { readonly jobs?: number | undefined } = {},
): Promise<CaseReport> {
  const dir = resolve(caseDir);
  const isClosed = isClosedCase(dir);
  if (!isClosed && !existsSync(join(dir, "case.json")) && idInLog(dir) === null) readCaseFile(dir);
  const caseFile = isClosed ? readClosedFileQuietly(dir) : readCaseFileQuietly(dir);
  const access = isClosed && surroundings !== undefined ? await tryUnlock(dir, surroundings) : null;
  const caseId = caseFile.id ?? "";
  const codec = isClosed ? { codec: access?.codec ?? ("closed" as const), logKeys: caseFile.logKeys } : {};
  const ledger = await verifyLedger({ dir, caseId, progress, ...codec });
  const problems = [...ledger.problems];
  const isReadable = !isClosed || access !== null;
  // Which files must be there is known from the log; a log that does not open names none for sure.
  const replayed = ledger.ok && isReadable ? await replay(dir, caseId, access?.codec) : null;
  const state = replayed?.state ?? null;
  const address = state?.config?.store;
  const storage = address === undefined ? null : await openStorage(dir, address, { now: () => 0 });
  const vault = await verifyVault({
    dir,
    store: storage?.store,
    expected: state === null ? [] : expectedBlobs(state),
    progress,
    jobs,
  });
  const stamps = replayed === null ? [] : await judgeStamps(dir, replayed, { access, store: storage?.store });
  const stored = storage?.arbiter == null ? [] : await verifyStoreLog(dir, storage.arbiter);
  storage?.close();
  // The log that can be read says it better than the file that cannot.
  if (state !== null && !isClosed) problems.unshift(...compareCaseFile(dir, state));
  else problems.unshift(...caseFile.problems);
  const keys = state === null ? null : verifyKeys(openKeyFiles(dir), state.keys);
  const all = [
    ...problems,
    ...(replayed?.problems ?? []),
    ...vault.problems,
    ...stored,
    ...stamps,
    ...(keys?.problems ?? []),
    ...(replayed?.releases.problems ?? []),
  ];
  // Without the log nobody knows what is needed.
  const vaultNotes = vault.notes.filter(({ code }) => isReadable || code !== "vault/blob-unneeded");
  return {
    case: caseId,
    ok: all.length === 0,
    acts: ledger.acts,
    blobs: vault.blobs,
    root: ledger.root,
    problems: all,
    keys: ledger.keys,
    notes: [...ledger.notes, ...vaultNotes, ...(keys?.notes ?? []), ...(replayed?.releases.notes ?? [])],
  };
}

async function tryUnlock(dir: string, surroundings: Surroundings): Promise<ClosedAccess | null> {
  try {
    return await unlockClosedCase(dir, surroundings);
  } catch (error) {
    if (error instanceof InquestError && error.code === "case/key-needed") return null;
    throw error;
  }
}

interface ReadCaseFile {
  readonly id: string | null;
  readonly logKeys: readonly string[];
  readonly problems: readonly VerifyProblem[];
}

function readClosedFileQuietly(dir: string): ReadCaseFile {
  try {
    const { case: id, logKeys } = readClosedFile(dir);
    return { id, logKeys, problems: [] };
  } catch (error) {
    if (!(error instanceof InquestError) || error.reaction !== "verification") throw error;
    const problem = {
      ...caseFileProblem("what was written", "unreadable", error.message),
      path: "closed.json",
    };
    return { id: null, logKeys: [], problems: [problem] };
  }
}

function readCaseFileQuietly(dir: string): ReadCaseFile {
  try {
    return { id: readCaseFile(dir).id, logKeys: [], problems: [] };
  } catch (error) {
    if (!(error instanceof InquestError) || error.reaction !== "verification") throw error;
    // The log itself still names the case: its id stands in every act.
    const text = readIfThere(join(dir, "case.json"))?.toString("utf8") ?? "";
    const id = /"id":\s*"([a-z0-9-]+)"/u.exec(text)?.[1] ?? idInLog(dir);
    const problems = [caseFileProblem("a configuration", "unreadable", error.message)];
    return { id, logKeys: [], problems };
  }
}

interface Replayed {
  readonly state: CaseState;
  readonly ledger: Ledger;
  readonly problems: readonly VerifyProblem[];
  /** What the acts say about checkpoints that left the house, compared with log and notes. */
  readonly releases: ReturnType<typeof inspectReleaseActs>;
}

async function replay(dir: string, caseId: string, codec?: EntryCodec): Promise<Replayed> {
  const state = createCaseState();
  const noClock = () => 0;
  const ledger = await openLedger({
    dir,
    caseId,
    signer: null,
    now: noClock,
    random: (size) => new Uint8Array(size),
    ...(codec === undefined ? {} : { codec }),
  });
  const index = createActIndex();
  const kept = readActIndex(dir, (size) => (size <= ledger.size ? ledger.rootAt(size) : null));
  const problems: VerifyProblem[] = [];
  for (const { act, leafIndex } of ledger.entries()) {
    state.apply(act, leafIndex);
    index.add(act.kind);
    if (index.size === kept.size && !index.equals(kept)) problems.push(indexDiffers());
  }
  problems.push(...state.twoPersons.breaches.map(secondPersonMissing));
  return { state, ledger, problems, releases: inspectReleaseActs(dir, ledger, state.releases) };
}

/** The timestamps, from their sealed bytes. */
function judgeStamps(
  dir: string,
  { state, ledger }: Replayed,
  {
    access,
    store = openFileBlobStore(dir),
  }: { readonly access: ClosedAccess | null; readonly store: BlobStore | undefined },
): Promise<VerifyProblem[]> {
  const vault = createVault(store, dir);
  const random = (sizeBytes: number) => new Uint8Array(sizeBytes);
  const contents =
    access === null
      ? toOpenVault(vault)
      : toClosedVault({ vault, store, keys: state.keys, fileKey: access.contentKey, random });
  return inspectTimestamps(
    { dir, state, ledger, read: ({ sha256 }) => contents.read(sha256) },
    ({ sha256 }) => store.pathOf(state.keys.stored.get(sha256)?.stored ?? sha256),
  );
}

function indexDiffers(): VerifyProblem {
  return {
    path: "work/act-index.json",
    code: "case/index-differs",
    expected: "the acts of each kind as they stand in the log",
    actual: "others",
    text: "The index of acts is not that of the log: somebody changed it. Delete the file; it is made anew.",
  };
}

function secondPersonMissing({ act, kind, why }: CaseState["twoPersons"]["breaches"][number]): VerifyProblem {
  return {
    path: "ledger",
    code: "case/second-person-missing",
    expected: "the agreement of a second person before it",
    actual: why,
    text: `Act ${act} (${kind}) was recorded although the case asks for two people, and ${why}.`,
  };
}

/** Every sealed file that an act names, where its bytes lie, with what needs it. */
function expectedBlobs({ contents, keys }: CaseState): ExpectedBlob[] {
  return contents.map(({ content, neededBy }) => {
    const address = addressOf(content);
    const stored = keys.stored.get(address);
    return stored === undefined
      ? { sha256: address, sizeBytes: content.sizeBytes, neededBy }
      : { sha256: stored.stored, sizeBytes: stored.storedBytes, neededBy };
  });
}

function compareCaseFile(dir: string, state: CaseState): VerifyProblem[] {
  if (state.config === null)
    return [caseFileProblem("a case.configured act", "none", "The log configures no case.")];
  const expected = toCaseFile(state.config);
  const actual = readIfThere(join(dir, "case.json"))?.toString("utf8") ?? "no such file";
  if (actual === expected) return [];
  return [caseFileProblem(expected, actual, "case.json differs from what the ledger configured last.")];
}

function caseFileProblem(expected: string, actual: string, text: string): VerifyProblem {
  return { path: "case.json", code: "case/file-altered", expected, actual, text };
}
