import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openVault } from "./open-vault.ts";
import { verifyVault } from "./verify-vault.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "inquest-vault-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const pathOf = (sha256: string) => join(dir, "vault/sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);

function overwrite(sha256: string, bytes: Uint8Array): void {
  rmSync(pathOf(sha256));
  writeFileSync(pathOf(sha256), bytes);
}

describe("sealing", () => {
  test("puts any bytes, from memory or from a file, under their SHA-256, and reads them back", async () => {
    const vault = await openVault(dir);
    const source = join(dir, "source");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (bytes) => {
        const sha256 = sha256Of(bytes);
        expect(await vault.seal(bytes)).toMatchObject({ sha256, sizeBytes: bytes.length });
        writeFileSync(source, bytes);
        expect(await vault.seal({ file: source })).toEqual({
          sha256,
          sizeBytes: bytes.length,
          existed: true,
        });
        expect(Buffer.from(await vault.read(sha256)).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("streams a file of several pieces", async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, "inquest");
    writeFileSync(join(dir, "large"), bytes);
    const vault = await openVault(dir);
    const sealed = await vault.seal({ file: join(dir, "large") });
    expect(sealed).toEqual({ sha256: sha256Of(bytes), sizeBytes: bytes.length, existed: false });
    expect(bytes.equals(await vault.read(sealed.sha256))).toBe(true);
  });

  test("leaves files that are read-only, and the vault free of temporary ones", async () => {
    const vault = await openVault(dir);
    const { sha256 } = await vault.seal(Buffer.from("a"));
    expect(statSync(pathOf(sha256)).mode & 0o777).toBe(0o444);
    expect(statSync(pathOf(sha256)).nlink).toBe(1);
    expect(readdirSync(join(dir, "vault/tmp"))).toEqual([]);
  });

  test("at the same time, of the same and of different bytes, loses nothing", async () => {
    const vault = await openVault(dir);
    const contents = Array.from({ length: 40 }, (_, index) => Buffer.from(`content ${index % 10}`));
    const sealed = await Promise.all(contents.map((content) => vault.seal(content)));
    expect(sealed.map(({ sha256 }) => sha256)).toEqual(contents.map(sha256Of));
    expect(sealed.filter(({ existed }) => !existed)).toHaveLength(10);
    const listed = [];
    for await (const { sha256 } of vault.list()) listed.push(sha256);
    expect(listed).toEqual([...new Set(contents.map(sha256Of))].sort());
  });

  test("verifies what is there already, and never overwrites it", async () => {
    const vault = await openVault(dir);
    const bytes = Buffer.from("evidence");
    const { sha256 } = await vault.seal(bytes);
    overwrite(sha256, Buffer.from("tampered"));
    for (const content of [bytes, { file: join(dir, "again") }]) {
      writeFileSync(join(dir, "again"), bytes);
      await expect(vault.seal(content)).rejects.toMatchObject({
        code: "vault/blob-altered",
        reaction: "verification",
        evidence: { expected: sha256, actual: sha256Of(Buffer.from("tampered")) },
      });
    }
    expect(readFileSync(pathOf(sha256), "utf8")).toBe("tampered");
    expect(readdirSync(join(dir, "vault/tmp"))).toEqual([]);
  });

  test("refuses what is not a file, and leaves nothing behind", async () => {
    const vault = await openVault(dir);
    for (const file of [join(dir, "missing"), dir, "/dev/zero"]) {
      await expect(vault.seal({ file })).rejects.toMatchObject({
        code: "vault/file-missing",
        reaction: "input",
      });
    }
    expect(readdirSync(join(dir, "vault/tmp"))).toEqual([]);
  });

  test("says what to do when the vault cannot be written", async () => {
    writeFileSync(join(dir, "vault"), "a file in the place of the folder");
    const vault = await openVault(dir);
    await expect(vault.seal(Buffer.from("a"))).rejects.toMatchObject({
      code: "vault/write-failed",
      reaction: "locked",
    });
  });
});

describe("reading", () => {
  test("never gives bytes that are not those that were sealed", async () => {
    const vault = await openVault(dir);
    const { sha256 } = await vault.seal(Buffer.from("evidence"));
    overwrite(sha256, Buffer.from("Evidence"));
    await expect(vault.read(sha256)).rejects.toMatchObject({
      code: "vault/blob-altered",
      evidence: {
        path: `vault/sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
        expected: sha256,
        actual: sha256Of(Buffer.from("Evidence")),
      },
    });
  });

  test("says when a blob is missing, and changes nothing in a folder without a vault", async () => {
    const vault = await openVault(dir);
    const sha256 = sha256Of(Buffer.from("never sealed"));
    expect(await vault.has(sha256)).toBe(false);
    await expect(vault.read(sha256)).rejects.toMatchObject({ code: "vault/blob-missing" });
    expect(readdirSync(dir)).toEqual([]);
  });

  test("does not follow a link out of the vault", async () => {
    const vault = await openVault(dir);
    const { sha256 } = await vault.seal(Buffer.from("evidence"));
    rmSync(pathOf(sha256));
    writeFileSync(join(dir, "outside"), "evidence");
    symlinkSync(join(dir, "outside"), pathOf(sha256));
    expect(await vault.has(sha256)).toBe(false);
    await expect(vault.read(sha256)).rejects.toMatchObject({ code: "vault/blob-missing" });
    const report = await verifyVault({ dir, expected: [{ sha256, neededBy: "source-1" }] });
    expect(report.problems.map(({ code }) => code)).toEqual(["vault/unknown-file", "vault/blob-missing"]);
  });
});

describe("verifying", () => {
  test("names what is missing, altered, of another size or unknown, and what needs it", async () => {
    const vault = await openVault(dir);
    const sealed: { readonly text: string; readonly sha256: string }[] = [];
    for (const text of ["missing", "altered", "sized", "sound", "extra"]) {
      sealed.push({ text, ...(await vault.seal(Buffer.from(text))) });
    }
    const hashOf = (wanted: string) => sealed.find(({ text }) => text === wanted)?.sha256 ?? "";
    rmSync(pathOf(hashOf("missing")));
    overwrite(hashOf("altered"), Buffer.from("Altered"));
    writeFileSync(join(dir, "vault/notes.txt"), "x");
    mkdirSync(join(dir, "vault/sha256/00/00"), { recursive: true });
    writeFileSync(join(dir, "vault/sha256/00/00", hashOf("sound")), "sound");
    writeFileSync(join(dir, "vault/tmp/.tmp-4194304000-0"), "torn");
    const report = await verifyVault({
      dir,
      expected: [
        { sha256: hashOf("missing"), neededBy: "source-1" },
        { sha256: hashOf("missing"), neededBy: "list-1" },
        { sha256: hashOf("altered"), neededBy: "source-2" },
        { sha256: hashOf("sized"), sizeBytes: 6, neededBy: "source-3" },
        { sha256: hashOf("sound"), sizeBytes: 5, neededBy: "source-4" },
      ],
    });
    const found = (code: string) => report.problems.filter((problem) => problem.code === code);
    expect(report.ok).toBe(false);
    expect(found("vault/blob-missing")).toMatchObject([{ neededBy: ["source-1", "list-1"], actual: null }]);
    expect(found("vault/blob-altered")).toMatchObject([
      { neededBy: ["source-2"], actual: sha256Of(Buffer.from("Altered")) },
    ]);
    expect(found("vault/size-differs")).toMatchObject([{ expected: "6 bytes", actual: "5 bytes" }]);
    expect(found("vault/unknown-file").map(({ path }) => path)).toEqual([
      "vault/notes.txt",
      `vault/sha256/00/00/${hashOf("sound")}`,
    ]);
    expect(report.problems).toHaveLength(5);
    expect(report.notes.map(({ code }) => code).sort()).toEqual([
      "vault/blob-unneeded",
      "vault/temporary-file",
    ]);
    expect(report.blobs).toBe(2);
  });

  test("is content with an empty vault that nothing needs", async () => {
    expect(await verifyVault({ dir, expected: [] })).toMatchObject({ ok: true, blobs: 0, sizeBytes: 0 });
  });
});

describe("a death at any step of sealing", () => {
  test("leaves the blob whole or absent; sealing again makes it good", async () => {
    const steps: string[] = [];
    await (await openVault(dir, { faults: (step) => steps.push(step) })).seal(Buffer.from("evidence"));
    expect(steps).toEqual(["blob.temp", "blob.fsync", "blob.link", "blob.folder"]);
    for (const deadly of steps) {
      rmSync(join(dir, "vault"), { recursive: true, force: true });
      const dying = await openVault(dir, {
        faults: (step) => {
          if (step === deadly) throw new Error("death");
        },
      });
      await expect(dying.seal(Buffer.from("evidence"))).rejects.toThrow("death");
      const sha256 = sha256Of(Buffer.from("evidence"));
      expect((await verifyVault({ dir, expected: [] })).ok).toBe(true);
      expect(existsSync(pathOf(sha256))).toBe(deadly === "blob.folder");
      const vault = await openVault(dir);
      await vault.seal(Buffer.from("evidence"));
      expect(Buffer.from(await vault.read(sha256)).toString()).toBe("evidence");
    }
  });

  test("is tidied up after by the next sealing of another process", async () => {
    mkdirSync(join(dir, "vault/tmp"), { recursive: true });
    writeFileSync(join(dir, "vault/tmp/.tmp-4194304000-0"), "torn");
    writeFileSync(join(dir, `vault/tmp/.tmp-${process.pid}-7`), "being written");
    await (await openVault(dir)).seal(Buffer.from("a"));
    expect(readdirSync(join(dir, "vault/tmp"))).toEqual([`.tmp-${process.pid}-7`]);
  });
});
