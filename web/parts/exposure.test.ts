import { expect, test } from "vitest";
import { changeExposure, coverAll, exposureOf, showOne } from "./exposure.ts";

test("everything is covered and small at first, shown one by one, and covered at once", () => {
  expect(exposureOf()).toEqual({ shown: new Set(), isSmall: true, isGray: false });
  showOne("c src-1");
  showOne("c src-2");
  changeExposure({ isGray: true });
  expect(exposureOf().shown).toEqual(new Set(["c src-1", "c src-2"]));
  coverAll();
  expect(exposureOf()).toEqual({ shown: new Set(), isSmall: true, isGray: true });
});
