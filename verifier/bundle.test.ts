import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { repository, sharedFile, temporaryFolder } from "../test/case-fixture.ts";
import { openShippedCase } from "../test/shipped-cases.ts";
import { sha256 } from "./bytes.ts";

const MAX_BYTES = 75_000;

let folder = "";
let dir = "";

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the one file in a folder that holds nothing else, without any of this process's environment. */
function verify(...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["verify.mjs", ...args], {
    cwd: folder,
    env: {},
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

function codesOf(outcome: Outcome, kind: "problems" | "notes"): string[] {
  const report: { readonly parts: readonly Record<typeof kind, readonly { readonly code: string }[]>[] } =
    JSON.parse(outcome.out);
  return report.parts.flatMap((part) => part[kind].map(({ code }) => code));
}

describe("dist/verify.mjs", () => {
  beforeAll(async () => {
    const built = temporaryFolder("verifier-built");
    const build = spawnSync(process.execPath, [join(repository, "scripts", "build-verifier.mjs"), built], {
      encoding: "utf8",
    });
    expect(build.status, build.stderr).toBe(0);
    folder = temporaryFolder("verifier-alone");
    cpSync(join(built, "verify.mjs"), join(folder, "verify.mjs"));
    const opened = await openShippedCase("kosovo-1999", "verifier");
    await opened.close();
    dir = opened.dir;
  });

  it("is one file below 75 kB that names only modules of Node", () => {
    expect(readdirSync(folder)).toEqual(["verify.mjs"]);
    expect(statSync(join(folder, "verify.mjs")).size).toBeLessThan(MAX_BYTES);
    const text = readFileSync(join(folder, "verify.mjs"), "utf8");
    const targets = [...text.matchAll(/\}from"([^"]+)"/gu)].map(([, target]) => target);
    expect(text).not.toMatch(/import\(|require\(/u);
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) expect(target).toMatch(/^node:/u);
  });

  it("ends with 0 for a sound case, in English, Persian and JSON", () => {
    const english = verify(dir);
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toContain("SOUND — case kosovo-1999");
    expect(verify(dir, "--lang", "fa").out).toContain("درست است — پروندهٔ kosovo-1999");
    const report = JSON.parse(verify(dir, "--json").out);
    expect(report).toMatchObject({
      ok: true,
      parts: [{ kind: "case", caseId: "kosovo-1999", problems: [] }],
    });
  });

  it("ends with 4 and names file, hashes and what needs it when a sealed file was altered", () => {
    const copy = join(temporaryFolder("verifier-altered"), "case");
    cpSync(dir, copy, { recursive: true });
    const vault = readdirSync(join(copy, "vault"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const [blob] = vault;
    const path = join(blob?.parentPath ?? "", blob?.name ?? "");
    spawnSync("chmod", ["u+w", path]);
    writeFileSync(path, "other");
    const outcome = verify(copy);
    expect(outcome.code).toBe(4);
    expect(outcome.out).toContain("NOT SOUND: 1 problem(s)");
    expect(outcome.out).toContain(`expected ${blob?.name}`);
    expect(outcome.out).toContain(`found ${sha256(Buffer.from("other")).toString("hex")}`);
    expect(outcome.out).toMatch(/needed by [a-z-]+\.[a-z-]+ /u);
  });

  it("ends with 2 when it is not told what to check, or told something that is nothing", () => {
    expect(verify().code).toBe(2);
    expect(verify(folder).code).toBe(2);
    expect(verify(join(folder, "missing")).code).toBe(2);
    expect(verify(dir, dir).code).toBe(2);
    expect(verify(dir, "--nonsense").code).toBe(2);
    expect(verify(dir, "--key", "no+key").code).toBe(2);
  });

  it("holds the log to a key that was given by another way", () => {
    const [{ key }] = JSON.parse(verify(dir, "--json").out).parts[0].keys;
    expect(verify(dir, "--key", key).code).toBe(0);
    const stranger = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const outcome = verify(dir, "--key", stranger, "--json");
    expect(outcome.code).toBe(4);
    expect(codesOf(outcome, "problems")).toEqual(["ledger/key-untrusted"]);
  });

  it("checks a case within a package, and the package's manifests", () => {
    const bag = temporaryFolder("verifier-bag");
    cpSync(dir, join(bag, "data", "case"), { recursive: true });
    const lines = readdirSync(join(bag, "data"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => `${sha256(readFileSync(path)).toString("hex")}  ${path.slice(bag.length + 1)}\n`);
    writeFileSync(join(bag, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    writeFileSync(join(bag, "manifest-sha256.txt"), lines.join(""));
    const outcome = verify(bag, "--json");
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.out).parts.map(({ kind }: { kind: string }) => kind)).toEqual([
      "package",
      "case",
    ]);
    mkdirSync(join(bag, "data", "more"));
    writeFileSync(join(bag, "data", "more", "file"), "");
    expect(codesOf(verify(bag, "--json"), "problems")).toEqual(["package/file-unlisted"]);
  });
});

const bags = sharedFile("data", "vectors", "bagit");

describe.skipIf(bags === null)("the BagIt conformance suite (skipped where ../shared is absent)", () => {
  const found =
    bags === null ? [] : readdirSync(bags, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const all = found.flatMap(({ name: version }) =>
    readdirSync(join(bags ?? "", version)).flatMap((kind) =>
      readdirSync(join(bags ?? "", version, kind)).map((name) => ({ path: join(version, kind, name), kind })),
    ),
  );
  it.each(all)("is judged as published: $path", ({ path, kind }) => {
    const outcome = verify(join(bags ?? "", path), "--json");
    const isGood = kind === "valid" || kind === "warning";
    expect(outcome.code).toBe(isGood ? 0 : 4);
    if (kind === "warning")
      expect(codesOf(outcome, "notes").some((code) => code !== "package/weak-hash")).toBe(true);
    if (readdirSync(join(bags ?? "", path)).every((name) => !/^manifest-sha(256|512)/u.test(name)))
      expect(codesOf(outcome, "notes")).toContain("package/weak-hash");
  });
});
