import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "./open-ledger.ts";
import { CASE_ID, createTemporaryCase, drafts, type TemporaryCase } from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

const verify = () => verifyLedger({ dir: folder.dir, caseId: CASE_ID });

describe("opening", () => {
  test("refuses a log of another case", async () => {
    await (await openLedger(folder.options)).close();
    await expect(openLedger({ ...folder.options, caseId: "other" })).rejects.toMatchObject({
      code: "ledger/altered",
      reaction: "verification",
    });
  });

  test("refuses a checkpoint that runs ahead of the log, and shows both sides", async () => {
    const ledger = await openLedger(folder.options);
    await ledger.append(drafts(1));
    await ledger.append(drafts(1));
    const checkpoint = ledger.checkpoint();
    await ledger.close();
    rmSync(join(folder.dir, "ledger/segment/00000000000000000002"));
    await expect(openLedger(folder.options)).rejects.toMatchObject({
      code: "ledger/altered",
      evidence: { logSize: 2, checkpointSize: 3, checkpointRoot: checkpoint?.rootHash },
    });
    expect((await verify()).problems.map(({ code }) => code)).toContain("ledger/checkpoint-ahead");
  });

  test("refuses a log whose checkpoint is gone, and one whose middle is gone", async () => {
    const ledger = await openLedger(folder.options);
    for (let round = 0; round < 3; round++) await ledger.append(drafts(1));
    await ledger.close();
    const path = join(folder.dir, "ledger/checkpoint");
    const bytes = readFileSync(path);
    rmSync(path);
    expect((await verify()).problems).toMatchObject([
      { path: "ledger/checkpoint", code: "ledger/checkpoint-missing" },
    ]);
    await expect(openLedger(folder.options)).rejects.toMatchObject({ code: "ledger/altered" });
    writeFileSync(path, bytes);
    rmSync(join(folder.dir, "ledger/segment/00000000000000000002"));
    expect((await verify()).problems).toMatchObject([
      { path: "ledger/segment/00000000000000000002", code: "ledger/segment-missing" },
    ]);
  });

  test("refuses a history rewritten by someone who does not hold the key", async () => {
    await (await openLedger(folder.options)).close();
    const forger = createTemporaryCase("forger");
    const forged = await openLedger(forger.options);
    await forged.append(drafts(2));
    await forged.close();
    const segment = "ledger/segment/00000000000000000000";
    writeFileSync(join(folder.dir, "other"), readFileSync(join(forger.dir, segment)));
    rmSync(join(folder.dir, segment));
    writeFileSync(join(folder.dir, segment), readFileSync(join(forger.dir, segment)));
    rmSync(join(folder.dir, "other"));
    forger.remove();
    const codes = (await verify()).problems.map(({ path, code }) => `${path} ${code}`);
    expect(codes).toContain("ledger/checkpoint ledger/checkpoint-signature");
  });

  test("names files that no log has, links included", async () => {
    await (await openLedger(folder.options)).close();
    mkdirSync(join(folder.dir, "ledger/extra"));
    writeFileSync(join(folder.dir, "ledger/extra/notes.txt"), "x");
    writeFileSync(join(folder.dir, "ledger/segment/1"), "x");
    const report = await verify();
    expect(report.problems.map(({ path, code }) => `${code} ${path}`)).toEqual([
      "ledger/unknown-file ledger/extra/notes.txt",
      "ledger/unknown-file ledger/segment/1",
    ]);
  });

  test("says what to do when the folder cannot be written", async () => {
    writeFileSync(join(folder.dir, "ledger"), "a file in the place of the folder");
    await expect(openLedger(folder.options)).rejects.toMatchObject({
      code: "ledger/write-failed",
      reaction: "locked",
    });
  });
});

describe("a read", () => {
  test("finds out when a segment changed after opening", async () => {
    const ledger = await openLedger(folder.options);
    await ledger.append(drafts(2));
    const path = join(folder.dir, "ledger/segment/00000000000000000001");
    const bytes = readFileSync(path);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    rmSync(path);
    writeFileSync(path, bytes);
    expect(() => ledger.read(1)).toThrowError(
      expect.objectContaining({ code: "ledger/altered", reaction: "verification" }),
    );
    expect(() => ledger.read(99)).toThrowError(expect.objectContaining({ code: "ledger/no-such-leaf" }));
    expect(() => ledger.proveInclusion(1, 4)).toThrowError(
      expect.objectContaining({ code: "ledger/no-such-leaf" }),
    );
  });
});
