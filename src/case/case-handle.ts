/** The handle of an open case: recording acts, sealing and reading content. */
import { z } from "zod";
import { InquestError, type Progress } from "../core/index.ts";
import { createInspector, type InspectLimits, ListRecord, Problem, RejectedRow } from "../intake/index.ts";
import type { Act, Ledger, LogTip, RecordedAct, Signer } from "../ledger/index.ts";
import { addressOf, type BlobStore, type Content, isSealedRef, type Vault } from "../vault/index.ts";
import type { ActIndex } from "./act-index.ts";
import { writeCaseFile } from "./case-file.ts";
import type { ClosedAccess } from "./closed-case.ts";
import type { ContentVault } from "./closed-vault.ts";
import type { CaseConfig } from "./config.ts";
import { findImport } from "./find-list.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import type { HeldLock } from "./held-lock.ts";
import { readJsonLines } from "./json-lines.ts";
import { INDEX_FROM } from "./replay.ts";
import { createReviewDesk, type ReviewCache } from "./review-desk.ts";
import type { Secrets } from "./secrets.ts";
import type { CaseState } from "./state.ts";

/** An open case with its log, for those who prove and verify. */
export interface OpenCase extends CaseHandle {
  readonly ledger: Ledger;
  /** How a closed case is read and written; null for an open one. */
  readonly closed: ClosedAccess | null;
  /** Where the blobs lie when that is not the folder of the case; null otherwise. */
  readonly remoteBlobs: BlobStore | null;
  /** Bytes as they lie in the vault, checked against their address. */
  readStored(sha256: string): Promise<Uint8Array>;
  /** Null for a reader. Between two changes it may be given back, and must be taken again before the next. */
  readonly lock: HeldLock | null;
  /** Tells the acts of each recording made through this handle, until the result is called. */
  onRecorded(listen: (acts: readonly RecordedAct[]) => void): () => void;
  /** Acts on the disk when somebody last looked, and acts that the state holds. */
  readonly upTo: { readonly acts: number; readonly shown: number };
  /** Looks how far the log on the disk goes. */
  look(): LogTip;
  /** Calls back after each act that the state has taken in; returns how to end that. */
  onApplied(listener: AppliedListener): () => void;
  /**
   * Takes in a part of what other processes recorded since, checked as at opening; only for a case that is open for
   * reading and lies in its folder.
   *
   * @throws InquestError "ledger/altered".
   */
  takeIn(): Promise<TakenIn>;
}

export type AppliedListener = (act: Act, leafIndex: number) => void;

export interface TakenIn {
  /** Kinds of the acts that came. */
  readonly kinds: ReadonlySet<string>;
  /** Whether there is more. */
  readonly isBehind: boolean;
}

export interface CaseParts {
  readonly dir: string;
  readonly ledger: Ledger;
  /** Bytes as they lie on the disk. */
  readonly vault: Vault;
  /** Content by its own hash, however it lies there. */
  readonly contents: ContentVault;
  readonly state: CaseState;
  /** Acts by kind, kept up, and saved at the end by a writer; null when none is kept. */
  readonly index: ActIndex | null;
  readonly secrets: Secrets;
  /** Null for a reader. */
  readonly signer: Signer | null;
  readonly progress: Progress;
  /** What case.json says, until the log says it. */
  readonly config: CaseConfig;
  readonly lock: HeldLock | null;
  readonly release: () => void;
  readonly random: (sizeBytes: number) => Uint8Array;
  /** Days since 1970-01-01. */
  readonly today: () => number;
  /** Where the blobs lie when that is not the folder. */
  readonly remoteBlobs: BlobStore | null;
  readonly inspectLimits?: InspectLimits | undefined;
  /** Null in an open case. */
  readonly closed: ClosedAccess | null;
  readonly actor: string;
  readonly reviewCache?: ReviewCache | undefined;
}

/** Acts between which others are let in: a tenth of a second's work. */
const TAKEN_AT_ONCE = 1000;

const Fault = z.union([z.strictObject({ rejected: RejectedRow }), z.strictObject({ problem: Problem })]);

/** Wires the parts of an open case. */
export function toCaseHandle(parts: CaseParts): OpenCase {
  const { dir, ledger, vault, contents, state, secrets, signer, progress, config, release } = parts;
  const read = (content: Content, why?: string) =>
    isSealedRef(content) ? secrets.open(content, why) : contents.read(content.sha256);
  const recordsByImport = new Map<string, { address: string; records: Promise<readonly ListRecord[]> }>();
  const { inspectLimits } = parts;
  const inspector = createInspector(inspectLimits === undefined ? {} : { limits: inspectLimits });
  const recordedListeners = new Set<(acts: readonly RecordedAct[]) => void>();
  let applied = ledger.size;
  let tip = ledger.size;
  const listeners = new Set<AppliedListener>();
  const applyAct = (act: Act, leafIndex: number) => {
    parts.index?.add(act.kind);
    state.apply(act, leafIndex);
    applied = leafIndex + 1;
    for (const listen of listeners) listen(act, leafIndex);
  };
  const opened: OpenCase = {
    review: createReviewDesk(() => opened, parts.reviewCache),
    actor: parts.actor,
    dir,
    ledger,
    state,
    secrets,
    progress,
    remoteBlobs: parts.remoteBlobs,
    random: parts.random,
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
      if (drafts.length === 0) return [];
      // Where content went stands before the act that names it.
      const whole = [...contents.takeDrafts(), ...drafts];
      const own = await ledger.append(whole);
      const first = own[0]?.leafIndex ?? ledger.size;
      // Acts of another writer, or the enrolment of this one, may stand before: they count like any other.
      while (applied < first) applyAct(ledger.read(applied), applied);
      // Of several calls under way each applies its own, in their order; the log may have the next ones already.
      for (const { act, leafIndex } of own) applyAct(act, leafIndex);
      if (drafts.some((draft) => draft.kind === "case.configured") && state.config !== null) {
        if (parts.closed === null) writeCaseFile(dir, state.config);
      }
      for (const listen of recordedListeners) listen(own);
      return own.slice(-drafts.length);
    },
    onRecorded(listen) {
      recordedListeners.add(listen);
      return () => recordedListeners.delete(listen);
    },
    get upTo() {
      return { acts: Math.max(tip, ledger.size), shown: applied };
    },
    look() {
      const seen = ledger.tip();
      tip = seen.acts;
      return seen;
    },
    onApplied(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async takeIn() {
      const kinds = new Set<string>();
      const isBehind = await ledger.refreshPart({
        most: TAKEN_AT_ONCE,
        onActs(acts) {
          for (const { act, leafIndex } of acts) {
            kinds.add(act.kind);
            applyAct(act, leafIndex);
          }
        },
      });
      state.consents.setToday(parts.today());
      return { kinds, isBehind };
    },
    inspect: (content, about) => inspector.inspect(content, about),
    readContent: (content, about) => inspector.read(content, about),
    seal: (content) => contents.seal(content),
    closed: parts.closed,
    lock: parts.lock,
    read: (content) => read(content),
    readStored: (sha256) => vault.read(sha256),
    records(name) {
      const { records } = findImport(state, name).value;
      const address = addressOf(records);
      const known = recordsByImport.get(name);
      if (known?.address === address) return known.records;
      const reading = read(records, `list ${name}`).then((bytes) =>
        readJsonLines(bytes, ListRecord, `${name}.records`),
      );
      recordsByImport.set(name, { address, records: reading });
      return reading;
    },
    async problems(name) {
      const { problems } = findImport(state, name).value;
      if (problems === null) return { rejected: [], problems: [] };
      const faults = readJsonLines(await read(problems, `list ${name}`), Fault, `${name}.problems`);
      return {
        rejected: faults.flatMap((fault) => ("rejected" in fault ? [fault.rejected] : [])),
        problems: faults.flatMap((fault) => ("problem" in fault ? [fault.problem] : [])),
      };
    },
    async close() {
      inspector.close();
      try {
        await ledger.close();
        if (signer !== null && ledger.size >= INDEX_FROM) parts.index?.save(dir, ledger.root);
      } finally {
        // Whoever lives on holds no lock of a case that it no longer has.
        release();
      }
    },
  };
  return opened;
}
