/** Reviewers' judgements as constraints on clusters. */
import type { LinkRecord, PairJudgement } from "./records.ts";
import type { JudgementConflict } from "./result.ts";
import { UnionFind } from "./union-find.ts";

export interface Constraints {
  /** Pairs of positions that a person judged the same; none of them contradicts `apart`. */
  readonly together: readonly (readonly [number, number])[];
  /** Whether a person judged these two positions different. */
  readonly isApart: (left: number, right: number) => boolean;
  readonly apart: readonly (readonly [number, number])[];
  /** Whether a person has judged the pair at all, "unsure" included. */
  readonly isJudged: (left: number, right: number) => boolean;
  readonly conflicts: readonly JudgementConflict[];
}

/**
 * Reads judgements in order: a later one on the same pair supersedes. Where "same" judgements would join two
 * records judged different, the joining judgement is set aside and reported: a contradiction is shown, not solved.
 *
 * @param records - in canonical order; positions are indices here.
 * @param original - the index in the input of each position, for reports.
 */
export function readJudgements(
  judgements: readonly PairJudgement[],
  records: readonly LinkRecord[],
  original: readonly number[],
): Constraints {
  const positions = new Map(records.map((record, position) => [keyOf(record), position]));
  const conflicts: JudgementConflict[] = [];
  const latest = new Map<number, PairJudgement["decision"]>();
  for (const judgement of judgements) {
    const [one, two] = [positions.get(keyOf(judgement.left)), positions.get(keyOf(judgement.right))];
    if (one === undefined || two === undefined || one === two) {
      const [left, right] = [indexOf(one, original), indexOf(two, original)];
      conflicts.push({ left, right, kind: "unknown-record", weightBits: null });
      continue;
    }
    latest.set(Math.min(one, two) * records.length + Math.max(one, two), judgement.decision);
  }
  const pairs = [...latest]
    .sort(([a], [b]) => a - b)
    .map(([key, decision]) => ({ ...split(key, records.length), decision }));
  const apart = pairs.flatMap(({ left, right, decision }) =>
    decision === "different" ? [[left, right] as const] : [],
  );
  const together: (readonly [number, number])[] = [];
  const groups = new UnionFind(records.length);
  for (const { left, right, decision } of pairs) {
    if (decision !== "same") continue;
    const [first, second] = [groups.find(left), groups.find(right)];
    const isContradicted = apart.some(([a, b]) => {
      const [one, two] = [groups.find(a), groups.find(b)];
      return (one === first && two === second) || (one === second && two === first);
    });
    if (isContradicted) {
      const [one, two] = [indexOf(left, original), indexOf(right, original)];
      conflicts.push({ left: one, right: two, kind: "same-and-different", weightBits: null });
    } else {
      groups.union(left, right);
      together.push([left, right]);
    }
  }
  const apartKeys = new Set(apart.map(([left, right]) => left * records.length + right));
  const key = (left: number, right: number) => Math.min(left, right) * records.length + Math.max(left, right);
  return {
    together,
    apart,
    isApart: (left, right) => apartKeys.has(key(left, right)),
    isJudged: (left, right) => latest.has(key(left, right)),
    conflicts,
  };
}

function keyOf({ list, recordId }: { readonly list: string; readonly recordId: string }): string {
  return JSON.stringify([list, recordId]);
}

function split(key: number, width: number): { left: number; right: number } {
  return { left: Math.floor(key / width), right: key % width };
}

function indexOf(position: number | undefined, original: readonly number[]): number | null {
  return position === undefined ? null : (original[position] ?? null);
}
