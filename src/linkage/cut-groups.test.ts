import { expect, test } from "vitest";
import { groupsAtCut } from "./cut-groups.ts";
import { makeAgenda } from "./review-agenda.ts";

/** A sure pair, a likely one, one held back for its names, and one below the cut. */
const scored = [
  [0, 1, 12_000],
  [2, 3, 5000],
  [4, 5, 2999],
  [6, 7, 1000],
] as const;
const clusterOf = Int32Array.of(0, 0, 2, 2, 4, 5, 6, 7);
const agenda = makeAgenda({
  ...{ recordCount: 8, clusterOf, linkWeight: 3000, reviewWeight: -3000 },
  left: Int32Array.from(scored, ([left]) => left),
  right: Int32Array.from(scored, ([, right]) => right),
  weights: Int32Array.from(scored, ([, , weight]) => weight),
  together: Uint8Array.of(1, 1, 0, 0),
  keyOf: (record) => `r${record}`,
});
const nothing = { agenda, together: [], apart: [], isForbidden: () => false };

test("a higher cut parts what is less sure, a lower one joins more, and what is held back stays", () => {
  expect([...groupsAtCut({ ...nothing, linkWeight: 3000 })]).toEqual([...clusterOf]);
  expect([...groupsAtCut({ ...nothing, linkWeight: 8000 })]).toEqual([0, 0, 2, 3, 4, 5, 6, 7]);
  expect([...groupsAtCut({ ...nothing, linkWeight: 0 })]).toEqual([0, 0, 2, 2, 4, 5, 6, 6]);
});

test("what people judged holds at every cut", () => {
  const judged = { ...nothing, together: [[4, 5]] as const, apart: [[0, 1]] as const };
  expect([...groupsAtCut({ ...judged, linkWeight: 8000 })]).toEqual([0, 1, 2, 3, 4, 4, 6, 7]);
});
