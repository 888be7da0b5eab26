/** What a log amounts to so far, grown segment by segment: the rules that each next act must keep. */
import type { KeyObject } from "node:crypto";
import { type Act, parseEntry } from "./act.ts";
import { type EntryCodec, openCodec } from "./entry-codec.ts";
import { createKeyRing, ENROLLED_KIND, type KeyRing } from "./key-ring.ts";
import { hashLeaf } from "./merkle/hash.ts";
import { createMerkleTree, type MerkleTree } from "./merkle/merkle-tree.ts";
import type { VerifyProblem } from "./problem.ts";
import { NO_PREVIOUS, type ReadSegment, toSegmentName } from "./segment.ts";
import { createSegmentIndex, type SegmentIndex } from "./segment-index.ts";

/** An act whose signature is still to be checked. */
export interface SignedLeaf {
  readonly act: Act;
  /** Its bytes in canonical form. */
  readonly entry: Uint8Array;
  readonly key: KeyObject;
  readonly leafIndex: number;
  readonly path: string;
}

export interface LogState {
  readonly caseId: string;
  /** "closed": leaves cannot be opened and no act is judged. */
  readonly codec: EntryCodec | "closed";
  readonly tree: MerkleTree;
  readonly ring: KeyRing;
  readonly segments: SegmentIndex;
  /** Hash of the last segment. */
  readonly previous: Uint8Array;
  /** Milliseconds of the last act; 0 before the first. */
  readonly lastAtMs: number;
  /** Leaves from a bundle's first on; see `keepFrom`. */
  readonly tail: { readonly from: number; readonly leaves: readonly Uint8Array[] };
  /** Forgets the leaves before an index: those whose bundles are written. */
  keepFrom(leafIndex: number): void;
  /**
   * Adds a segment that is whole and follows the last one. Acts that break a rule are added too, since the
   * tree is made of whatever stands in the log, and reported.
   *
   * @param onAct - told each act that could be read, enrolments too.
   */
  admit(
    segment: ReadSegment,
    onSigned: (leaf: SignedLeaf) => void,
    onAct?: (act: Act, leafIndex: number) => void,
  ): VerifyProblem[];
  /** Adds a segment that this process just wrote, whose acts it made. */
  record(segment: ReadSegment, acts: readonly Act[]): void;
}

export interface LogStateOptions {
  readonly caseId: string;
  /** Left out: a leaf is its entry. */
  readonly codec?: EntryCodec | "closed" | undefined;
  /** Left out: empty, and held in memory as a whole. */
  readonly tree?: MerkleTree;
  /** Told of each leaf before the tree has it. */
  readonly onLeaf?: (leaf: Uint8Array) => void;
  /** A log that was checked, to go on from: its tree is `tree`. */
  readonly from?: LogBeginning;
  /** Leaves of its last bundle, when that is not full. */
  readonly tail?: readonly Uint8Array[];
}

/** What is known of a log whose acts are not read again. */
export interface LogBeginning {
  readonly ring: KeyRing;
  /** Starts of its segments, ascending. */
  readonly starts: ArrayLike<number>;
  readonly previous: Uint8Array;
  readonly lastAt: string;
  /** Ids of the acts that bear this time; called when the next act bears it too. */
  readonly idsOfLastAt: () => Set<string>;
}

/** The path of a segment within the case folder. */
export function toSegmentPath(start: number): string {
  return `ledger/segment/${toSegmentName(start)}`;
}

export function createLogState(options: LogStateOptions): LogState {
  const { caseId, codec = openCodec, tree = createMerkleTree(), onLeaf, from, tail = [] } = options;
  const ring = from?.ring ?? createKeyRing();
  const segments = createSegmentIndex(from?.starts);
  let previous = from?.previous ?? NO_PREVIOUS;
  let lastAt = from?.lastAt ?? "";
  let idsOfLastAt = from?.idsOfLastAt ?? withIds(new Set());
  let tailFrom = tree.size - tail.length;
  let tailLeaves = [...tail];

  function addLeaf(leaf: Uint8Array): void {
    onLeaf?.(leaf);
    if (tree.size >= tailFrom) tailLeaves.push(leaf);
    tree.append(hashLeaf(leaf));
  }

  function endSegment({ start, hash }: ReadSegment): void {
    // A copy: the hash as read is a view that would keep the whole segment in memory.
    previous = Uint8Array.from(hash);
    segments.push(start);
  }

  function remember(act: Act): void {
    if (act.at > lastAt) {
      lastAt = act.at;
      idsOfLastAt = withIds(new Set());
    }
    idsOfLastAt().add(act.id);
  }

  /** What is wrong with an act at this place of the log; null when nothing is. */
  function judge(act: Act, leafIndex: number): Omit<VerifyProblem, "path"> | null {
    const at = `Act ${act.id} (leaf ${leafIndex})`;
    if (act.case !== caseId) {
      return problem("ledger/act-foreign", caseId, act.case, `${at} belongs to another case.`);
    }
    if (act.at < lastAt) {
      return problem("ledger/time-backwards", lastAt, act.at, `${at} is earlier than the one before it.`);
    }
    // The time stands in the id, so two acts with one id have one time, and only its ids need to be kept.
    if (act.at === lastAt && idsOfLastAt().has(act.id)) {
      return problem("ledger/act-repeated", null, act.id, `${at} stands in the log twice.`);
    }
    if (act.kind === ENROLLED_KIND) {
      const fault = ring.enrol(act, leafIndex);
      return fault === null ? null : problem("ledger/enrolment-invalid", null, fault, `${at}: ${fault}.`);
    }
    if (ring.find(act) === null) {
      const text = `${at} is signed by a key that no act before it enrols.`;
      return problem("ledger/act-unenrolled", null, `${act.actor} ${act.device}`, text);
    }
    return null;
  }

  /** Judges the act of a leaf and hands on what is to be checked elsewhere. */
  function admitLeaf(
    leaf: Uint8Array,
    leafIndex: number,
    path: string,
    onSigned: (leaf: SignedLeaf) => void,
    onAct: ((act: Act, leafIndex: number) => void) | undefined,
  ): Omit<VerifyProblem, "path"> | null {
    if (codec === "closed") return null;
    const opened = codec.fromLeaf(leaf);
    const parsed = "fault" in opened ? opened : parseEntry(opened.entry);
    if ("fault" in opened || "fault" in parsed) {
      const fault = "fault" in opened ? opened.fault : "fault" in parsed ? parsed.fault : "";
      return problem("ledger/entry-invalid", null, fault, `Leaf ${leafIndex} holds no act (${fault}).`);
    }
    const { act } = parsed;
    const found = judge(act, leafIndex);
    const key = ring.find(act);
    // An enrolment's own signature was checked when its key entered the ring.
    if (key !== null && act.kind !== ENROLLED_KIND) {
      onSigned({ act, entry: opened.entry, key, leafIndex, path });
    }
    remember(act);
    onAct?.(act, leafIndex);
    return found;
  }

  return {
    caseId,
    codec,
    tree,
    ring,
    segments,
    get previous() {
      return previous;
    },
    get lastAtMs() {
      return lastAt === "" ? 0 : Date.parse(lastAt);
    },
    get tail() {
      return { from: tailFrom, leaves: tailLeaves };
    },
    keepFrom(leafIndex) {
      tailLeaves = tailLeaves.slice(Math.max(0, leafIndex - tailFrom));
      tailFrom = leafIndex;
    },
    admit(segment, onSigned, onAct) {
      const path = toSegmentPath(segment.start);
      const problems: VerifyProblem[] = [];
      for (const [index, leaf] of segment.entries.entries()) {
        addLeaf(leaf);
        const found = admitLeaf(leaf, segment.start + index, path, onSigned, onAct);
        if (found !== null) problems.push({ path, ...found });
      }
      endSegment(segment);
      return problems;
    },
    record(segment, acts) {
      for (const [index, leaf] of segment.entries.entries()) {
        addLeaf(leaf);
        const act = acts[index];
        if (act === undefined) continue;
        if (act.kind === ENROLLED_KIND) ring.enrol(act, segment.start + index);
        remember(act);
      }
      endSegment(segment);
    },
  };
}

function withIds(ids: Set<string>): () => Set<string> {
  return () => ids;
}

function problem(
  code: string,
  expected: string | null,
  actual: string | null,
  text: string,
): Omit<VerifyProblem, "path"> {
  return { code, expected, actual, text };
}
