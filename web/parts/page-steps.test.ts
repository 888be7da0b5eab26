import { expect, test } from "vitest";
import { pageWithin } from "./page-steps.ts";

test("a page is asked for within those that there are", () => {
  expect([1, 2, 3].map((page) => pageWithin(page, 3))).toEqual([1, 2, 3]);
  // Whoever came to page 99 of an address goes back to the last.
  expect(pageWithin(98, 3)).toBe(3);
  expect([0, -1, 1.5, Number.NaN].map((page) => pageWithin(page, 3))).toEqual([null, null, null, null]);
  expect(pageWithin(7, 0)).toBe(7);
});
