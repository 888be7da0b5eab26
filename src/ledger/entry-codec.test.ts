import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EntryCodec } from "./entry-codec.ts";
import { openLedger } from "./open-ledger.ts";
import { CASE_ID, createTemporaryCase, drafts, type TemporaryCase, toTestSigner } from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

const KEY = createHash("sha256").update("the key of the log").digest();

/** Seals with a nonce from the content: good enough to test the ledger, no format of ours. */
const codec: EntryCodec = {
  toLeaf(entry) {
    const nonce = createHash("sha256").update(entry).digest().subarray(0, 12);
    const cipher = createCipheriv("chacha20-poly1305", KEY, nonce, { authTagLength: 16 });
    return Buffer.concat([nonce, cipher.update(entry), cipher.final(), cipher.getAuthTag()]);
  },
  fromLeaf(leaf) {
    const decipher = createDecipheriv("chacha20-poly1305", KEY, leaf.subarray(0, 12), { authTagLength: 16 });
    try {
      decipher.setAuthTag(leaf.subarray(-16));
      return { entry: Buffer.concat([decipher.update(leaf.subarray(12, -16)), decipher.final()]) };
    } catch {
      return { fault: "the key does not open it" };
    }
  },
};

const logKeys = async () => {
  const { keys } = await verifyLedger({ dir: folder.dir, caseId: CASE_ID, codec });
  return keys.map(({ verifierKey }) => verifierKey);
};

async function make(): Promise<void> {
  const ledger = await openLedger({ ...folder.options, codec, check: "position" });
  for (let round = 0; round < 20; round++) await ledger.append(drafts(30));
  await ledger.close();
}

describe("a log whose leaves are sealed", () => {
  test("shows nothing of its acts in any file", async () => {
    await make();
    const files = readdirSync(folder.dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files) {
      const text = readFileSync(join(parentPath, name), "latin1");
      for (const word of ["note.taken", "keeper", Buffer.from("نام").toString("latin1")]) {
        expect(text.includes(word), `${word} in ${name}`).toBe(false);
      }
    }
    expect(files.length).toBeGreaterThan(25);
  });

  test("is opened, read and verified like any other by whoever has the codec", async () => {
    await make();
    for (const check of ["full", "position"] as const) {
      const reader = await openLedger({ ...folder.options, signer: null, codec, check });
      expect(reader.size).toBe(601);
      expect(reader.read(600)).toMatchObject({ kind: "note.taken", actor: "keeper" });
      expect(codec.fromLeaf(reader.leaf(600))).toHaveProperty("entry");
    }
    const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID, codec, logKeys: await logKeys() });
    expect(report).toMatchObject({ ok: true, acts: 601, uncovered: 0, notes: [] });
  });

  test("is verified to the byte without a key, and the report says what was not judged", async () => {
    await make();
    const closed = { dir: folder.dir, caseId: CASE_ID, codec: "closed", logKeys: await logKeys() } as const;
    const report = await verifyLedger(closed);
    expect(report).toMatchObject({ ok: true, acts: 601, notes: [{ code: "ledger/closed" }], keys: [] });
    expect(report.checkpoint?.rootHash).toBe(report.root);
    const paths = [
      "ledger/segment/00000000000000000031",
      "ledger/checkpoint",
      "ledger/tile/0/001",
      "ledger/tile/entries/002.p/89",
    ];
    for (const path of paths) {
      const full = join(folder.dir, path);
      const original = readFileSync(full);
      const changed = Buffer.from(original);
      changed[70] = (changed[70] ?? 0) ^ 4;
      rmSync(full);
      writeFileSync(full, changed);
      const found = await verifyLedger(closed);
      expect(
        found.problems.map((problem) => problem.path),
        path,
      ).toContain(path);
      writeFileSync(full, original);
    }
    expect(await verifyLedger(closed)).toMatchObject({ ok: true });
  });

  test("refuses without a key a checkpoint by nobody whom closed.json names", async () => {
    await make();
    const options = { dir: folder.dir, caseId: CASE_ID, codec: "closed" } as const;
    expect(await verifyLedger(options)).toMatchObject({
      ok: false,
      problems: [{ code: "ledger/checkpoint-signature" }],
    });
    const other = createTemporaryCase("other");
    await (await openLedger({ ...other.options, signer: toTestSigner("other") })).close();
    const [key] = (await verifyLedger({ dir: other.dir, caseId: CASE_ID })).keys;
    other.remove();
    const named = [key?.verifierKey ?? ""];
    expect(await verifyLedger({ ...options, logKeys: named })).toMatchObject({ ok: false });
    const opened = await verifyLedger({ dir: folder.dir, caseId: CASE_ID, codec, logKeys: named });
    expect(opened.problems.map(({ code }) => code)).toEqual(["ledger/log-key-unenrolled"]);
    const unread = await verifyLedger({ ...options, logKeys: [...(await logKeys()), "no key"] });
    expect(unread.problems.map(({ code }) => code)).toEqual(["ledger/log-key-invalid"]);
  });

  test("is refused whole when the codec does not open it", async () => {
    await make();
    await expect(openLedger({ ...folder.options, signer: null })).rejects.toMatchObject({
      code: "ledger/altered",
    });
    const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
    expect(report.problems.map(({ code }) => code)).toContain("ledger/entry-invalid");
  });
});
