import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonFile } from "./json-file.ts";
import { readYaml } from "./yaml-file.ts";

describe("a file in JSON", () => {
  it("says what JSON.parse says, and on which line each value stands, as the reader of YAML would", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, "\t"), (written, space) => {
        const value: unknown = JSON.parse(written);
        if (typeof value !== "object" || value === null) return;
        const text = JSON.stringify(value, null, space);
        const file = readJsonFile(`\n ${text}\n`);
        expect(file?.value).toEqual(value);
        for (const [path, line] of linesOf(value, space === 0 ? null : 2))
          expect(file?.lineOf(path)).toBe(line ?? 2);
      }),
    );
  });

  it("leaves to the reader of YAML what is no JSON, and an object with a member twice", () => {
    expect(readJsonFile("source: note")).toBeNull();
    expect(readJsonFile('{"a": 1,}')).toBeNull();
    expect(readJsonFile('{"a": {"b": 1, "b": 2}}')).toBeNull();
    expect(readJsonFile('{"a": [{"b": 1}, {"b": "\\": \\" \\\\"}]}')?.value).toEqual({
      a: [{ b: 1 }, { b: '": " \\' }],
    });
    expect(() => readYaml('{"a": 1,\n "b": 2,\n "a": 3}', "a.json")).toThrowError(
      expect.objectContaining({
        code: "statements/yaml",
        message: expect.stringContaining("a.json, line 3"),
      }),
    );
  });

  it("names the last value that is there when a path leads nowhere", () => {
    const file = readJsonFile('{\n"statements": [\n1,\n{"a":\n2}]}');
    expect(file?.lineOf(["statements", 1, "a"])).toBe(5);
    expect(file?.lineOf(["statements", 1, "b"])).toBe(4);
    expect(file?.lineOf(["statements", 7])).toBe(2);
    expect(file?.lineOf(["nothing"])).toBe(1);
  });
});

/** Every path of a value and its line as JSON.stringify writes it with white space, from the line given; null without. */
function* linesOf(
  value: unknown,
  line: number | null,
  path: readonly (string | number)[] = [],
): Generator<readonly [path: readonly (string | number)[], line: number | null]> {
  yield [path, line];
  if (typeof value !== "object" || value === null) return;
  let next = line === null ? null : line + 1;
  const members: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [name, member] of members) {
    yield* linesOf(member, next, [...path, name]);
    if (next !== null) next += heightOf(member);
  }
}

/** How many lines JSON.stringify gives a value. */
function heightOf(value: unknown): number {
  return JSON.stringify(value, null, 1).split("\n").length;
}
