import { expect, test } from "vitest";
import { monthsFrom } from "./month-steps.ts";

test("a month later than the last of January is the last of February", () => {
  expect(monthsFrom("1988-07-28", 1)).toBe("1988-08-28");
  expect(monthsFrom("1988-01-31", 1)).toBe("1988-02-29");
  expect(monthsFrom("1988-03-31", -1)).toBe("1988-02-29");
  expect(monthsFrom("1988-02-29", 12)).toBe("1989-02-28");
  expect(monthsFrom("1988-01-15", -1)).toBe("1987-12-15");
});
