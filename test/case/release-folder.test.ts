/** Where a release may be laid, and of what none is made, as `inquest release` says it. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

let folder = "";
const release = (name: string, out: string) =>
  inquest(
    folder,
    ...["release", "--profile", "public", "--out", out, "--case", name],
    ...["--passphrase-file", "words.txt", "--quiet"],
  );

describe("a release", () => {
  beforeAll(async () => {
    folder = temporaryFolder("release-folder");
    writeFileSync(join(folder, "words.txt"), "nine quiet herons over a winter field\n");
    const closed = ["--closed", "--passphrase-file", "words.txt"];
    expect((await inquest(folder, "init", "shut", "--title", "A closed case", ...closed)).code).toBe(0);
    expect((await inquest(folder, "init", "open", "--title", "An open case")).code).toBe(0);
  });

  test("lies nowhere in the folder of a closed case, also not by a link or in a folder that is not there", async () => {
    symlinkSync(join(folder, "shut"), join(folder, "elsewhere"));
    const before = readdirSync(join(folder, "shut"));
    for (const out of ["shut/out", "shut/a/b", "elsewhere/out"]) {
      const { code, err } = await release("shut", out);
      expect([code, err]).toEqual([3, expect.stringContaining("in a folder outside the case")]);
      expect(err).toContain("case/release-closed");
    }
    expect(readdirSync(join(folder, "shut"))).toEqual(before);
  });

  test("of which nothing goes out is not made, and the message says where to look", async () => {
    const refused = await release("open", "out");
    expect(refused.code).toBe(3);
    expect(refused.err).toContain("case/release-empty");
    expect(refused.err).toMatch(/--case.*--dry-run/u);
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect((await inquest(folder, "published", "open")).out).toContain("Nothing was released");
  });

  test("says of a file and of a folder in use which they are, and what to give instead", async () => {
    mkdirSync(join(folder, "full", "something"), { recursive: true });
    for (const [out, what] of [
      ["full", "holds something already"],
      ["words.txt", "is a file"],
    ] as const) {
      const { code, err } = await release("open", out);
      expect(code).toBe(3);
      expect(err).toContain(what);
      expect(err).toContain("not there yet, or is empty");
    }
  });
});
