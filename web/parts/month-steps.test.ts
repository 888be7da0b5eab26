import { expect, test } from "vitest";
import { monthsBetween, monthsFrom } from "./month-steps.ts";

test("a month later than the last of January is the last of February", () => {
  expect(monthsFrom("1988-07-28", 1)).toBe("1988-08-28");
  expect(monthsFrom("1988-01-31", 1)).toBe("1988-02-29");
  expect(monthsFrom("1988-03-31", -1)).toBe("1988-02-29");
  expect(monthsFrom("1988-02-29", 12)).toBe("1989-02-28");
  expect(monthsFrom("1988-01-15", -1)).toBe("1987-12-15");
});

test("months between two days are counted when they are over", () => {
  expect(monthsBetween("1988-07-28", "1988-08-28")).toBe(1);
  expect(monthsBetween("1988-07-28", "1988-08-27")).toBe(0);
  expect(monthsBetween("1988-07-28", "2018-07-31")).toBe(360);
  expect(monthsBetween("1988-07-28", "1988-06-01")).toBe(-2);
});
