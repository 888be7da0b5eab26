import { expect, test } from "vitest";
import { toKilometres } from "./kilometres.ts";

test.each([
  ["5", 5],
  [" ۵ ", 5],
  ["٢٫٥", 2.5],
  ["2,5", 2.5],
  ["", null],
  ["0", null],
  ["-1", null],
  ["far", null],
])("kilometres are read in any digits: %s", (text, km) => {
  expect(toKilometres(text)).toBe(km);
});
