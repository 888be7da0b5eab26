import { expect, test } from "vitest";
import { createNameGuard, createSameName } from "./name-guard.ts";

test("a name is found as whole words, in any spelling of its letters, and in no other words", () => {
  const holds = createNameGuard(["Sima Karimi-Rad", "رضا كريمي", "Omid", ""]);
  for (const text of [
    "They took sima  KARIMI RAD away.",
    "“Sima Karimi\u200cRad”, she said",
    "گفت که رضا کریمی آنجا بود",
    "رِضا کریمی",
  ])
    expect(holds(text), text).toBe(true);
  for (const text of [
    "Sima Karimi was there",
    "Omid was there",
    "Karimi Rad",
    "رضا آنجا بود؛ کریمی نبود",
    "",
  ])
    expect(holds(text), text).toBe(false);
});

test("a compound is found with its joint as a space and as nothing, and is no name where it is all there is", () => {
  const holds = createNameGuard(["علی‌رضا احمدی", "غلام‌رضا"]);
  for (const text of ["علیرضا احمدی", "علی رضا احمدی", "علی‌رضا احمدی"]) expect(holds(text), text).toBe(true);
  for (const text of ["غلامرضا آمد", "علیرضا و احمدی"]) expect(holds(text), text).toBe(false);
});

test("a long text is looked through at once", () => {
  const holds = createNameGuard(Array.from({ length: 20_000 }, (_, index) => `Given${index} Family${index}`));
  expect(holds("word ".repeat(50_000))).toBe(false);
  expect(holds(`${"word ".repeat(50_000)} given7 family7`)).toBe(true);
});

test("a text that is a name and nothing else is known, in any spelling, also where the name is one word", () => {
  const isName = createSameName(["خاوران", "Golavand", ""]);
  for (const text of ["golavand.", " GOLAVAND", "خاوران", "خاورَان"]) expect(isName(text), text).toBe(true);
  for (const text of ["by Golavand", "Golavandi", "", "–"]) expect(isName(text), text).toBe(false);
});
