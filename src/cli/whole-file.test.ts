import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { writeWholeFile } from "./whole-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a file takes the place of another, keeps who may read it, and leaves nothing beside", () => {
  const folder = temporaryFolder("whole-file");
  const path = join(folder, "clusters.csv");
  writeWholeFile(path, bytes("first"), false);
  chmodSync(path, 0o640);
  writeWholeFile(path, bytes("second"), false);
  expect(readFileSync(path, "utf8")).toBe("second");
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o640);
  writeWholeFile(path, bytes("third"), true);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["clusters.csv"]);
});

test("a link stays a link, and its file is written", () => {
  const folder = temporaryFolder("whole-file");
  const [file, link] = [join(folder, "file.csv"), join(folder, "link.csv")];
  writeFileSync(file, "before");
  symlinkSync(file, link);
  writeWholeFile(link, bytes("after"), false);
  expect(readFileSync(file, "utf8")).toBe("after");
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test("what a dead run left is removed; what a living one writes, and files of other names, stay", () => {
  const folder = temporaryFolder("whole-file");
  const { pid: dead } = spawnSync(process.execPath, ["-e", ""]);
  const stays = [`.out.csv.inquest-${process.ppid}`, ".out.csv.inquest-notes", `.other.csv.inquest-${dead}`];
  for (const name of [...stays, `.out.csv.inquest-${dead}`, `.out.csv.inquest-${process.pid}`])
    writeFileSync(join(folder, name), "torn");
  writeWholeFile(join(folder, "out.csv"), bytes("whole"), false);
  expect(readdirSync(folder).sort()).toEqual([...stays, "out.csv"].sort());
});

test.skipIf(process.platform === "win32")("what is no file is written to and stays what it is", () => {
  writeWholeFile("/dev/null", bytes("gone"), false);
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("a folder that is not there is an error of the system, as before", () => {
  const path = join(temporaryFolder("whole-file"), "none", "out.csv");
  expect(() => writeWholeFile(path, bytes("x"), false)).toThrow(/ENOENT/u);
});
