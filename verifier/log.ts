/** A whole log recomputed from its files, streaming: segments, acts, tree, tiles, checkpoints. */
import { join } from "node:path";
import { type Act, readAct } from "./act.ts";
import { createActRules, type Enrolled } from "./act-rules.ts";
import { messageOf } from "./bytes.ts";
import { isRegular, readBounded } from "./files.ts";
import type { Findings } from "./findings.ts";
import { listLog, toSegmentPath } from "./log-files.ts";
import { judgeCheckpoint, judgeNote, type NoteFile, readNote } from "./log-notes.ts";
import { createTileCheck } from "./log-tiles.ts";
import type { NoteKey } from "./note.ts";
import { isSigned } from "./public-key.ts";
import { MAX_SEGMENT_BYTES, readSegment } from "./segment.ts";
import { createTree, leafHash } from "./tree.ts";

const SIGNATURES_AT_ONCE = 1024;

export interface LogRequest {
  readonly dir: string;
  /** The id that case.json or closed.json gives; an open log's own acts go before it. */
  readonly caseId: string | null;
  /** Keys of a closed case's checkpoints; null when the entries are acts that can be read. */
  readonly closedKeys: readonly NoteKey[] | null;
  /** Older checkpoints that someone kept elsewhere. */
  readonly kept: readonly NoteFile[];
  readonly onAct: (act: Act, leafIndex: number) => void;
}

export interface LogResult {
  readonly caseId: string | null;
  readonly acts: number;
  readonly root: string;
  readonly segments: number;
  readonly keys: readonly Enrolled[];
  /** Keys under the names by which they sign checkpoints. */
  readonly noteKeys: readonly NoteKey[];
  /** Size that the signed checkpoint covers; null when it does not hold. */
  readonly covered: number | null;
  /** The checkpoints in `ledger/released`. */
  readonly released: readonly NoteFile[];
}

export async function checkLog(request: LogRequest, findings: Findings): Promise<LogResult> {
  const { dir, closedKeys, onAct } = request;
  const files = listLog(dir, findings);
  const checkpoint = files.hasCheckpoint ? readNote(dir, "ledger/checkpoint") : null;
  const released = files.released.map((size) =>
    readNote(dir, `ledger/released/${String(size).padStart(20, "0")}`),
  );
  const sizes = new Set<number>();
  for (const note of [checkpoint, ...released, ...request.kept]) {
    if (note !== null && typeof note.read !== "string") sizes.add(note.read.size);
  }
  const rules = createActRules();
  const tiles = createTileCheck(dir, files.tiles, findings);
  const tree = createTree(tiles.onEdge);
  /** Roots at the sizes that some checkpoint names. */
  const roots = new Map<number, string>();
  let unchecked: Promise<void>[] = [];

  async function readEntry(entry: Buffer, path: string): Promise<void> {
    const leafIndex = tree.size;
    tree.append(leafHash(entry));
    if (sizes.has(tree.size)) roots.set(tree.size, tree.root());
    if (closedKeys !== null) {
      if (!isSealedEntry(entry))
        findings.problem({ path, code: "ledger/entry-invalid", detail: `leaf ${leafIndex}` });
      return;
    }
    const read = readAct(entry);
    if ("fault" in read) {
      const detail = `leaf ${leafIndex}: ${read.fault}`;
      findings.problem({ path, code: "ledger/entry-invalid", actual: read.fault, detail });
      return;
    }
    const { act } = read;
    const found = await rules.judge(act, leafIndex);
    if (found !== null) findings.problem({ path, ...found });
    const key = rules.keyOf(act);
    if (key !== null && act.kind !== "actor.enrolled") {
      unchecked.push(
        isSigned(act.signed, act.signature, key).then((ok) => {
          if (!ok)
            findings.problem({
              path,
              code: "ledger/act-signature",
              expected: `${act.actor} ${act.device}`,
              detail: `leaf ${leafIndex}, act ${act.id}`,
            });
        }),
      );
      if (unchecked.length >= SIGNATURES_AT_ONCE) await settle();
    }
    onAct(act, leafIndex);
  }

  async function settle(): Promise<void> {
    await Promise.all(unchecked);
    unchecked = [];
  }

  let isWhole = true;
  let previous: Buffer = Buffer.alloc(32);
  for (const start of files.segments) {
    const path = toSegmentPath(start);
    const broken = await readOne(start, path);
    if (broken) isWhole = false;
  }
  await settle();

  /** Reads a segment into the tree; true when the chain ends here. */
  async function readOne(start: number, path: string): Promise<boolean> {
    const next = tree.size;
    if (isWhole && start > next)
      findings.problem({
        path: toSegmentPath(next),
        code: "ledger/segment-missing",
        detail: `${next}–${start - 1}`,
      });
    let bytes: Buffer | null;
    try {
      bytes = readBounded(join(dir, path), MAX_SEGMENT_BYTES);
    } catch (error) {
      findings.problem({ path, code: "ledger/unreadable", actual: messageOf(error) });
      return true;
    }
    const segment = bytes === null ? { detail: "size", expected: null, actual: null } : readSegment(bytes);
    if ("detail" in segment) {
      findings.problem({ path, code: "ledger/segment-damaged", ...segment });
      return true;
    }
    if (!isWhole || start > next) return true;
    if (segment.start !== start) {
      const sides = { expected: String(start), actual: String(segment.start) };
      findings.problem({ path, code: "ledger/segment-misplaced", ...sides });
      return true;
    }
    if (start < next) {
      const sides = { expected: String(next), actual: String(start) };
      findings.problem({ path, code: "ledger/segment-overlaps", ...sides });
      return true;
    }
    if (!segment.previous.equals(previous)) {
      const sides = { expected: previous.toString("hex"), actual: segment.previous.toString("hex") };
      findings.problem({ path, code: "ledger/segment-chain", ...sides });
      return true;
    }
    for (const entry of segment.entries) await readEntry(entry, path);
    previous = Buffer.from(segment.hash);
    return false;
  }

  if (tree.size === 0 && isWhole) findings.problem({ path: "ledger", code: "ledger/missing" });
  const caseId = closedKeys === null ? (rules.caseId ?? request.caseId) : request.caseId;
  const origin = `inquest/${caseId ?? ""}`;
  const noteKeys =
    closedKeys ?? rules.keys.map(({ publicKey }): NoteKey => ({ name: origin, type: 1, publicKey }));
  const state = { origin, noteKeys, isWhole, size: tree.size, roots, segments: files.segments.length };
  const covered = await judgeCheckpoint(checkpoint, state, findings);
  for (const note of [...released, ...request.kept]) await judgeNote(note, state, findings);
  tiles.finish({ isWhole, required: Math.min(covered ?? 0, tree.size) });
  const { size: acts } = tree;
  return {
    caseId,
    acts,
    root: tree.root(),
    segments: files.segments.length,
    keys: rules.keys,
    noteKeys,
    covered,
    released,
  };
}

/** A leaf of a closed case: nonce, then one chunk of ciphertext over a multiple of 256 bytes, then its tag. */
function isSealedEntry(entry: Buffer): boolean {
  const padded = entry.length - 32;
  return padded >= 256 && padded % 256 === 0;
}

/** Whether the folder has a log at all. */
export function hasLog(dir: string): boolean {
  return isRegular(join(dir, "ledger", "checkpoint")) || isRegular(join(dir, toSegmentPath(0)));
}
