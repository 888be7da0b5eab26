/** The handle of an open log: group commit, reading, proofs, and publishing when the program is idle. */
import { InquestError } from "../core/index.ts";
import { type ActDraft, type RecordedAct, requireDraft } from "./act.ts";
import { appendActs, catchUp } from "./append-acts.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";
import { noFaults } from "./durable-file.ts";
import type { Inspection } from "./inspect-log.ts";
import { ENROLLED_KIND } from "./key-ring.ts";
import type { Ledger, OpenLedgerOptions } from "./ledger.ts";
import { toHex } from "./merkle/hash.ts";
import { publishLog } from "./publish-log.ts";
import { createSegmentReader } from "./segment-reader.ts";
import { refusingWrites } from "./write-failed.ts";

/** Calls of one turn share a segment up to this many drafts: 1,000 of the largest acts still fit in one. */
const MAX_GROUP = 1000;

interface Pending {
  readonly drafts: readonly ActDraft[];
  readonly resolve: (acts: readonly RecordedAct[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The handle over a log that was inspected and found whole. */
export function createLedger(options: OpenLedgerOptions, inspection: Inspection): Ledger {
  const { dir, caseId, signer, random, faults = noFaults } = options;
  const { state } = inspection;
  const reader = createSegmentReader(dir, state);
  let published: SignedCheckpoint | null = inspection.checkpoint;
  let queue: Pending[] = [];
  let idle: NodeJS.Immediate | null = null;
  let clockSetBackMs = 0;
  let isClosed = false;

  function now(): number {
    const ms = options.now();
    clockSetBackMs = Math.max(clockSetBackMs, state.lastAtMs - ms);
    return ms;
  }

  function requireOpen(): void {
    if (isClosed) throw usage("ledger/closed", "This ledger is closed; open the case again.");
  }

  /** Writes what is queued, a group at a time. */
  function flush(): void {
    while (queue.length > 0) {
      const group = takeGroup(queue);
      queue = queue.slice(group.length);
      commit(group);
    }
    idle ??= setImmediate(publishWhenIdle);
  }

  function commit(group: readonly Pending[]): void {
    try {
      const drafts = group.flatMap((call) => call.drafts);
      const acts = refusingWrites(dir, () => appendTo(drafts));
      let at = 0;
      for (const call of group) {
        call.resolve(acts.slice(at, at + call.drafts.length));
        at += call.drafts.length;
      }
    } catch (error) {
      // What no act may hold is one caller's mistake: the others of its group go on without it.
      const isOneOfSeveral = group.length > 1 && error instanceof InquestError && error.reaction === "input";
      for (const call of group) {
        if (isOneOfSeveral) commit([call]);
        else call.reject(error);
      }
    }
  }

  function appendTo(drafts: readonly ActDraft[]): RecordedAct[] {
    if (signer === null) {
      throw usage("ledger/read-only", "This ledger is open for reading; open the case for writing.");
    }
    return appendActs({ dir, state, signer, now, random, faults }, drafts);
  }

  function publish(): void {
    if (idle !== null) clearImmediate(idle);
    idle = null;
    if (signer === null || isClosed) return;
    refusingWrites(dir, () => {
      // Another process may have written since; its acts are covered too, so no checkpoint goes backwards.
      catchUp(dir, state);
      const publishedSize = published?.treeSize ?? 0;
      if (publishedSize < state.tree.size) {
        published = publishLog({ dir, state, signer, publishedSize, faults });
      }
    });
  }

  function publishWhenIdle(): void {
    idle = null;
    try {
      publish();
    } catch {
      // Still due: the next publish, checkpoint or close tries again, and tells its caller.
    }
  }

  return {
    caseId,
    get size() {
      return state.tree.size;
    },
    get root() {
      return toHex(state.tree.root());
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
        queue.push({ drafts, resolve, reject });
        if (queue.length === 1) queueMicrotask(flush);
      });
    },
    read(leafIndex) {
      requireOpen();
      requireLeaf(leafIndex, state.tree.size);
      return reader.read(leafIndex);
    },
    *entries(fromLeaf = 0) {
      requireOpen();
      for (let leafIndex = fromLeaf; leafIndex < state.tree.size; leafIndex++) {
        yield { leafIndex, act: reader.read(leafIndex) };
      }
    },
    proveInclusion(leafIndex, treeSize = state.tree.size) {
      requireLeaf(treeSize - 1, state.tree.size);
      requireLeaf(leafIndex, treeSize);
      return state.tree.proveInclusion(leafIndex, treeSize);
    },
    proveConsistency(fromSize, toSize = state.tree.size) {
      requireLeaf(toSize - 1, state.tree.size);
      requireLeaf(fromSize - 1, toSize);
      return state.tree.proveConsistency(fromSize, toSize);
    },
    checkpoint() {
      requireOpen();
      publish();
      return published;
    },
    publish,
    async close() {
      if (isClosed) return;
      if (queue.length > 0) flush();
      publish();
      isClosed = true;
    },
  };
}

/** The calls that go into the next segment: the first, and more while they are few. */
function takeGroup(queue: readonly Pending[]): readonly Pending[] {
  let count = 0;
  const end = queue.findIndex((call, index) => {
    count += call.drafts.length;
    return index > 0 && count > MAX_GROUP;
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
