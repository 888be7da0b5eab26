import { describe, expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";
import { parseRecipe } from "./recipe.ts";

const recipe = (lists: unknown) => JSON.stringify({ v: 1, lists });

describe("parseRecipe", () => {
  test("fills what is left out, and knows the calendar by its other names", () => {
    const parsed = parseRecipe(
      recipe({ a: { delimiter: "tab", fields: { birth: { column: "born", calendar: "jalali" } } } }),
      "r.json",
    );
    expect(parsed.lists.a).toEqual({
      of: "persons",
      delimiter: "\t",
      fields: { birth: { column: "born", calendar: "solar-hijri" } },
    });
  });

  test("passes the settings of linkage through unread", () => {
    const text = JSON.stringify({ v: 1, lists: {}, link: { anything: [1, { at: "all" }] } });
    expect(parseRecipe(text, "r.json").link).toEqual({ anything: [1, { at: "all" }] });
  });

  test.each([
    ["is not JSON", "{", "intake/recipe-json", /r\.json is not JSON/u],
    ["has another version", '{"v": 2, "lists": {}}', "intake/recipe", /v must be 1/u],
    [
      "has an unknown member",
      recipe({ a: { fields: {}, colour: 1 } }),
      "intake/recipe",
      /lists\.a has members that are not known: colour/u,
    ],
    ["has no fields", recipe({ a: {} }), "intake/recipe", /lists\.a\.fields is missing/u],
    [
      "has an unknown calendar",
      recipe({ a: { fields: { birth: { column: "b", calendar: "gregorien" } } } }),
      "intake/recipe",
      /lists\.a\.fields\.birth\.calendar must be one of gregorian/u,
    ],
    [
      "has a period that is no EDTF",
      recipe({ a: { fields: { death: { column: "d", within: "the war" } } } }),
      "intake/recipe",
      /within must be an EDTF time/u,
    ],
    [
      "has a delimiter of two characters",
      recipe({ a: { delimiter: ";;", fields: {} } }),
      "intake/recipe",
      /delimiter must be one character/u,
    ],
  ])("refuses a recipe that %s, with its path", (_, text, code, message) => {
    expect(() => parseRecipe(text, "r.json")).toThrowError(
      expect.objectContaining({ code, reaction: "input", message: expect.stringMatching(message) }),
    );
  });
});

describe("nearestName", () => {
  test("finds a misspelt name and does not guess a far one", () => {
    expect(nearestName("date_of_brith", ["name", "date_of_birth", "date_of_death"])).toBe("date_of_birth");
    expect(nearestName("Name", ["name"])).toBe("name");
    expect(nearestName("zzz", ["name", "place"])).toBeNull();
  });
});
