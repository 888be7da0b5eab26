import { describe, expect, test } from "vitest";
import type { Visibility } from "../release/index.ts";
import { type CellsToLookAt, findSmallCells } from "./small-cells.ts";

const person = (id: string, visibility: Visibility, ...lists: readonly string[]) => ({
  ...{ id, visibility },
  members: lists.map((list) => ({ id: `${list}-${id}`, list })),
});
const PERSONS = [
  person("p1", "full", "a", "b"),
  person("p2", "counted", "a", "b"),
  person("p3", "initials", "a"),
  person("p4", "withheld", "a"),
  person("p5", "full", "b"),
];
const look = (more: Partial<CellsToLookAt>, k: number) =>
  findSmallCells({ persons: PERSONS, figures: [], tables: [], ...more }, k);
const linked = (id: string, ...persons: readonly string[]) =>
  ({ id, basis: { kind: "link", persons } }) as const;

describe("a small cell", () => {
  test("tells of one person who is not shown, once those who are shown are taken from it", () => {
    expect(look({ figures: [linked("both", "p1", "p2")] }, 2)).toEqual([
      { of: { figure: "both" }, persons: 1 },
    ]);
  });

  test("is none where nobody is hidden, where many are, and where it holds everybody", () => {
    expect(look({ figures: [linked("shown", "p1", "p5")] }, 5)).toEqual([]);
    expect(look({ figures: [linked("many", "p2", "p3", "p4")] }, 3)).toEqual([]);
    expect(look({ figures: [linked("all", "p1", "p2", "p3", "p4", "p5")] }, 5)).toEqual([]);
  });

  test("is found among rows, of which two may be one person", () => {
    const records = ["a-p2", "b-p2", "b-p5"];
    const figures = [{ id: "rows", basis: { kind: "lists", lists: ["a", "b"], records } }] as const;
    expect(look({ figures }, 3)).toEqual([{ of: { figure: "rows" }, persons: 1 }]);
  });

  test("is found in the table of an estimate, by the lists that count as one", () => {
    const table = { id: "e", lists: ["a", "b"], joined: [] };
    expect(look({ tables: [table] }, 3)).toEqual([
      { of: { estimate: "e", lists: ["a", "b"] }, persons: 1 },
      { of: { estimate: "e", lists: ["a"] }, persons: 2 },
    ]);
    expect(look({ tables: [{ ...table, joined: [["a", "b"]] }] }, 5)).toEqual([]);
  });
});
