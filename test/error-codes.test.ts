import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "./case-fixture.ts";

const CODE =
  /"((?:core|ledger|vault|intake|statements|registry|linkage|estimate|engines|findings|case|server|cli)\/[a-z0-9-]+)"/gu;

function readAll(folder: string, ending: RegExp): string {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

describe("error codes", () => {
  it("are all listed in docs/formats, where a user looks them up", () => {
    const source = readAll("src", /(?<!\.test)\.ts$/u);
    const docs = readAll(join("docs", "formats"), /\.md$/u);
    // `ledger/checkpoint` is a path of the case.
    const codes = [...new Set([...source.matchAll(CODE)].map(([, code = ""]) => code))].filter(
      (code) => code !== "ledger/checkpoint",
    );
    expect(codes.length).toBeGreaterThan(100);
    const isListed = (code: string) => {
      const [, what = ""] = code.split("/");
      return docs.includes(`\`${code}\``) || docs.includes(`\`${what}\``);
    };
    expect(codes.filter((code) => !isListed(code)).sort()).toEqual([]);
  });
});
