import { expect, test } from "vitest";
import { settingsFor } from "./settings.ts";

const name = { name: "name", kind: "name" } as const;

test("chooses comparisons from kinds and names: relatives do not identify, given and family may be swapped", () => {
  const { comparisons } = settingsFor([
    { name: "given", kind: "name" },
    { name: "family", kind: "name" },
    { name: "father", kind: "name" },
    { name: "sex", kind: "code" },
    { name: "birth", kind: "date" },
  ]);
  expect(comparisons.map((found) => [found.kind, found.identifies, found.swappedWith])).toEqual([
    ["name", true, "family"],
    ["name", true, "given"],
    ["name", false, null],
    ["sex", false, null],
    ["date", false, null],
  ]);
});

test("refuses lists that name nobody, and settings that speak of no field", () => {
  const codeOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof Error && "code" in error ? error.code : error;
    }
    return null;
  };
  expect(codeOf(() => settingsFor([{ name: "birth", kind: "date" }]))).toBe("linkage/no-name");
  expect(
    codeOf(() =>
      settingsFor([name], { comparisons: [{ name: "x", fields: ["y"], kind: "name", identifies: true }] }),
    ),
  ).toBe("linkage/settings");
  expect(codeOf(() => settingsFor([name], { blocking: { rules: [[{ field: "z", key: "token" }]] } }))).toBe(
    "linkage/settings",
  );
});

test("lets a recipe set one thing and chooses the rest", () => {
  const settings = settingsFor([name], { decision: { linkProbability: 0.99 } });
  expect(settings.decision).toMatchObject({
    linkProbability: 0.99,
    reviewProbability: 0.1,
    nameConflict: "review",
  });
  expect(settings.comparisons).toHaveLength(1);
});
