import { expect, test } from "vitest";
import { actDay } from "./act-day.ts";

test("the day of an act has the reader's calendar and digits", () => {
  expect(actDay("2026-11-27T20:49:28Z", "en")).toBe("2026-11-27");
  expect(actDay("2026-11-27T20:49:28Z", "fa")).toBe("۱۴۰۵/۹/۶");
});
