import { expect, test } from "vitest";
import { toldPercent } from "./told-progress.ts";

const at = (done: number, total: number | null) =>
  toldPercent({ step: "linkage.compare", done, total, remainingMs: null });

test("work that is looked at twice a second is told at every tenth of it", () => {
  const heard = Array.from({ length: 1001 }, (_, done) => at(done, 1000));
  expect([...new Set(heard)]).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(at(29, 100)).toBe(20);
  expect([at(3, null), at(0, 0)]).toEqual([null, null]);
  // More may turn out to be done than was thought.
  expect(at(13, 12)).toBe(100);
});
