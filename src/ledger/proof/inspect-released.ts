/** Judging the checkpoints that left the house: each must be a beginning of today's log. */
import { type Checkpoint, parseCheckpointText, toOrigin } from "../checkpoint.ts";
import { toHex } from "../merkle/hash.ts";
import type { VerifyProblem } from "../problem.ts";
import { type NoteKey, parseNote, verifyNote } from "../signed-note.ts";
import { listReleased, type ReleaseClaim, readReleased, toLine, toReleasedPath } from "./released.ts";

/** Today's log, already checked against its own checkpoint. */
export interface JudgedLog {
  readonly caseId: string;
  readonly size: number;
  /** Keys that it enrols, under the name of its origin. */
  readonly keys: readonly NoteKey[];
  /** Root over its first `size` acts, hexadecimal; 1 ≤ size ≤ its own. */
  rootAt(size: number): string;
}

/** Compares every kept note with the log: a problem for each that the log does not continue. */
export function inspectReleased(dir: string, log: JudgedLog): VerifyProblem[] {
  return listReleased(dir).flatMap((treeSize) => judgeNote(dir, treeSize, log));
}

/**
 * Compares what the acts say left the house with the log and with the notes that were kept. A note without an
 * act is a trace of an interrupted release.
 */
export function inspectReleaseActs(
  dir: string,
  log: Pick<JudgedLog, "size" | "rootAt">,
  claims: readonly ReleaseClaim[],
): { readonly problems: readonly VerifyProblem[]; readonly notes: readonly VerifyProblem[] } {
  const kept = listReleased(dir);
  const problems = claims.flatMap((claim): VerifyProblem[] => {
    // A note that is there was compared by `inspectReleased`; the act's own root must agree with the log too.
    const differs = compare(claim, log, toReleasedPath(claim.treeSize));
    if (differs !== null) return [differs];
    return kept.includes(claim.treeSize) ? judgeLines(dir, claim) : [missing(claim)];
  });
  return { problems, notes: kept.flatMap((size) => judgeUnrecorded(dir, size, claims)) };
}

/** What a kept note bears and no act names. */
function judgeUnrecorded(dir: string, treeSize: number, claims: readonly ReleaseClaim[]): VerifyProblem[] {
  const named = claims.filter((claim) => claim.treeSize === treeSize).flatMap(({ lines }) => lines);
  if (named.length === 0) return [unrecorded(treeSize, "that this checkpoint left the house", null)];
  const [line] = linesOf(dir, treeSize).filter((borne) => !named.includes(borne));
  return line === undefined ? [] : [unrecorded(treeSize, "that it bears this signature line", line)];
}

function linesOf(dir: string, treeSize: number): string[] {
  const parsed = parseNote(readReleased(dir, treeSize) ?? new Uint8Array());
  return "fault" in parsed ? [] : parsed.note.signatures.map(toLine);
}

/** The lines that an act says the note bears: nothing else vouches for those of witnesses whose key nobody gave. */
function judgeLines(dir: string, { treeSize, lines, leafIndex }: ReleaseClaim): VerifyProblem[] {
  const borne = linesOf(dir, treeSize);
  const lost = lines.find((line) => !borne.includes(line));
  if (lost === undefined) return [];
  const path = toReleasedPath(treeSize);
  const text = `A signature line that leaf ${leafIndex} says it bears is not in it.`;
  return [{ path, code: "ledger/released-altered", expected: lost, actual: borne.join("; "), text }];
}

function judgeNote(dir: string, treeSize: number, log: JudgedLog): VerifyProblem[] {
  const path = toReleasedPath(treeSize);
  const bytes = readReleased(dir, treeSize);
  const read = bytes === null ? { fault: "it cannot be read" } : readCheckpointNote(bytes, log);
  if ("fault" in read) return [invalid(path, read.fault)];
  if (read.checkpoint.treeSize !== treeSize)
    return [invalid(path, `it is of size ${read.checkpoint.treeSize}`)];
  const { root } = read.checkpoint;
  const differs = compare({ treeSize, root: toHex(root) }, log, path);
  return differs === null ? [] : [differs];
}

/** The checkpoint of a note that a key of the log signed, or why it is none. Other signature lines may stand in it. */
export function readCheckpointNote(
  bytes: Uint8Array,
  { caseId, keys }: Pick<JudgedLog, "caseId" | "keys">,
): { readonly checkpoint: Checkpoint } | { readonly fault: string } {
  const parsed = parseNote(bytes);
  if ("fault" in parsed) return parsed;
  const read = parseCheckpointText(parsed.note.text);
  if ("fault" in read) return read;
  const { origin, treeSize } = read.checkpoint;
  if (origin !== toOrigin(caseId)) return { fault: `it is of ${origin}, not ${toOrigin(caseId)}` };
  if (treeSize === 0) return { fault: "it covers no act" };
  const report = verifyNote(bytes, keys);
  return report.ok ? read : { fault: report.fault ?? "its signature does not hold" };
}

/** The problem when the log does not continue a checkpoint of this size and root; null when it does. */
export function compare(
  { treeSize, root }: Pick<ReleaseClaim, "treeSize" | "root">,
  log: Pick<JudgedLog, "size" | "rootAt">,
  path: string,
): VerifyProblem | null {
  if (treeSize > log.size) {
    const text = `A checkpoint over ${treeSize} acts left the house; the log has ${log.size}. Acts were removed.`;
    return {
      path,
      code: "ledger/released-ahead",
      expected: `${treeSize} acts`,
      actual: `${log.size} acts`,
      text,
    };
  }
  const actual = log.rootAt(treeSize);
  if (actual === root) return null;
  const text = `The first ${treeSize} acts are not those of a checkpoint that left the house: history was rewritten.`;
  return { path, code: "ledger/released-differs", expected: root, actual, text };
}

function invalid(path: string, fault: string): VerifyProblem {
  const text = `It is no checkpoint of this log: ${fault}.`;
  return { path, code: "ledger/released-invalid", expected: null, actual: fault, text };
}

function missing({ treeSize, root, leafIndex }: ReleaseClaim): VerifyProblem {
  const text = `Leaf ${leafIndex} says that this checkpoint left the house or came back; its note is gone. The log itself continues it.`;
  return {
    path: toReleasedPath(treeSize),
    code: "ledger/released-missing",
    expected: root,
    actual: null,
    text,
  };
}

function unrecorded(treeSize: number, what: string, actual: string | null): VerifyProblem {
  const text = `No act says ${what}: an interrupted release, or a hand from outside.`;
  const path = toReleasedPath(treeSize);
  return { path, code: "ledger/released-unrecorded", expected: "an act", actual, text };
}
