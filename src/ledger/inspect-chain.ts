/** Judging the segments as a chain: each whole, in its place, and after the one that it names. */
import { type LogState, type SignedLeaf, toSegmentPath } from "./log-state.ts";
import { toHex } from "./merkle/hash.ts";
import type { VerifyProblem } from "./problem.ts";
import { type ReadSegment, readSegment } from "./segment.ts";

export interface SegmentChain {
  /** False after the first break. */
  isWhole(): boolean;
  /** A segment that could not be read breaks the chain. */
  skip(problem: VerifyProblem): VerifyProblem[];
  /** Judges the next file and adds it to the state when it follows. */
  add(start: number, bytes: Buffer, onSigned: (leaf: SignedLeaf) => void): VerifyProblem[];
}

/** The segments as a chain. After the first break, segments are judged one by one and no longer added. */
export function createChain(state: LogState): SegmentChain {
  let next = 0;
  let previous = state.previous;
  let isWhole = true;

  function link(segment: ReadSegment, start: number): VerifyProblem | null {
    const path = toSegmentPath(start);
    if (segment.start !== start) {
      return {
        path,
        code: "ledger/segment-misplaced",
        expected: `start ${start}`,
        actual: `start ${segment.start}`,
        text: `The segment is another one's file: inside it begins with leaf ${segment.start}.`,
      };
    }
    if (start > next) return missing(next, start);
    if (start < next) {
      return {
        path,
        code: "ledger/segment-overlaps",
        expected: `start ${next}`,
        actual: `start ${start}`,
        text: `Leaf ${start} stands in an earlier segment already.`,
      };
    }
    if (Buffer.compare(segment.previous, previous) !== 0) {
      return {
        path,
        code: "ledger/segment-chain",
        expected: toHex(previous),
        actual: toHex(segment.previous),
        text: "The segment follows another segment than the one before it.",
      };
    }
    return null;
  }

  return {
    isWhole: () => isWhole,
    skip(problem: VerifyProblem): VerifyProblem[] {
      isWhole = false;
      return [problem];
    },
    add(start: number, bytes: Buffer, onSigned: (leaf: SignedLeaf) => void): VerifyProblem[] {
      const path = toSegmentPath(start);
      const read = readSegment(bytes);
      if ("fault" in read) {
        const problems: VerifyProblem[] = start > next && isWhole ? [missing(next, start)] : [];
        isWhole = false;
        const { expected, actual, fault } = read;
        return [
          ...problems,
          {
            path,
            code: "ledger/segment-damaged",
            expected,
            actual,
            text: `The segment is damaged: ${fault}.`,
          },
        ];
      }
      if (!isWhole) return [];
      const broken = link(read.segment, start);
      if (broken !== null) {
        isWhole = false;
        return [broken];
      }
      next = start + read.segment.entries.length;
      const problems = state.admit(read.segment, onSigned);
      previous = state.previous;
      return problems;
    },
  };
}

function missing(next: number, found: number): VerifyProblem {
  return {
    path: toSegmentPath(next),
    code: "ledger/segment-missing",
    expected: `start ${next}`,
    actual: null,
    text: `Leaves ${next} to ${found - 1} are missing: no segment holds them.`,
  };
}
