/** Reviewers' judgements as constraints on clusters. */
import { compareAddress } from "./canonical-order.ts";
import { type PathEdge, strongestPath } from "./explain-path.ts";
import type { LinkRecord, PairJudgement } from "./records.ts";
import type { JudgementConflict } from "./result.ts";
import { UnionFind } from "./union-find.ts";
import { BIT } from "./weights.ts";

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

export interface JudgedRecords {
  /** In canonical order; positions are indices here. */
  readonly records: readonly LinkRecord[];
  /** The index in the input of each position, for reports. */
  readonly original: readonly number[];
  /** Weight of evidence of any pair of positions, thousandths of a bit. */
  readonly score: (left: number, right: number) => number;
}

interface JudgedPositions {
  readonly left: number;
  readonly right: number;
  readonly decision: PairJudgement["decision"];
}

/**
 * Reads judgements in order: a later one on the same pair supersedes. Where "same" judgements would join two records
 * judged different, the one of them that least evidence speaks for is set aside and reported with those that it is set
 * aside against: a contradiction is shown, not solved. The order of rows and of judgements on different pairs is nothing.
 */
export function readJudgements(
  judgements: readonly PairJudgement[],
  { records, original, score }: JudgedRecords,
): Constraints {
  const positions = new Map(records.map((record, position) => [keyOf(record), position]));
  const conflicts: JudgementConflict[] = [];
  const latest = new Map<number, PairJudgement["decision"]>();
  for (const judgement of judgements) {
    const [one, two] = [positions.get(keyOf(judgement.left)), positions.get(keyOf(judgement.right))];
    if (one === undefined || two === undefined || one === two) {
      const [left, right] = [indexOf(one, original), indexOf(two, original)];
      conflicts.push({ left, right, kind: "unknown-record", weightBits: null, against: [] });
      continue;
    }
    latest.set(Math.min(one, two) * records.length + Math.max(one, two), judgement.decision);
  }
  const pairs = [...latest]
    .sort(([a], [b]) => a - b)
    .map(([key, decision]): JudgedPositions => ({ ...split(key, records.length), decision }));
  const apart = pairs.filter(({ decision }) => decision === "different");
  const { together, setAside, groups } = joinStrongest(pairs, apart, { records, original, score });
  for (const { left, right, weight } of setAside) {
    conflicts.push({
      left: indexOf(left, original),
      right: indexOf(right, original),
      kind: "same-and-different",
      weightBits: weight / BIT,
      against: speakingAgainst({ left, right }, { apart, together, groups }).map((each) => ({
        left: original[each.left] ?? 0,
        right: original[each.right] ?? 0,
        decision: each.decision,
      })),
    });
  }
  const apartKeys = new Set(apart.map(({ left, right }) => left * records.length + right));
  const key = (left: number, right: number) => Math.min(left, right) * records.length + Math.max(left, right);
  return {
    together: inOrder(together).map(({ left, right }) => [left, right]),
    apart: apart.map(({ left, right }) => [left, right]),
    isApart: (left, right) => apartKeys.has(key(left, right)),
    isJudged: (left, right) => latest.has(key(left, right)),
    conflicts,
  };
}

interface Joined {
  readonly together: readonly JudgedPositions[];
  readonly setAside: readonly (JudgedPositions & { readonly weight: number })[];
  readonly groups: UnionFind;
}

/** From the strongest down, so that of those that cannot all hold the weakest falls; ties by the ids of the records. */
function joinStrongest(
  pairs: readonly JudgedPositions[],
  apart: readonly JudgedPositions[],
  { records, score }: JudgedRecords,
): Joined {
  const groups = new UnionFind(records.length);
  const together: JudgedPositions[] = [];
  const setAside: Joined["setAside"][number][] = [];
  const same = pairs.filter(({ decision }) => decision === "same");
  // Where nothing can contradict, no evidence is asked for.
  const weighed = same.map((pair) => ({
    ...pair,
    weight: apart.length === 0 ? 0 : score(pair.left, pair.right),
    ends: [records[pair.left], records[pair.right]].flatMap((end) => end ?? []).sort(compareAddress),
  }));
  weighed.sort((a, b) => b.weight - a.weight || compareEnds(a.ends, b.ends));
  for (const { left, right, decision, weight } of weighed) {
    const [first, second] = [groups.find(left), groups.find(right)];
    const isContradicted = apart.some((each) => {
      const [one, two] = [groups.find(each.left), groups.find(each.right)];
      return (one === first && two === second) || (one === second && two === first);
    });
    if (isContradicted) {
      setAside.push({ left, right, decision, weight });
    } else {
      groups.union(left, right);
      together.push({ left, right, decision });
    }
  }
  return { together, setAside, groups };
}

/** The "different" judgements between what either end is joined to, and the "same" ones that join each end to theirs. */
function speakingAgainst(
  { left, right }: Pick<JudgedPositions, "left" | "right">,
  {
    apart,
    together,
    groups,
  }: Pick<Joined, "together" | "groups"> & { readonly apart: readonly JudgedPositions[] },
): JudgedPositions[] {
  const [first, second] = [groups.find(left), groups.find(right)];
  const found = new Set<JudgedPositions>();
  const joining = (from: number, to: number) => {
    const own = together.filter((each) => groups.find(each.left) === groups.find(from));
    const edges = own.map((pair): PathEdge => ({ ...pair, weightBits: null, isJudgedSame: true }));
    const path = strongestPath(edges, from, to) ?? [];
    for (const edge of path) {
      const pair = own.find((each) => each.left === edge.left && each.right === edge.right);
      if (pair !== undefined) found.add(pair);
    }
  };
  for (const each of apart) {
    const [one, two] = [groups.find(each.left), groups.find(each.right)];
    const isTurned = one === second && two === first;
    if (!isTurned && !(one === first && two === second)) continue;
    found.add(each);
    joining(left, isTurned ? each.right : each.left);
    joining(right, isTurned ? each.left : each.right);
  }
  return [...found];
}

function inOrder(pairs: readonly JudgedPositions[]): readonly JudgedPositions[] {
  return pairs.toSorted((a, b) => a.left - b.left || a.right - b.right);
}

function compareEnds(one: readonly LinkRecord[], other: readonly LinkRecord[]): number {
  const sides = one.map((end, side) => {
    const its = other[side];
    return its === undefined ? 0 : compareAddress(end, its);
  });
  return sides.find((order) => order !== 0) ?? 0;
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
