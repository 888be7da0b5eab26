import { describe, expect, it } from "vitest";
import { landingOf } from "./landing.ts";

const box = { x: 72, y: 120.5, width: 10, height: 10 };
const statements = [
  { id: "st-1", at: { kind: "text", start: 3, end: 9 } },
  { id: "st-2", at: { kind: "page", page: 2, box, read: "file" } },
  { id: "st-3", at: { kind: "page", page: 2, box: null, read: "eye" } },
] as const;

describe("where an address lands", () => {
  it.each([
    ["#statement=st-0a", { kind: "statement", id: "st-0a" }],
    ["#char=3,9", { kind: "statement", id: "st-1" }],
    ["#page=2&viewrect=72,120.5,10,10", { kind: "statement", id: "st-2" }],
    ["#page=2", { kind: "statement", id: "st-3" }],
    ["#page=7", { kind: "page", page: 7 }],
    ["#rec-12", { kind: "row", id: "rec-12" }],
    ["#char=1,2", null],
    ["", null],
  ])("%s", (fragment, landing) => {
    expect(landingOf(fragment, statements)).toEqual(landing);
  });
});
