/** Checkpoints against the log: the one of today, those that left the house, one that someone kept. */
import { basename, join } from "node:path";
import { messageOf } from "./bytes.ts";
import { readBounded } from "./files.ts";
import type { Code, Findings } from "./findings.ts";
import { type Checkpoint, checkSignatures, type NoteKey, readCheckpoint } from "./note.ts";

export interface NoteFile {
  readonly path: string;
  /** A text says why it is none. */
  readonly read: Checkpoint | string;
  /** Kept outside of the case. */
  readonly isKept: boolean;
}

export interface LogState {
  readonly origin: string;
  readonly noteKeys: readonly NoteKey[];
  /** False when segments are damaged or missing. */
  readonly isWhole: boolean;
  readonly size: number;
  readonly segments: number;
  readonly roots: ReadonlyMap<number, string>;
}

export function readNote(dir: string, path: string): NoteFile {
  return { path, read: readFile(join(dir, path)), isKept: false };
}

export function readKeptNote(path: string): NoteFile {
  return { path: basename(path), read: readFile(path), isKept: true };
}

function readFile(path: string): Checkpoint | string {
  try {
    const bytes = readBounded(path, 1_000_000);
    return bytes === null ? "not a file of at most 1,000,000 bytes" : readCheckpoint(bytes);
  } catch (error) {
    return messageOf(error);
  }
}

/** The size that `ledger/checkpoint` vouches for; null when there is none or it does not hold. */
export async function judgeCheckpoint(
  note: NoteFile | null,
  state: LogState,
  findings: Findings,
): Promise<number | null> {
  const path = "ledger/checkpoint";
  const { size, isWhole, origin, noteKeys } = state;
  if (note === null) {
    if (size === 0) return null;
    // A log writes its first checkpoint before its second segment.
    if (state.segments === 1)
      findings.note({ path, code: "ledger/checkpoint-behind", expected: String(size), actual: "0" });
    else findings.problem({ path, code: "ledger/checkpoint-missing", expected: String(size) });
    return null;
  }
  const { read } = note;
  const fault =
    typeof read === "string"
      ? read
      : read.origin !== origin
        ? `${read.origin} ≠ ${origin}`
        : read.size === 0
          ? "0"
          : null;
  if (typeof read === "string" || fault !== null) {
    findings.problem({ path, code: "ledger/checkpoint-invalid", actual: fault });
    return null;
  }
  // Without the first segment no key is known, and its damage is reported already.
  if (noteKeys.length === 0 && !isWhole) return null;
  const { good, bad, unknown } = await checkSignatures(read, noteKeys);
  const [strange] = [...bad, ...unknown];
  if (good.length === 0 || strange !== undefined) {
    const actual = strange === undefined ? null : `${strange.name} ${strange.keyId}`;
    findings.problem({ path, code: "ledger/checkpoint-signature", actual });
    return null;
  }
  if (read.size > size) {
    if (isWhole)
      findings.problem({
        path,
        code: "ledger/checkpoint-ahead",
        expected: String(read.size),
        actual: String(size),
      });
    return read.size;
  }
  const root = state.roots.get(read.size) ?? null;
  if (root !== read.root) {
    findings.problem({ path, code: "ledger/checkpoint-root", expected: read.root, actual: root });
    return null;
  }
  if (read.size < size)
    findings.note({
      path,
      code: "ledger/checkpoint-behind",
      expected: String(size),
      actual: String(read.size),
    });
  return read.size;
}

/** Whether today's log begins with the one of an older checkpoint. */
export async function judgeNote(note: NoteFile, state: LogState, findings: Findings): Promise<void> {
  const { path, read, isKept } = note;
  const { size, isWhole, origin, noteKeys } = state;
  const code = (kept: Code, released: Code): Code => (isKept ? kept : released);
  if (typeof read === "string" || read.origin !== origin) {
    const actual = typeof read === "string" ? read : read.origin;
    findings.problem({
      path,
      code: code("ledger/note-unknown", "ledger/released-invalid"),
      actual,
      expected: origin,
    });
    return;
  }
  const name = isKept ? read.size : Number(path.slice(-20));
  if (name !== read.size) {
    const sides = { expected: String(name), actual: String(read.size) };
    findings.problem({ path, code: "ledger/released-invalid", ...sides });
    return;
  }
  if (noteKeys.length === 0 && !isWhole) return;
  const { good, bad } = await checkSignatures(read, noteKeys);
  if (good.length === 0 || bad.length > 0) {
    findings.problem({
      path,
      code: code("ledger/note-unknown", "ledger/released-invalid"),
      actual: "signature",
    });
    return;
  }
  if (read.size > size) {
    const sides = { expected: String(read.size), actual: String(size) };
    if (isWhole)
      findings.problem({ path, code: code("ledger/not-continued", "ledger/released-ahead"), ...sides });
    return;
  }
  const root = state.roots.get(read.size) ?? null;
  if (root !== read.root)
    findings.problem({
      path,
      code: code("ledger/not-continued", "ledger/released-differs"),
      expected: read.root,
      actual: root,
    });
  else if (isKept)
    findings.note({ path, code: "ledger/continued", expected: String(read.size), actual: String(size) });
}
