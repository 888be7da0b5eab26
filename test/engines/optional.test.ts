import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openDuckDbSession } from "../../src/engines/duckdb/duckdb-session.ts";
import { repository } from "../case-fixture.ts";

describe("DuckDB is optional", () => {
  it("and where it is absent the error says so, and what to do", async () => {
    const absent = () => Promise.reject(new Error("Cannot find package '@duckdb/node-api'"));
    await expect(openDuckDbSession({}, absent)).rejects.toEqual(
      expect.objectContaining({
        code: "engines/duckdb-absent",
        reaction: "usage",
        message: expect.stringMatching(/npm install.*leave --engine out/u),
      }),
    );
  });

  it("and is named nowhere but where it is loaded when asked for", () => {
    const naming = ["src", "web", "verifier"].flatMap((folder) =>
      readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.name.endsWith(".d.ts"))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => readFileSync(path, "utf8").includes("@duckdb/")),
    );
    expect(naming.map((path) => path.slice(repository.length + 1))).toEqual([
      join("src", "engines", "duckdb", "duckdb-session.ts"),
    ]);
    const text = readFileSync(naming[0] ?? "", "utf8");
    // A static import of its types is gone when the program runs; one of its values would load it with the program.
    const imports = text.match(/^import .*@duckdb.*$/gmu) ?? [];
    expect(imports.every((line) => line.startsWith("import type "))).toBe(true);
  });

  it("and stands in package.json so that its absence fails no installation", () => {
    const text = readFileSync(join(repository, "package.json"), "utf8");
    const listed = z.looseObject({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
      optionalDependencies: z.record(z.string(), z.string()),
    });
    const { dependencies, devDependencies, optionalDependencies } = listed.parse(JSON.parse(text));
    expect(optionalDependencies["@duckdb/node-api"]).toMatch(/^\d+\.\d+\.\d+-r\.\d+$/u);
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      expect(name).not.toContain("duckdb");
  });
});
