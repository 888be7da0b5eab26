import { expect, test } from "vitest";
import { outcomeOfQueue } from "./queue-outcome.ts";
import { makeAgenda } from "./review-agenda.ts";
import type { ReviewedPair } from "./review-pairs.ts";

const [LINK, REVIEW] = [3000, -3000];
/** A chain 0–1–2 held by a weak link, a pair 3–4, and 5 near it. */
const scored = [
  [3, 4, 14],
  [0, 1, 12],
  [1, 2, 5],
  [0, 2, 1],
  [3, 5, 0],
  [4, 5, -1],
] as const;
const clusterOf = Int32Array.of(0, 0, 0, 3, 3, 5);
const agenda = makeAgenda({
  recordCount: 6,
  left: Int32Array.from(scored, ([left]) => left),
  right: Int32Array.from(scored, ([, right]) => right),
  weights: Int32Array.from(scored, ([, , bits]) => bits * 1000),
  together: Uint8Array.from(scored, ([left, right]) => (clusterOf[left] === clusterOf[right] ? 1 : 0)),
  ...{ clusterOf, linkWeight: LINK, reviewWeight: REVIEW, keyOf: (record: number) => `r${record}` },
});
const BRIDGE = { left: 1, right: 2 };
const BAND = { left: 3, right: 5 };

function groupsOf(
  decision: "same" | "different",
  reviewed: readonly ReviewedPair[] = [],
  waiting = [BRIDGE, BAND],
  isForbidden = (_left: number, _right: number) => false,
): number[] {
  return [...outcomeOfQueue({ agenda, reviewed, waiting, decision, isForbidden })];
}
const said = (left: number, right: number, decision: ReviewedPair["decision"]): ReviewedPair => ({
  ...{ left, right, decision, isDisputed: false, isChanged: false, isConfirmed: false },
  ...{ sawAgainst: false, reviewers: 1, isMine: true },
});

test("a queue that is all one person joins, and one that is not parts", () => {
  expect(groupsOf("same")).toEqual([0, 0, 0, 3, 3, 3]);
  expect(groupsOf("different")).toEqual([0, 0, 2, 3, 3, 5]);
  expect(groupsOf("same", [], [])).toEqual([...clusterOf]);
});

test("what was said already holds, and of words that cannot all hold the weakest falls", () => {
  expect(groupsOf("same", [said(4, 5, "different")])).toEqual([0, 0, 0, 3, 4, 3]);
});

test("a pair that waits is decided anew, whatever was said of it", () => {
  expect(groupsOf("different", [said(3, 5, "same")])).toEqual([0, 0, 2, 3, 3, 5]);
  expect(groupsOf("same", [said(3, 5, "different")])).toEqual([0, 0, 0, 3, 3, 3]);
});
