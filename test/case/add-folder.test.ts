import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCase, verifyCase } from "../../src/case/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

test("a folder is sealed with all below it; links and pipes are told by name, and cost only themselves", async () => {
  const folder = temporaryFolder("add-folder");
  mkdirSync(join(folder, "box", "inner"), { recursive: true });
  const large = randomBytes(9 * 1024 * 1024);
  writeFileSync(join(folder, "box", "large.bin"), large);
  writeFileSync(join(folder, "box", "inner", "نامه.txt"), "a letter");
  writeFileSync(join(folder, "box", "inner", "نامه.pdf"), "another file of that name");
  symlinkSync("/etc/passwd", join(folder, "box", "link"));
  execFileSync("mkfifo", [join(folder, "box", "pipe")]);
  await inquest(folder, "init", "c", "--title", "Folder");
  const { code, out, err } = await inquest(folder, "add", "box", "--case", "c");
  expect(code).toBe(3);
  expect(out.split("\n").filter((text) => text.startsWith("Sealed"))).toHaveLength(3);
  expect(err).toMatch(/box\/link is a link/u);
  expect(err).toMatch(/box\/pipe is no regular file/u);

  const opened = await openCase({
    dir: join(folder, "c"),
    mode: "read",
    surroundings: fixedSurroundings(folder),
  });
  const sources = [...opened.state.sources.values()].map(({ value }) => value);
  const sealed = sources.find(({ fileName }) => fileName === "large.bin");
  // Two files of one name and different endings are both found by name.
  expect(sources.map(({ key }) => key).sort()).toEqual(["large", "نامه", "نامه.txt"]);
  expect(sealed?.sha256).toBe(createHash("sha256").update(large).digest("hex"));
  await opened.close();
  expect((await verifyCase(join(folder, "c"))).problems).toEqual([]);
});

test("a path that is not there is refused before anything is sealed", async () => {
  const folder = temporaryFolder("add-folder");
  writeFileSync(join(folder, "here.txt"), "here");
  await inquest(folder, "init", "c", "--title", "Folder");
  const { code, out, err } = await inquest(folder, "add", "here.txt", "gone.txt", "--case", "c");
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err).toMatch(/gone\.txt cannot be read/u);
});
