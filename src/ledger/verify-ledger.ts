/** Verifying a log from its files alone. */
import type { Progress } from "../core/index.ts";
import { toOrigin } from "./checkpoint.ts";
import type { EntryCodec } from "./entry-codec.ts";
import { type Inspection, inspectLog } from "./inspect-log.ts";
import { parseLogKeys } from "./log-keys.ts";
import { createLogState, type LogState } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import type { VerifyProblem } from "./problem.ts";
import { inspectReleased } from "./proof/inspect-released.ts";
import { toVerifierKey } from "./signed-note.ts";
import type { LedgerReport } from "./verify-report.ts";

export interface VerifyLedgerOptions {
  /** The case folder. */
  readonly dir: string;
  readonly caseId: string;
  /**
   * Closed cases: opens leaves into entries. "closed" when no key is at hand: acts are then not judged, and the
   * checkpoint is checked against `logKeys`. Left out: a leaf is its entry.
   */
  readonly codec?: EntryCodec | "closed";
  /** C2SP verifier keys of `closed.json`. */
  readonly logKeys?: readonly string[];
  /** Steps `ledger.segments` and `ledger.tiles`. */
  readonly progress?: Progress;
}

/**
 * Recomputes everything: hashes and chain of the segments, form, order and signature of each act, the tree,
 * the checkpoint's signature and root, every tile and bundle; and names files that no log has. Never throws
 * for what it finds, and changes nothing.
 */
export async function verifyLedger(options: VerifyLedgerOptions): Promise<LedgerReport> {
  const { caseId } = options;
  try {
    const inspected = await inspectLog({ ...options, signatures: "all" });
    const released = judgeReleased(options, inspected);
    const found = { ...inspected, problems: [...inspected.problems, ...released] };
    return found.state.tree.size === 0 && found.problems.length === 0
      ? toReport(found.state, { ...found, problems: [noLog()] })
      : toReport(found.state, found);
  } catch (error) {
    const problems = [unreadable(error)];
    return toReport(createLogState({ caseId }), { checkpoint: null, problems, notes: [] });
  }
}

/** Checkpoints that left the house, once the log itself is sound: damage would hide what they show. */
function judgeReleased(
  { dir, codec, logKeys = [] }: VerifyLedgerOptions,
  { state, problems }: Inspection,
): VerifyProblem[] {
  const { caseId, tree, ring } = state;
  if (problems.length > 0) return [];
  const origin = toOrigin(caseId);
  const keys = codec === "closed" ? parseLogKeys(logKeys, origin).keys : ring.noteKeys(origin);
  return inspectReleased(dir, { caseId, keys, size: tree.size, rootAt: (size) => toHex(tree.root(size)) });
}

function toReport(
  { caseId, tree, ring }: LogState,
  { checkpoint, problems, notes }: Pick<Inspection, "checkpoint" | "problems" | "notes">,
): LedgerReport {
  return {
    ok: problems.length === 0,
    acts: tree.size,
    root: toHex(tree.root()),
    checkpoint: checkpoint === null ? null : { treeSize: checkpoint.treeSize, rootHash: checkpoint.rootHash },
    uncovered: Math.max(0, tree.size - (checkpoint?.treeSize ?? 0)),
    keys: ring.keys.map(({ actor, device, publicKey, leafIndex }) => ({
      actor,
      device,
      verifierKey: toVerifierKey({ name: toOrigin(caseId), publicKey }),
      leafIndex,
    })),
    problems,
    notes,
  };
}

function noLog(): VerifyProblem {
  return {
    path: "ledger",
    code: "ledger/missing",
    expected: "a log",
    actual: null,
    text: "There is no log: this is no case folder, or its ledger was removed.",
  };
}

/** A folder that the system does not list: the one thing that reading cannot turn into a finding of its own. */
function unreadable(error: unknown): VerifyProblem {
  return {
    path: "ledger",
    code: "ledger/unreadable",
    expected: "folders that can be listed",
    actual: error instanceof Error ? error.message : String(error),
    text: "The log could not be read to its end. Check the permissions and the disk, and verify again.",
  };
}
