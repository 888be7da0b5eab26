import { expect, test } from "vitest";
import { withListsJoined, withMergedLists } from "./table-variants.ts";

/** As many people with each history as its number says. */
const TABLE = {
  lists: ["A", "B", "C", "D"],
  cells: Array.from({ length: 15 }, (_, i) => ({ pattern: i + 1, count: i + 1 })),
};
const peopleOf = (cells: readonly { readonly count: number }[]) =>
  cells.reduce((sum, { count }) => sum + count, 0);

test("joined lists stand at the place of the first, and hold who is on any of them", () => {
  const { lists, cells } = withListsJoined(TABLE, [[1, 3]]);
  expect(lists).toEqual(["A", "B+D", "C"]);
  expect(peopleOf(cells)).toBe(peopleOf(TABLE.cells));
  // On B or D and on nothing else: B (2), D (8), B and D (10).
  expect(cells.find(({ pattern }) => pattern === 2)?.count).toBe(2 + 8 + 10);
  expect(cells.find(({ pattern }) => pattern === 1)?.count).toBe(1);
  // On A and C alone, in their new places.
  expect(cells.find(({ pattern }) => pattern === 5)?.count).toBe(5);
});

test("three lists joined at once are as two joined and then a third, and several groups join together", () => {
  const twice = withMergedLists(withMergedLists(TABLE, 0, 2), 0, 2);
  expect(withListsJoined(TABLE, [[0, 2, 3]]).cells).toEqual(twice.cells);
  expect(withListsJoined(TABLE, [[0, 2, 3]]).lists).toEqual(["A+C+D", "B"]);
  const both = withListsJoined(TABLE, [
    [0, 1],
    [2, 3],
  ]);
  expect(both.lists).toEqual(["A+B", "C+D"]);
  expect(both.cells.map(({ pattern }) => pattern)).toEqual([1, 2, 3]);
  expect(peopleOf(both.cells)).toBe(peopleOf(TABLE.cells));
});

test("no group leaves the table as it is", () => {
  expect(withListsJoined(TABLE, [])).toEqual(TABLE);
});
