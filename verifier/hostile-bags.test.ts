import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../test/case-fixture.ts";
import { sha256 } from "./bytes.ts";
import { createFindings } from "./findings.ts";
import { checkPackage } from "./package.ts";

const DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const sumOf = (text: string) => sha256(Buffer.from(text)).toString("hex");

/** A bag of files with their sums, and more lines in its manifest. */
function bag(files: Readonly<Record<string, string>>, more = ""): string {
  const dir = join(temporaryFolder("hostile-bag"), "bag");
  mkdirSync(join(dir, "data"), { recursive: true });
  const payload = Object.entries(files).filter(([path]) => path.startsWith("data/"));
  const sums = payload.map(([path, text]) => `${sumOf(text)}  ${path}\n`).join("");
  const all = { "bagit.txt": DECLARED, "manifest-sha256.txt": sums + more, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

async function judge(dir: string) {
  const findings = createFindings();
  await checkPackage(dir, { keys: [], root: null }, findings);
  const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);
  return { problems: codes(findings.problems), notes: codes(findings.notes) };
}

describe("a bag from a stranger", () => {
  it("that is good is accepted", async () => {
    expect(await judge(bag({ "data/a": "a" }))).toEqual({ problems: [], notes: [] });
  });

  it.each([
    "data/../../etc/passwd",
    "data/./../a",
    "../data/a",
    "/etc/passwd",
    "//server/share",
    "\\\\server\\share\\a",
    "data\\..\\a",
    "C:/a",
    "c:a",
    "~/a",
    "~root/a",
    "%HOME%/a",
    "data/%25HOME%25/../a",
    "data/..",
    "data//a",
    "data/a\u0000b",
    "a",
  ])("that names %j leads out of the package or the payload, and is refused", async (path) => {
    const { problems } = await judge(bag({ "data/a": "a" }, `${sumOf("a")}  ${path}\n`));
    expect(problems).toContain("package/hostile-path");
  });

  it("names in percents are names, but for line ends and the sign itself", async () => {
    expect((await judge(bag({ "data/a": "a" }, `${sumOf("a")}  data/%2e%2e/a\n`))).problems).toEqual([
      "package/file-missing",
    ]);
    const dir = bag({ "data/a\nb": "a", "data/50%25": "b" });
    const sums = `${sumOf("a")}  data/a%0Ab\n${sumOf("b")}  data/50%2525\n`;
    writeFileSync(join(dir, "manifest-sha256.txt"), sums);
    expect((await judge(dir)).problems).toEqual([]);
  });

  it("with links in the place of files and folders is refused, and none is followed", async () => {
    const outside = join(temporaryFolder("hostile-outside"), "secret");
    writeFileSync(outside, "a");
    const dir = bag({ "data/b": "b" }, `${sumOf("a")}  data/a\n`);
    symlinkSync(outside, join(dir, "data", "a"));
    symlinkSync(dirname(outside), join(dir, "data", "folder"));
    expect((await judge(dir)).problems).toEqual([
      "package/not-a-file",
      "package/not-a-file",
      "package/file-missing",
    ]);
    const pipe = bag({ "data/a": "a" });
    execFileSync("mkfifo", [join(pipe, "data", "pipe")]);
    expect((await judge(pipe)).problems).toEqual(["package/not-a-file"]);
  });

  it("that wants files fetched is whole only when they are there, and nothing is fetched", async () => {
    const line = (path: string) => `http://127.0.0.1:9/x 1 ${path}\n`;
    const there = await judge(bag({ "data/a": "a", "fetch.txt": line("data/a") }));
    expect(there).toEqual({ problems: [], notes: ["package/fetched"] });
    const missing = bag({ "data/a": "a", "fetch.txt": line("data/b") }, `${sumOf("b")}  data/b\n`);
    expect((await judge(missing)).problems).toEqual(["package/fetch", "package/file-missing"]);
    const hostile = await judge(bag({ "data/a": "a", "fetch.txt": line("data/../../b") }));
    expect(hostile.problems).toContain("package/hostile-path");
  });

  it("with names that are one elsewhere is told of, and listing one file twice is refused", async () => {
    const collides = await judge(bag({ "data/A": "a", "data/a": "b", "data/é": "c", "data/e\u0301": "d" }));
    expect(collides).toEqual({ problems: [], notes: ["package/name-collides", "package/name-collides"] });
    const twice = await judge(bag({ "data/a": "a" }, `${sumOf("b")}  data/a\n`));
    expect(twice.problems).toEqual(["package/listed-twice"]);
  });

  it("in another encoding is read in it, and in none that is not known", async () => {
    const dir = bag({ "data/ü": "a" });
    const sums = readFileSync(join(dir, "manifest-sha256.txt"), "utf8");
    writeFileSync(join(dir, "bagit.txt"), DECLARED.replace("UTF-8", "ISO-8859-1"));
    writeFileSync(join(dir, "manifest-sha256.txt"), Buffer.from(sums, "latin1"));
    expect((await judge(dir)).problems).toEqual([]);
    writeFileSync(join(dir, "bagit.txt"), DECLARED.replace("UTF-8", "UTF-7"));
    expect((await judge(dir)).problems).toContain("package/manifest-line");
    writeFileSync(join(dir, "bagit.txt"), DECLARED);
    expect((await judge(dir)).problems).toContain("package/manifest-line");
  });

  it("with a manifest of two hundred thousand lines is judged in seconds", async () => {
    const more = Array.from({ length: 200_000 }, (_, n) => `${sumOf("a")}  data/missing-${n}\n`).join("");
    const { problems } = await judge(bag({ "data/a": "a" }, more));
    expect(problems.length).toBe(200_000);
  }, 20_000);
});
