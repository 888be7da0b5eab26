import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { openShippedCase } from "../shipped-cases.ts";
import { inquest } from "./cli-fixture.ts";

/** Flips in each file; the small files of log and vault are tried byte by byte in their own rooms. */
const FLIPS_PER_FILE = 3;
const FILES_AT_MOST = 120;

let dir = "";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function overwrite(path: string, bytes: Uint8Array): void {
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
}

describe("a case that someone altered", () => {
  beforeAll(async () => {
    const opened = await openShippedCase("iran-1988", "tampering");
    await opened.close();
    dir = opened.dir;
  });

  it("verifies as it was built", async () => {
    expect(await verifyCase(dir)).toMatchObject({ ok: true, problems: [] });
  });

  it("fails verification at every flipped byte that is tried, and the report names the file", async () => {
    const files = [...filesBelow(join(dir, "ledger")), ...filesBelow(join(dir, "vault"))];
    const step = Math.max(1, Math.floor(files.length / FILES_AT_MOST));
    let flips = 0;
    for (const path of files.filter((_, index) => index % step === 0)) {
      const original = readFileSync(path);
      for (let n = 0; n < FLIPS_PER_FILE && original.length > 0; n++) {
        const at = Math.floor(((n + 0.5) / FLIPS_PER_FILE) * original.length);
        const altered = Buffer.from(original);
        altered[at] = (altered[at] ?? 0) ^ (1 << ((n * 3) % 8));
        overwrite(path, altered);
        const report = await verifyCase(dir);
        expect(report.ok, `${relative(dir, path)} byte ${at}`).toBe(false);
        expect(report.problems.map((problem) => problem.path)).toContain(relative(dir, path));
        flips++;
      }
      overwrite(path, original);
    }
    console.log(`${flips} flips in ${files.length} files of ledger and vault, all found and named`);
    expect((await verifyCase(dir)).ok).toBe(true);
  }, 300_000);

  it("ends inquest verify with code 4 for a missing sealed file, and for an altered case.json", async () => {
    const copy = join(temporaryFolder("tampered"), "case");
    cpSync(dir, copy, { recursive: true });
    const [blob = ""] = filesBelow(join(copy, "vault"));
    rmSync(blob);
    const missing = await inquest(copy, "verify", "--case", copy);
    expect(missing.code).toBe(4);
    expect(missing.out).toContain(relative(copy, blob));

    const other = join(temporaryFolder("tampered"), "case");
    cpSync(dir, other, { recursive: true });
    const text = readFileSync(join(other, "case.json"), "utf8");
    writeFileSync(join(other, "case.json"), text.replace('"fictional": false', '"fictional": true'));
    expect((await inquest(other, "verify", "--case", other)).code).toBe(4);
  });

  it("gives byte-identical answers after work/ is deleted and rebuilt", async () => {
    const before = await inquest(dir, "answer", "--json", "--case", dir);
    expect(before.code).toBe(0);
    rmSync(join(dir, "work"), { recursive: true, force: true });
    expect((await inquest(dir, "rebuild", "--case", dir)).code).toBe(0);
    const after = await inquest(dir, "answer", "--json", "--case", dir);
    expect(after.out).toBe(before.out);
    expect(statSync(join(dir, "work", "answers.en.json")).size).toBeGreaterThan(1000);
  });

  it("shows in a trace that a sealed file was altered", async () => {
    const copy = join(temporaryFolder("tampered"), "case");
    cpSync(dir, copy, { recursive: true });
    const healthy = await inquest(copy, "trace", "F38", "--json", "--case", copy);
    expect(JSON.parse(healthy.out)).toMatchObject({ verified: true, originalHeld: false });
    const { sha256 } = JSON.parse(healthy.out).chain.find((link: { kind: string }) => link.kind === "blob");
    const [blob = ""] = filesBelow(join(copy, "vault")).filter((path) => path.includes(sha256));
    overwrite(blob, Buffer.concat([readFileSync(blob), Buffer.from(" ")]));
    const altered = await inquest(copy, "trace", "F38", "--json", "--case", copy);
    expect(altered.code).toBe(4);
    expect(JSON.parse(altered.out)).toMatchObject({ verified: false });
  });
});
