import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InquestError } from "../core/index.ts";
import { type FileToStage, openFileSealer } from "./file-sealer.ts";
import { openVault } from "./open-vault.ts";
import type { SealedBlob, StagedFile } from "./vault.ts";
import { verifyVault } from "./verify-vault.ts";

let dir: string;
let box: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "inquest-sealer-"));
  dir = join(folder, "case");
  box = join(folder, "box");
  mkdirSync(dir);
  mkdirSync(box);
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const leftovers = () => readdirSync(join(dir, "vault/tmp"));

function toStage(name: string, more: Partial<FileToStage> = {}): FileToStage {
  const file = join(box, name);
  return { file, sizeBytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0, ...more };
}

/** Stages and seals all of them; errors stand in the place of the file. */
async function sealAll(files: readonly FileToStage[], jobs: number): Promise<(SealedBlob | InquestError)[]> {
  const sealer = openFileSealer(dir, { jobs });
  try {
    const outcomes: (StagedFile | InquestError)[] = [];
    for await (const outcome of sealer.stage(files)) outcomes.push(outcome);
    const sealed = await sealer.seal(
      outcomes.filter((outcome): outcome is StagedFile => !(outcome instanceof InquestError)),
    );
    let next = 0;
    return outcomes.flatMap((outcome) =>
      outcome instanceof InquestError ? [outcome] : (sealed[next++] ?? []),
    );
  } finally {
    await sealer.close();
  }
}

describe("sealing many files", () => {
  test.for([1, 2])("gives each its hash, in order, with %i thread(s)", async (jobs) => {
    const sizes = [
      ...Array.from({ length: 150 }, (_, index) => index * 37),
      1 << 20,
      (1 << 20) + 1,
      5_000_001,
    ];
    const contents = sizes.map((size) => randomBytes(size));
    contents.push(contents[7] ?? Buffer.alloc(0));
    for (const [index, bytes] of contents.entries()) writeFileSync(join(box, String(index)), bytes);
    const files = contents.map((_, index) => toStage(String(index), { mayBeThere: index % 2 === 0 }));
    const expected = contents.map((bytes) => ({ sha256: sha256Of(bytes), sizeBytes: bytes.length }));
    const first = await sealAll(files, jobs);
    expect(first).toMatchObject(expected);
    expect(leftovers()).toEqual([]);
    expect(await verifyVault({ dir, expected: [] })).toMatchObject({ ok: true, blobs: contents.length - 1 });
    // Again: everything is there, is verified, and stays.
    const again = await sealAll(files, jobs);
    expect(again).toEqual(expected.map((blob) => ({ ...blob, existed: true })));
    const empty = sha256Of(Buffer.alloc(0));
    const { mode, nlink } = statSync(join(dir, "vault/sha256", empty.slice(0, 2), empty.slice(2, 4), empty));
    expect([mode & 0o777, nlink]).toEqual([0o444, 1]);
    expect(leftovers()).toEqual([]);
  });

  test("gives the bytes that were hashed where they are wanted and few", async () => {
    writeFileSync(join(box, "note"), "---\n");
    writeFileSync(join(box, "large"), randomBytes(1_100_000));
    const sealer = openFileSealer(dir, { jobs: 1 });
    const given = [];
    for await (const outcome of sealer.stage(
      ["note", "large"].map((name) => toStage(name, { wantsBytes: true })),
    ))
      given.push(outcome instanceof InquestError ? outcome : outcome.bytes);
    expect(given).toEqual([new Uint8Array(Buffer.from("---\n")), null]);
    await sealer.close();
    expect(leftovers()).toEqual([]);
  });

  test("names what is no longer a file, and seals the others", async () => {
    for (const name of ["a", "gone", "link", "z"]) writeFileSync(join(box, name), name);
    const files = ["a", "gone", "link", "folder", "z"].map((name) => toStage(name));
    unlinkSync(join(box, "gone"));
    unlinkSync(join(box, "link"));
    symlinkSync("/etc/passwd", join(box, "link"));
    mkdirSync(join(box, "folder"));
    const outcomes = await sealAll(files, 2);
    const faults = outcomes.filter((outcome) => outcome instanceof InquestError);
    expect(
      faults.map(({ code, reaction, evidence }) => [code, reaction, basename(String(evidence.file))]),
    ).toEqual(["gone", "link", "folder"].map((name) => ["vault/file-missing", "input", name]));
    expect(outcomes.filter((outcome) => !(outcome instanceof InquestError))).toHaveLength(2);
    expect(leftovers()).toEqual([]);
  });

  test("names a file that grows while it is read, and keeps nothing of it", async () => {
    writeFileSync(join(box, "growing"), randomBytes(48 * 1024 * 1024));
    writeFileSync(join(box, "still"), "still");
    const writing = setInterval(() => appendFileSync(join(box, "growing"), "more"), 1);
    const [growing, still] = await sealAll([toStage("growing"), toStage("still")], 1);
    clearInterval(writing);
    expect(growing).toMatchObject({ code: "vault/file-changed", reaction: "input" });
    expect(growing).toMatchObject({ message: expect.stringContaining(join(box, "growing")) });
    expect(still).toMatchObject({ sizeBytes: 5 });
    expect(leftovers()).toEqual([]);
  });

  test("never overwrites what lies there under a hash and is something else", async () => {
    writeFileSync(join(box, "evidence"), "evidence");
    const { sha256 } = await (await openVault(dir)).seal(Buffer.from("evidence"));
    const path = join(dir, "vault/sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    rmSync(path);
    writeFileSync(path, "tampered");
    expect(await sealAll([toStage("evidence")], 1)).toMatchObject([
      { code: "vault/blob-altered", evidence: { expected: sha256 } },
    ]);
  });

  test("says what to do when the vault cannot be written", async () => {
    writeFileSync(join(dir, "vault"), "a file in the place of the folder");
    writeFileSync(join(box, "a"), "a");
    await expect(sealAll([toStage("a")], 1)).rejects.toMatchObject({
      code: "vault/write-failed",
      reaction: "locked",
    });
  });

  test("removes what was written ahead when nobody seals it", async () => {
    for (let index = 0; index < 200; index++) writeFileSync(join(box, String(index)), String(index));
    const sealer = openFileSealer(dir, { jobs: 2 });
    for await (const outcome of sealer.stage(
      Array.from({ length: 200 }, (_, index) => toStage(String(index))),
    )) {
      expect(outcome).toMatchObject({ temp: expect.any(String) });
      break;
    }
    await sealer.close();
    expect(leftovers()).toEqual([]);
  });

  test("takes memory that does not grow with the files, and neither does verifying", async () => {
    const sizeBytes = 256 * 1024 * 1024;
    for (const name of ["a", "b"]) {
      writeFileSync(join(box, name), name);
      truncateSync(join(box, name), sizeBytes);
    }
    const before = process.memoryUsage.rss();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 5);
    expect(await sealAll([toStage("a"), toStage("b")], 2)).toMatchObject([{ sizeBytes }, { sizeBytes }]);
    expect(await verifyVault({ dir, expected: [], jobs: 2 })).toMatchObject({ ok: true, blobs: 2 });
    clearInterval(watch);
    // Two threads with the loader of TypeScript; the files are several times as large.
    expect(most - before).toBeLessThan(160 * 1024 * 1024);
    console.log(
      `memory grew by ${Math.round((most - before) / 1e6)} MB while 537 MB were sealed and verified`,
    );
  });
});
