import { expect, test } from "vitest";
import type { ImportTrialView } from "../../src/server/client.ts";
import { isAllowed, isDecided, NOTHING_ALLOWED } from "./import-decision.ts";

type Obstacle = ImportTrialView["obstacles"][number];
const obstacle = (is: Obstacle["is"]): Obstacle => ({ is, count: 2, holder: null });
const OPEN = { list: "a", allowed: NOTHING_ALLOWED, leaveOpen: "", isEncrypted: false, twice: [] };
const FREE = { obstacles: [], sensitive: [] };

test("leave to replace one list is none to replace another", () => {
  const trial = { ...FREE, obstacles: [obstacle("replaces")] };
  expect(isDecided(trial, OPEN)).toBe(false);
  const allowed = { ...NOTHING_ALLOWED, replaces: "a" };
  expect(isDecided(trial, { ...OPEN, allowed })).toBe(true);
  expect(isDecided(trial, { ...OPEN, allowed, list: "b" })).toBe(false);
  expect(isAllowed("replaces", { allowed, list: "b" })).toBe(false);
});

test("every hindrance is decided, or nothing is imported", () => {
  expect(isDecided(FREE, OPEN)).toBe(true);
  expect(isDecided(FREE, { ...OPEN, twice: ["name"] })).toBe(false);
  expect(isDecided({ ...FREE, obstacles: [obstacle("broken")] }, OPEN)).toBe(false);
  const broken = { ...OPEN, allowed: { ...NOTHING_ALLOWED, broken: true } };
  expect(isDecided({ ...FREE, obstacles: [obstacle("broken")] }, broken)).toBe(true);
  expect(isDecided({ ...FREE, obstacles: [obstacle("broken"), obstacle("held")] }, broken)).toBe(false);
  const sensitive = [{ column: "phone", kind: "phone", rows: 1 }];
  expect(isDecided({ ...FREE, sensitive }, { ...OPEN, leaveOpen: "dead" })).toBe(false);
  expect(isDecided({ ...FREE, sensitive }, { ...OPEN, leaveOpen: "dead lines" })).toBe(true);
  expect(isDecided({ ...FREE, sensitive }, { ...OPEN, isEncrypted: true })).toBe(true);
});
