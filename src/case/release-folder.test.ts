import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/case-fixture.ts";
import { requireEmpty, writeWhole } from "./release-folder.ts";

const made = { files: new Map([["data/a", new TextEncoder().encode("a")]]), root: "" };

describe("the folder of a release", () => {
  test("is not there where it cannot be recorded", async () => {
    const folder = temporaryFolder("release-folder");
    const failing = () => Promise.reject(new Error("no log"));
    await expect(writeWhole(join(folder, "out"), made, failing)).rejects.toThrow("no log");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that somebody filled meanwhile is left alone, and nothing is recorded", async () => {
    const out = join(temporaryFolder("release-folder"), "out");
    let recorded = 0;
    const files = new Map(made.files);
    // Read while the files are written, after the first look.
    files.entries = () => {
      mkdirSync(out);
      writeFileSync(join(out, "theirs"), "");
      return made.files.entries();
    };
    const writing = writeWhole(out, { ...made, files }, async () => {
      recorded += 1;
    });
    await expect(writing).rejects.toMatchObject({ code: "case/folder-in-use" });
    expect([recorded, readdirSync(out)]).toEqual([0, ["theirs"]]);
  });

  test("that is recorded stays, also where it cannot be given its name", async () => {
    const folder = temporaryFolder("release-folder");
    const out = join(folder, "out");
    const writing = writeWhole(out, made, async () => {
      mkdirSync(out);
      writeFileSync(join(out, "theirs"), "");
    });
    await expect(writing).rejects.toMatchObject({ code: "case/release-not-moved" });
    const [name = ""] = readdirSync(folder).filter((each) => each !== "out");
    expect(readFileSync(join(folder, name, "data", "a"), "utf8")).toBe("a");
  });

  test("is no file", () => {
    const file = join(temporaryFolder("release-folder"), "out");
    writeFileSync(file, "");
    expect(() => requireEmpty(file)).toThrow("is a file");
    expect(existsSync(file)).toBe(true);
  });
});
