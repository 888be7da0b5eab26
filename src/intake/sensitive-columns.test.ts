import { describe, expect, test } from "vitest";
import { findSensitiveColumns, SealingDecision, sensitiveKindOf } from "./sensitive-columns.ts";

describe("sensitiveKindOf", () => {
  test.each([
    ["ethnicity", "ethnicity"],
    ["Religious group", "religion"],
    ["مذهب", "religion"],
    ["قومیت", "ethnicity"],
    ["القوميّة", "ethnicity"],
    ["embarazada", "health"],
    ["nationalId", "identity-number"],
    ["کد ملی", "identity-number"],
    ["Phone (family)", "contact"],
    ["شماره تلفن", "contact"],
    ["Name of witness", "informant"],
  ])("takes a column headed %s for %s", (heading, kind) => {
    expect(sensitiveKindOf(heading)).toBe(kind);
  });

  test.each([
    "name",
    "place_of_death",
    "age",
    "terrace",
    "affiliation",
    "نام پدر",
    "Identified by",
    "dinner",
  ])("finds nothing sensitive in %s", (heading) => {
    expect(sensitiveKindOf(heading)).toBeNull();
  });
});

describe("findSensitiveColumns", () => {
  test("lists only columns that say something, with the number of rows", () => {
    const rows = [
      { name: "A", religion: "x", ethnicity: "" },
      { name: "B", religion: "unknown", ethnicity: "–" },
    ];
    expect(findSensitiveColumns(["name", "religion", "ethnicity"], [], rows)).toEqual([
      { column: "religion", kind: "religion", rows: 1 },
    ]);
  });

  test("goes by the recipe's field where the heading says nothing", () => {
    const fields = [{ name: "religion", column: "c7" }];
    expect(findSensitiveColumns(["c7"], fields, [{ c7: "x" }])).toEqual([
      { column: "c7", kind: "religion", rows: 1 },
    ]);
  });
});

test("leaving a list open needs a reason", () => {
  expect(SealingDecision.safeParse({ leaveOpen: "  " }).success).toBe(false);
  expect(SealingDecision.safeParse({ leaveOpen: "published by the state itself" }).success).toBe(true);
});
