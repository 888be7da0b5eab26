import { describe, expect, test } from "vitest";
import { type DroppedEntry, filesBelow, isSystemFile, namedFiles, toName } from "./dropped-files.ts";

function file(fullPath: string, isBroken = false): DroppedEntry & { file: unknown } {
  const name = fullPath.slice(fullPath.lastIndexOf("/") + 1);
  return {
    isFile: true,
    isDirectory: false,
    name,
    fullPath,
    file: (done: (file: File) => void, failed: (error: unknown) => void) =>
      isBroken ? failed(new Error("gone")) : done(new File(["x"], name)),
  };
}

function folder(fullPath: string, below: readonly DroppedEntry[]): DroppedEntry & { createReader: unknown } {
  return {
    isFile: false,
    isDirectory: true,
    name: fullPath.slice(fullPath.lastIndexOf("/") + 1),
    fullPath,
    createReader: () => {
      let at = 0;
      return {
        // As a browser does: a hundred at a time.
        readEntries: (done: (entries: readonly DroppedEntry[]) => void) => {
          done(below.slice(at, at + 100));
          at += 100;
        },
      };
    },
  };
}

describe("a folder that is dropped", () => {
  test("gives every file below it, in order, each with its path", async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      file(`/box/scans/${String(249 - index).padStart(3, "0")}.png`),
    );
    const { files, unreadable } = await filesBelow([
      folder("/box", [folder("/box/scans", many), file("/box/letter.txt"), file("/box/gone.txt", true)]),
      file("/alone.txt"),
    ]);
    expect(files).toHaveLength(252);
    expect(files.slice(0, 3).map(({ name }) => name)).toEqual([
      "box/letter.txt",
      "box/scans/000.png",
      "box/scans/001.png",
    ]);
    expect(files.at(-1)?.name).toBe("alone.txt");
    expect(unreadable).toEqual(["box/gone.txt"]);
  });

  test("that is empty gives nothing", async () => {
    expect(await filesBelow([folder("/empty", [])])).toEqual({ files: [], unreadable: [] });
  });
});

test.each([
  ["/box/a.txt", "box/a.txt"],
  ["box/../../../etc/passwd", "box/etc/passwd"],
  ["./a//b", "a/b"],
  ["/..", "_.."],
  // Nothing of a single name is changed: it is evidence too.
  ["..", ".."],
  ["C:\\Users\\x", "C:\\Users\\x"],
  ["=HYPERLINK(1)", "=HYPERLINK(1)"],
  ["پوشه/نامه.txt", "پوشه/نامه.txt"],
])("the path %s becomes the name %s", (path, name) => {
  expect(toName(path)).toBe(name);
});

test.each([
  ["box/.DS_Store", true],
  ["Thumbs.db", true],
  ["a/b/._letter.txt", true],
  ["desktop.ini", true],
  ["thumbs.db.txt", false],
  ["a/.hidden", false],
  ["a/._", false],
])("%s is left by the system: %s", (name, isLeft) => {
  expect(isSystemFile(name)).toBe(isLeft);
});

test("a chosen folder names its files by their path, and files by their name", () => {
  const inFolder = new File(["x"], "a.txt");
  Object.defineProperty(inFolder, "webkitRelativePath", { value: "box/a.txt" });
  const alone = new File(["x"], "b.txt");
  Object.defineProperty(alone, "webkitRelativePath", { value: "" });
  expect(namedFiles([inFolder, alone]).map(({ name }) => name)).toEqual(["box/a.txt", "b.txt"]);
});
