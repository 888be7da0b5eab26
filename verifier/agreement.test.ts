import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { releaseCheckpoint, verifyCase } from "../src/case/index.ts";
import { temporaryFolder } from "../test/case-fixture.ts";
import { openShippedCase } from "../test/shipped-cases.ts";
import { sha256 } from "./bytes.ts";
import { checkCase } from "./case.ts";
import { readKeptNote } from "./log-notes.ts";

const isLong = process.env.INQUEST_LONG === "1";
const FLIPS = isLong ? 4000 : 100;

let dir = "";

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function put(path: string, bytes: Uint8Array): void {
  if (existsSync(path)) chmodSync(path, 0o644);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function copyOf(): string {
  const copy = join(temporaryFolder("agreement"), "case");
  cpSync(dir, copy, { recursive: true });
  return copy;
}

/** `path code` of each problem: of the program's own verification and of the stand-alone one. */
async function judgements(folder: string): Promise<readonly [program: string[], alone: string[]]> {
  const program = await verifyCase(folder);
  const alone = await checkCase(folder, "", { kept: [], roots: [] });
  const sorted = (found: readonly { readonly path: string; readonly code: string }[]) =>
    [...new Set(found.map(({ path, code }) => `${path} ${code}`))].sort();
  return [sorted(program.problems), sorted(alone.findings.problems)];
}

function pathsOf(found: readonly string[]): string[] {
  return [...new Set(found.map((each) => each.split(" ")[0] ?? ""))];
}

describe("the stand-alone verifier and the program's own verification", () => {
  beforeAll(async () => {
    const opened = await openShippedCase("iran-1988", "agreement");
    await opened.close();
    dir = opened.dir;
  });

  it("find the same numbers and no problem in an intact case", async () => {
    const program = await verifyCase(dir);
    const alone = await checkCase(dir, "", { kept: [], roots: [] });
    expect(program.problems).toEqual([]);
    expect(alone.findings.problems).toEqual([]);
    const { acts, root, blobs } = program;
    expect(alone).toMatchObject({ acts, root, blobs, caseId: program.case, covered: acts });
    const keys = alone.keys.map(({ actor, device, leafIndex }) => ({ actor, device, leafIndex }));
    expect(program.keys).toMatchObject(keys);
    const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code).sort();
    expect(codes(alone.findings.notes)).toEqual(codes(program.notes));
  });

  it("agree on file and code at every flipped bit that is tried in ledger, vault and case.json", async () => {
    const folder = copyOf();
    const files = [...filesBelow(join(folder, "ledger")), ...filesBelow(join(folder, "vault"))];
    const sizes = files.map((path) => readFileSync(path).length);
    let flips = 0;
    for (let n = 0; n < FLIPS; n++) {
      const index = Math.floor((n * files.length) / FLIPS);
      const path = files[index] ?? "";
      const size = sizes[index] ?? 0;
      if (size === 0) continue;
      const original = readFileSync(path);
      const altered = Buffer.from(original);
      const at = (n * 7919) % size;
      altered[at] = (altered[at] ?? 0) ^ (1 << (n % 8));
      put(path, altered);
      const [program, alone] = await judgements(folder);
      expect(alone, `${relative(folder, path)} byte ${at}`).toEqual(program);
      expect(alone.some((found) => found.startsWith(`${relative(folder, path)} `))).toBe(true);
      put(path, original);
      flips++;
    }
    const file = join(folder, "case.json");
    const original = readFileSync(file);
    for (let n = 0; n < FLIPS / 4; n++) {
      const altered = Buffer.from(original);
      const at = (n * 7919) % original.length;
      altered[at] = (altered[at] ?? 0) ^ (1 << (n % 8));
      put(file, altered);
      const [program, alone] = await judgements(folder);
      expect(alone, `case.json byte ${at}`).toEqual(["case.json case/file-altered"]);
      expect(program).toContain("case.json case/file-altered");
      put(file, original);
      flips++;
    }
    console.log(`${flips} flips, found and named by both alike`);
    expect(await judgements(folder)).toEqual([[], []]);
  }, 600_000);

  it("agree when an entry is altered and the hash of its segment made to fit", async () => {
    const folder = copyOf();
    const last = filesBelow(join(folder, "ledger", "segment")).at(-1) ?? "";
    const original = readFileSync(last);
    const codes = new Map<string, number>();
    const step = Math.max(1, Math.floor((original.length - 102) / (FLIPS / 2)));
    for (let at = 70; at < original.length - 32; at += step) {
      const altered = Buffer.from(original.subarray(0, -32));
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 7));
      put(last, Buffer.concat([altered, sha256(altered)]));
      const [program, alone] = await judgements(folder);
      expect(alone, `byte ${at}`).toEqual(program);
      expect(alone.length).toBeGreaterThan(0);
      for (const found of alone) {
        const [, code = ""] = found.split(" ");
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining(["ledger/entry-invalid", "ledger/act-signature", "ledger/checkpoint-root"]),
    );
  }, 600_000);

  it("agree on each file that is removed", async () => {
    const folder = copyOf();
    const files = [...filesBelow(join(folder, "ledger")), ...filesBelow(join(folder, "vault"))];
    const step = isLong ? 1 : Math.max(1, Math.floor(files.length / 30));
    for (const path of files.filter((_, index) => index % step === 0)) {
      const away = join(dirname(folder), "away");
      renameSync(path, away);
      const [program, alone] = await judgements(folder);
      expect(alone, relative(folder, path)).toEqual(program);
      expect(alone.length).toBeGreaterThan(0);
      renameSync(away, path);
    }
  }, 300_000);

  it.each([
    "ledger/segment/00000000000000009999",
    "ledger/segment/notes.txt",
    "ledger/tile/0/999",
    "ledger/tile/0/x000/001",
    "ledger/tile/entries/001.p/7",
    "ledger/later",
    "vault/sha256/00/00/stray",
    `vault/sha256/00/00/${"0".repeat(64)}`,
    "vault/readme.txt",
  ])("agree on a file that was added: %s", async (path) => {
    const folder = copyOf();
    put(join(folder, path), Buffer.from("added"));
    const [program, alone] = await judgements(folder);
    expect(alone).toEqual(program);
    expect(alone.some((found) => found.startsWith(`${path} `))).toBe(true);
  });

  it("agree on two files of a kind that changed places", async () => {
    const kinds = ["segment", "tile/0", "tile/entries"].map((kind) => join("ledger", kind));
    for (const kind of [...kinds, "vault"]) {
      const folder = copyOf();
      const [first = "", second = ""] = filesBelow(join(folder, kind)).slice(-2);
      if (second === "") continue;
      renameSync(first, `${folder}/away`);
      renameSync(second, first);
      renameSync(`${folder}/away`, second);
      const [program, alone] = await judgements(folder);
      expect(alone, kind).toEqual(program);
      expect(alone.length).toBeGreaterThan(0);
    }
  });

  it("agree on a checkpoint that left the house: altered, removed, renamed, or that of a longer log", async () => {
    const opened = await openShippedCase("kosovo-1999", "agreement-left");
    const { treeSize } = await releaseCheckpoint(opened, { how: "printed" });
    await opened.close();
    const folder = opened.dir;
    const path = join(folder, "ledger", "released", String(treeSize).padStart(20, "0"));
    const original = readFileSync(path);
    expect(await judgements(folder)).toEqual([[], []]);
    for (let at = 0; at < original.length; at += isLong ? 1 : 9) {
      const altered = Buffer.from(original);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 6));
      put(path, altered);
      const [program, alone] = await judgements(folder);
      expect(alone.length, `byte ${at}`).toBeGreaterThan(0);
      expect(pathsOf(alone), `byte ${at}`).toEqual(pathsOf(program));
    }
    rmSync(path);
    expect((await judgements(folder))[1]).toEqual((await judgements(folder))[0]);
    put(path.replace(/.$/u, "9"), original);
    const [program, alone] = await judgements(folder);
    // The program does not read the acts of a log that is not sound; the other also says which note is gone.
    expect(pathsOf(alone)).toEqual(expect.arrayContaining(pathsOf(program)));
    expect(pathsOf(alone)).toContain(relative(folder, path));
  });

  it("miss a log that was cut off together with its checkpoint, unless an older checkpoint was kept", async () => {
    const folder = copyOf();
    const kept = join(dirname(folder), "kept");
    cpSync(join(folder, "ledger", "checkpoint"), kept);
    const before = await checkCase(folder, "", { kept: [readKeptNote(kept)], roots: [] });
    expect(before.findings.problems).toEqual([]);
    expect(before.findings.notes.map(({ code }) => code)).toContain("ledger/continued");
    // What a thief leaves: the first segment alone is a sound log of its own.
    const [first = "", ...rest] = filesBelow(join(folder, "ledger", "segment"));
    for (const path of rest) rmSync(path);
    expect(first).not.toBe("");
    rmSync(join(folder, "ledger", "tile"), { recursive: true });
    rmSync(join(folder, "ledger", "checkpoint"));
    const [program, alone] = await judgements(folder);
    expect(alone.filter((found) => found.startsWith("ledger/"))).toEqual([]);
    expect(program.filter((found) => found.startsWith("ledger/"))).toEqual([]);
    const after = await checkCase(folder, "", { kept: [readKeptNote(kept)], roots: [] });
    expect(after.findings.problems.map(({ code }) => code)).toContain("ledger/not-continued");
  });
});
