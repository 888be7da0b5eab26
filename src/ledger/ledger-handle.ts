/** The handle of an open log: group commit, reading, proofs, following. */
import { InquestError, noFaults } from "../core/index.ts";
import { type ActDraft, type RecordedAct, requireDraft, type SignedAct } from "./act.ts";
import { appendActs, signActs } from "./append-acts.ts";
import { toOrigin } from "./checkpoint.ts";
import { openCodec } from "./entry-codec.ts";
import { followLog } from "./follow-log.ts";
import type { Inspection } from "./inspect-log.ts";
import { ENROLLED_KIND } from "./key-ring.ts";
import type { Ledger, OpenLedgerOptions } from "./ledger.ts";
import { createLogThreads } from "./log-threads.ts";
import { mayHoldKinds, readTip } from "./log-tip.ts";
import { toHex } from "./merkle/hash.ts";
import { keepsPosition } from "./position.ts";
import { createPublisher } from "./publisher.ts";
import { type RefreshOptions, refreshCheckpoint, refreshLog, refreshPart } from "./refresh-log.ts";
import { createSegmentReader } from "./segment-reader.ts";
import { toWriteError } from "./write-failed.ts";

/** Calls of one turn share a segment up to this many drafts: 1,000 of the largest acts still fit in one. */
const MAX_GROUP = 1000;

/** A call of so many drafts is a segment of its own, and is signed while those before it are written. */
const SIGNED_AHEAD = 500;

interface Pending {
  readonly drafts: readonly ActDraft[];
  /** Present where signing began when the call came. */
  readonly ahead: Promise<readonly SignedAct[]> | null;
  readonly resolve: (acts: readonly RecordedAct[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The handle over a log that was inspected and found whole. */
export function createLedger(options: OpenLedgerOptions, inspection: Inspection): Ledger {
  const { dir, caseId, signer, random, faults = noFaults, arbiter = null } = options;
  const { state } = inspection;
  const reader = createSegmentReader(dir, state);
  // A hook is told of every step, which it can be only on this thread.
  const threads = createLogThreads(dir, faults === noFaults ? signer : null);
  const publisher =
    signer === null
      ? null
      : createPublisher({
          dir,
          state,
          signer,
          arbiter,
          faults,
          published: inspection.checkpoint,
          keepsPosition: () => keepsPosition(options, state.tree.size),
          disk: () => threads.disk,
        });
  const listeners = new Set<() => void>();
  let found = inspection.checkpoint;
  let queue: Pending[] = [];
  let draining: Promise<void> | null = null;
  let clockSetBackMs = 0;
  let isClosed = false;
  let alteration: unknown = null;

  function now(): number {
    const ms = options.now();
    clockSetBackMs = Math.max(clockSetBackMs, state.lastAtMs - ms);
    return ms;
  }

  function requireOpen(): void {
    if (isClosed) throw usage("ledger/closed", "This ledger is closed; open the case again.");
  }

  /** Writes what is queued, a group at a time; calls that come meanwhile are the next group. */
  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const group = takeGroup(queue);
      queue = queue.slice(group.length);
      await commit(group);
      // Whoever waited for this group may append again: several of them belong into one segment.
      if (group.length > 1) await new Promise((resolve) => setImmediate(resolve));
    }
    draining = null;
  }

  /** Signing goes on while the acts before are written and applied; null for few acts, which share a segment. */
  function signAhead(drafts: readonly ActDraft[]): Promise<readonly SignedAct[]> | null {
    // Whether a new signer's enrolment stands before them is known only in their turn.
    if (drafts.length < SIGNED_AHEAD || signer === null || !state.ring.has(signer)) return null;
    threads.noteLarge(drafts.length);
    const ahead = signActs({ state, signer, pen: threads.pen, now, random }, drafts);
    // What it throws is told in its turn.
    ahead.catch(() => {});
    return ahead;
  }

  async function commit(group: readonly Pending[]): Promise<void> {
    try {
      const drafts = group.flatMap((call) => call.drafts);
      const [first] = group;
      const acts = await appendTo(drafts, first?.ahead ?? null);
      let at = 0;
      for (const call of group) {
        call.resolve(acts.slice(at, at + call.drafts.length));
        at += call.drafts.length;
      }
      publisher?.appended();
      for (const wake of listeners) wake();
    } catch (error) {
      // What no act may hold is one caller's mistake: the others of its group go on without it.
      const isOneOfSeveral = group.length > 1 && error instanceof InquestError && error.reaction === "input";
      for (const call of group) {
        if (isOneOfSeveral) await commit([call]);
        else call.reject(error);
      }
    }
  }

  async function appendTo(
    drafts: readonly ActDraft[],
    ahead: Promise<readonly SignedAct[]> | null,
  ): Promise<readonly RecordedAct[]> {
    if (signer === null) {
      throw usage("ledger/read-only", "This ledger is open for reading; open the case for writing.");
    }
    try {
      const { pen, disk } = threads;
      return await appendActs({ dir, state, signer, pen, disk, arbiter, now, random, faults }, drafts, ahead);
    } catch (error) {
      throw toWriteError("ledger/write-failed", dir, error);
    }
  }

  async function refresh(): Promise<void> {
    requireOpen();
    await draining;
    await refreshLog({ dir, state, arbiter, faults });
    if (publisher === null) found = refreshCheckpoint(dir, state) ?? found;
  }

  async function refreshSome(options: RefreshOptions): Promise<boolean> {
    requireOpen();
    if (publisher !== null || arbiter !== null) throw new TypeError("only for a reader of a folder");
    if (alteration !== null) throw alteration;
    try {
      const isBehind = await refreshPart(dir, state, options);
      found = refreshCheckpoint(dir, state) ?? found;
      return isBehind;
    } catch (error) {
      // What follows an act that does not hold is not told either.
      alteration = error;
      throw error;
    }
  }

  function publish(): void {
    if (!isClosed) publisher?.publish();
  }

  return {
    caseId,
    get size() {
      return state.tree.size;
    },
    get root() {
      return toHex(state.tree.root());
    },
    get noteKeys() {
      return state.ring.noteKeys(toOrigin(caseId));
    },
    get clockSetBackMs() {
      return clockSetBackMs;
    },
    async append(drafts) {
      requireOpen();
      for (const draft of drafts) {
        requireDraft(draft);
        if (draft.kind === ENROLLED_KIND) {
          throw usage(
            "ledger/act-invalid",
            `Acts of kind ${ENROLLED_KIND} are written by the ledger itself.`,
          );
        }
      }
      return new Promise((resolve, reject) => {
        queue.push({ drafts, ahead: signAhead(drafts), resolve, reject });
        // In a microtask, so that all calls of one turn are there when the first group is taken.
        draining ??= Promise.resolve().then(drain);
      });
    },
    read(leafIndex) {
      requireOpen();
      requireLeaf(leafIndex, state.tree.size);
      return reader.read(leafIndex);
    },
    leaf(leafIndex) {
      requireOpen();
      requireLeaf(leafIndex, state.tree.size);
      return Uint8Array.from(reader.leaf(leafIndex));
    },
    *entries(fromLeaf = 0) {
      requireOpen();
      for (let leafIndex = fromLeaf; leafIndex < state.tree.size; leafIndex++) {
        yield { leafIndex, act: reader.read(leafIndex) };
      }
    },
    refresh,
    refreshPart: refreshSome,
    tip: () => readTip(dir),
    mayBring: (kinds, fromLeaf) => state.codec !== openCodec || mayHoldKinds(dir, fromLeaf, kinds),
    follow(follow = {}) {
      return followLog(
        {
          dir,
          size: () => state.tree.size,
          read: reader.read,
          refresh,
          onAppended(wake) {
            listeners.add(wake);
            return () => listeners.delete(wake);
          },
        },
        follow,
      );
    },
    proveInclusion(leafIndex, treeSize = state.tree.size) {
      requireLeaf(treeSize - 1, state.tree.size);
      requireLeaf(leafIndex, treeSize);
      return state.tree.proveInclusion(leafIndex, treeSize);
    },
    proveRow(leafIndexes, treeSize) {
      requireLeaf(treeSize - 1, state.tree.size);
      for (const leafIndex of leafIndexes) requireLeaf(leafIndex, treeSize);
      return state.tree.proveRow(leafIndexes, treeSize);
    },
    proveConsistency(fromSize, toSize = state.tree.size) {
      requireLeaf(toSize - 1, state.tree.size);
      requireLeaf(fromSize - 1, toSize);
      return state.tree.proveConsistency(fromSize, toSize);
    },
    rootAt(treeSize) {
      requireLeaf(treeSize - 1, state.tree.size);
      return toHex(state.tree.root(treeSize));
    },
    checkpoint() {
      requireOpen();
      publish();
      return publisher === null ? found : publisher.published;
    },
    publish,
    async close() {
      if (isClosed) return;
      await draining;
      // What is being written ahead is not written again.
      await publisher?.settled();
      if (isClosed) return;
      publish();
      isClosed = true;
      publisher?.stop();
      await publisher?.settled();
      await threads.close();
    },
  };
}

/** The calls that go into the next segment: the first, and more while they are few; one signed ahead alone. */
function takeGroup(queue: readonly Pending[]): readonly Pending[] {
  let count = 0;
  const isAlone = queue[0]?.ahead !== null;
  const end = queue.findIndex((call, index) => {
    count += call.drafts.length;
    return index > 0 && (isAlone || call.ahead !== null || count > MAX_GROUP);
  });
  return end < 0 ? queue : queue.slice(0, end);
}

function requireLeaf(leafIndex: number, size: number): void {
  if (Number.isInteger(leafIndex) && leafIndex >= 0 && leafIndex < size) return;
  throw new InquestError({
    code: "ledger/no-such-leaf",
    reaction: "not-found",
    message: `Leaf ${leafIndex} does not stand in a log of ${size} acts.`,
    evidence: { leafIndex, size },
  });
}

function usage(code: string, message: string): InquestError {
  return new InquestError({ code, reaction: "internal", message });
}
