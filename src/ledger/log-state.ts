/** What a log amounts to so far, grown segment by segment: the rules that each next act must keep. */
import type { KeyObject } from "node:crypto";
import { type Act, parseEntry } from "./act.ts";
import { createKeyRing, ENROLLED_KIND, type KeyRing } from "./key-ring.ts";
import { hashLeaf } from "./merkle/hash.ts";
import { createMerkleTree, type MerkleTree } from "./merkle/merkle-tree.ts";
import type { VerifyProblem } from "./problem.ts";
import { NO_PREVIOUS, type ReadSegment, toSegmentName } from "./segment.ts";

export interface SegmentRef {
  readonly start: number;
  readonly count: number;
  /** The SHA-256 at its end: what a later reading must find again. */
  readonly hash: Uint8Array;
}

/** An act whose signature is still to be checked. */
export interface SignedLeaf {
  readonly act: Act;
  readonly key: KeyObject;
  readonly leafIndex: number;
  readonly path: string;
}

export interface LogState {
  readonly caseId: string;
  readonly tree: MerkleTree;
  readonly ring: KeyRing;
  readonly segments: readonly SegmentRef[];
  /** Hash of the last segment. */
  readonly previous: Uint8Array;
  /** Milliseconds of the last act; 0 before the first. */
  readonly lastAtMs: number;
  /** Entries from a bundle's first on; see `keepFrom`. */
  readonly tail: { readonly from: number; readonly entries: readonly Uint8Array[] };
  /** Forgets the entries before a leaf: those whose bundles are written. */
  keepFrom(leafIndex: number): void;
  /**
   * Adds a segment that is whole and follows the last one. Acts that break a rule are added too, since the
   * tree is made of whatever stands in the log, and reported.
   */
  admit(segment: ReadSegment, onSigned: (leaf: SignedLeaf) => void): VerifyProblem[];
  /** Adds a segment that this process just wrote, whose acts it made. */
  record(segment: ReadSegment, acts: readonly Act[]): void;
}

/** The path of a segment within the case folder. */
export function toSegmentPath(start: number): string {
  return `ledger/segment/${toSegmentName(start)}`;
}

export function createLogState(caseId: string): LogState {
  const tree = createMerkleTree();
  const ring = createKeyRing();
  const segments: SegmentRef[] = [];
  let previous = NO_PREVIOUS;
  let lastAt = "";
  let idsOfLastAt = new Set<string>();
  let tailFrom = 0;
  let tailEntries: Uint8Array[] = [];

  function addLeaf(entry: Uint8Array): void {
    if (tree.size >= tailFrom) tailEntries.push(entry);
    tree.append(hashLeaf(entry));
  }

  function endSegment({ start, entries, hash }: ReadSegment): void {
    // A copy: the hash as read is a view that would keep the whole segment in memory.
    previous = Uint8Array.from(hash);
    segments.push({ start, count: entries.length, hash: previous });
  }

  function remember(act: Act): void {
    if (act.at > lastAt) {
      lastAt = act.at;
      idsOfLastAt = new Set();
    }
    idsOfLastAt.add(act.id);
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
    if (act.at === lastAt && idsOfLastAt.has(act.id)) {
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

  return {
    caseId,
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
      return { from: tailFrom, entries: tailEntries };
    },
    keepFrom(leafIndex) {
      tailEntries = tailEntries.slice(Math.max(0, leafIndex - tailFrom));
      tailFrom = leafIndex;
    },
    admit(segment, onSigned) {
      const path = toSegmentPath(segment.start);
      const problems: VerifyProblem[] = [];
      for (const [index, entry] of segment.entries.entries()) {
        const leafIndex = segment.start + index;
        addLeaf(entry);
        const parsed = parseEntry(entry);
        if ("fault" in parsed) {
          const text = `Leaf ${leafIndex} holds no act (${parsed.fault}).`;
          problems.push({ path, ...problem("ledger/entry-invalid", null, parsed.fault, text) });
          continue;
        }
        const { act } = parsed;
        const found = judge(act, leafIndex);
        if (found !== null) problems.push({ path, ...found });
        const key = ring.find(act);
        // An enrolment's own signature was checked when its key entered the ring.
        if (key !== null && act.kind !== ENROLLED_KIND) onSigned({ act, key, leafIndex, path });
        remember(act);
      }
      endSegment(segment);
      return problems;
    },
    record(segment, acts) {
      for (const [index, entry] of segment.entries.entries()) {
        addLeaf(entry);
        const act = acts[index];
        if (act === undefined) continue;
        if (act.kind === ENROLLED_KIND) ring.enrol(act, segment.start + index);
        remember(act);
      }
      endSegment(segment);
    },
  };
}

function problem(
  code: string,
  expected: string | null,
  actual: string | null,
  text: string,
): Omit<VerifyProblem, "path"> {
  return { code, expected, actual, text };
}
