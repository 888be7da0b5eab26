import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEntryFile } from "./entry-file.ts";
import { readYaml } from "./yaml-file.ts";

const read = (text: string) => readEntryFile(text, "body.json");

describe("a file of entries in JSON", () => {
  test("knows the line of each entry, as the reading of the same text as YAML does", () => {
    const entry = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), fc.jsonValue({ maxDepth: 2 }));
    const file = fc.record({ source: fc.string(), statements: fc.array(entry, { minLength: 1 }) });
    fc.assert(
      fc.property(file, fc.constantFrom(0, 1, 2, 4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const [json, yaml] = [read(text), readYaml(text, "f.yaml")];
        expect(json.value).toEqual(JSON.parse(text));
        for (const path of [[], ["source"], ["statements"]])
          expect(json.lineOf(path)).toBe(yaml.lineOf(path) ?? 1);
        for (const index of value.statements.keys())
          expect(json.lineOf(["statements", index])).toBe(yaml.lineOf(["statements", index]));
      }),
    );
  });

  test.each([
    ["in an entry", '[{"a": 1},\n {"quote": "x", "b": {},\n  "quote": "y"}]', 3, "quote"],
    ["deep inside", '[[[[{"a": [{}],\n"a": 2}]]]]', 2, "a"],
    ["written in two ways", '{"\\u0061": 1, "a": 2}', 1, "a"],
    ["after a text of brackets and quotes", '{"a": "}]{[\\\\\\"", "b": 1, "b": 2}', 1, "b"],
  ])("refuses a member that stands twice %s", (_, text, line, name) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: "statements/json",
        message: expect.stringContaining(`line ${line}: the member "${name}" stands twice`),
      }),
    );
  });

  test("takes the same member in two objects, one inside the other or beside it", () => {
    expect(read('[{"a": {"a": 1}}, {"a": []}]').value).toEqual([{ a: { a: 1 } }, { a: [] }]);
  });

  test.each([
    ["a missing comma", '{\n "a": 1\n "b": 2\n}', 3],
    ["an end that is missing", '{\n "a": [1,\n 2', 3],
    ["a comment", "{\n // no\n}", 2],
  ])("names the line of %s", (_, text, line) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: "statements/json", evidence: expect.objectContaining({ line }) }),
    );
  });

  test("is not brought down by a nesting of a hundred thousand brackets", () => {
    const text = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(read(text).lineOf([0, 0])).toBe(1);
  });
});
