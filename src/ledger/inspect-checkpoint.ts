/** Judging `ledger/checkpoint` against the tree that the segments give. */
import {
  type Checkpoint,
  parseCheckpointText,
  type SignedCheckpoint,
  toOrigin,
  toSignedCheckpoint,
} from "./checkpoint.ts";
import type { LogState } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import type { VerifyProblem } from "./problem.ts";
import { type NoteKey, parseNote, verifyNote } from "./signed-note.ts";

export type ClaimedCheckpoint = Checkpoint | { readonly fault: string };

/** What the file claims, before any signature is checked: the form must be exact to the byte. */
export function parseCheckpointFile(bytes: Uint8Array, caseId: string): ClaimedCheckpoint {
  const parsed = parseNote(bytes);
  if ("fault" in parsed) return parsed;
  const read = parseCheckpointText(parsed.note.text);
  if ("fault" in read) return read;
  const origin = toOrigin(caseId);
  if (read.checkpoint.origin !== origin)
    return { fault: `it is of ${read.checkpoint.origin}, not ${origin}` };
  return read.checkpoint.treeSize === 0 ? { fault: "it covers no act" } : read.checkpoint;
}

export interface CheckpointJudgement {
  readonly trusted: SignedCheckpoint | null;
  readonly problems: readonly VerifyProblem[];
  readonly notes: readonly VerifyProblem[];
}

interface CheckpointFile {
  /** Keys that may sign it: those that the log enrols. */
  readonly keys: readonly NoteKey[];
  /** Null when there is no file. */
  readonly bytes: Uint8Array | null;
  readonly claimed: ClaimedCheckpoint | null;
  readonly state: Pick<LogState, "tree" | "segments">;
  /** False when segments are damaged or missing: then the tree ends too early to compare with. */
  readonly isWhole: boolean;
}

const PATH = "ledger/checkpoint";

/** Compares the checkpoint with the log; every problem carries both sides. */
export function judgeCheckpoint({
  bytes,
  claimed,
  keys,
  state,
  isWhole,
}: CheckpointFile): CheckpointJudgement {
  const { tree } = state;
  if (bytes === null || claimed === null) return judgeAbsence(state);
  if ("fault" in claimed) return altered("ledger/checkpoint-invalid", null, claimed.fault, claimed.fault);

  const { treeSize, root } = claimed;
  // Without the first segment no key is known, and its damage is reported already.
  if (keys.length === 0 && !isWhole) return { trusted: null, problems: [], notes: [] };
  const report = verifyNote(bytes, keys);
  if (!report.ok) return altered("ledger/checkpoint-signature", null, report.fault, report.fault ?? "");
  // The standard ignores unknown signatures, which would leave bytes of this file that nothing vouches for.
  if (report.unverified.length > 0) {
    const fault = `a signature by a key that is not enrolled (${report.unverified[0]?.name})`;
    return altered("ledger/checkpoint-signature", null, fault, fault);
  }
  const trusted = toSignedCheckpoint(claimed, Buffer.from(bytes).toString("utf8"));
  const expected = `size ${treeSize}, root ${toHex(root)}`;
  if (treeSize > tree.size) {
    if (!isWhole) return { trusted, problems: [], notes: [] };
    return {
      ...altered(
        "ledger/checkpoint-ahead",
        expected,
        `size ${tree.size}, root ${toHex(tree.root())}`,
        `it covers ${treeSize} acts and the log holds ${tree.size}: acts were removed`,
      ),
      trusted,
    };
  }
  const actual = tree.root(treeSize);
  if (Buffer.compare(actual, root) !== 0) {
    return altered(
      "ledger/checkpoint-root",
      expected,
      `size ${treeSize}, root ${toHex(actual)}`,
      "its root is not that of the log: acts were changed after it was signed",
    );
  }
  return { trusted, problems: [], notes: treeSize < tree.size ? [uncovered(treeSize, tree.size)] : [] };
}

/** A log writes its first checkpoint before its second segment, so only a log of one may lack it. */
function judgeAbsence({ tree, segments }: CheckpointFile["state"]): CheckpointJudgement {
  if (tree.size === 0) return { trusted: null, problems: [], notes: [] };
  if (segments.count === 1) return { trusted: null, problems: [], notes: [uncovered(0, tree.size)] };
  return altered(
    "ledger/checkpoint-missing",
    `a checkpoint over ${tree.size} acts`,
    null,
    "it is missing, and only a log of a single segment may lack one",
  );
}

function uncovered(treeSize: number, size: number): VerifyProblem {
  return {
    path: PATH,
    code: "ledger/checkpoint-behind",
    expected: `size ${size}`,
    actual: `size ${treeSize}`,
    text: `The last ${size - treeSize} acts came after the checkpoint; the next opening for writing signs one over them.`,
  };
}

function altered(
  code: string,
  expected: string | null,
  actual: string | null,
  fault: string,
): CheckpointJudgement {
  return {
    trusted: null,
    problems: [{ path: PATH, code, expected, actual, text: `The checkpoint does not hold: ${fault}.` }],
    notes: [],
  };
}
