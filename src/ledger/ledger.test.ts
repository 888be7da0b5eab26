import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ActDraft, toEntry } from "./act.ts";
import { loadOrCreateActorKey } from "./actor-key.ts";
import { hashLeaf } from "./merkle/hash.ts";
import { verifyConsistency } from "./merkle/verify-consistency.ts";
import { verifyInclusion } from "./merkle/verify-inclusion.ts";
import { openLedger } from "./open-ledger.ts";
import {
  CASE_ID,
  createTemporaryCase,
  createTestRandom,
  START_MS,
  type TemporaryCase,
  toTestSigner,
} from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

function drafts(count: number, kind = "note.taken"): ActDraft[] {
  return Array.from({ length: count }, (_, index) => ({ kind, body: { index, words: "نام و نشان" } }));
}

const verify = () => verifyLedger({ dir: folder.dir, caseId: CASE_ID });

describe("a new ledger", () => {
  test("begins with the act that enrols its maker, under a checkpoint", async () => {
    const ledger = await openLedger(folder.options);
    expect(ledger.size).toBe(1);
    expect(ledger.read(0)).toMatchObject({ kind: "actor.enrolled", actor: "keeper", case: CASE_ID });
    expect(ledger.checkpoint()).toMatchObject({ treeSize: 1, rootHash: ledger.root });
    expect(await verify()).toMatchObject({ ok: true, acts: 1, uncovered: 0, notes: [] });
  });

  test("is not made by a reader", async () => {
    await expect(openLedger({ ...folder.options, signer: null })).rejects.toMatchObject({
      code: "ledger/missing",
      reaction: "not-found",
    });
    expect(readdirSync(folder.dir)).toEqual([]);
    expect(await verify()).toMatchObject({ ok: false, problems: [{ code: "ledger/missing" }] });
  });
});

describe("an append", () => {
  test("is on the disk when it resolves: a reader finds it before any checkpoint covers it", async () => {
    let isStopped = false;
    const ledger = await openLedger({
      ...folder.options,
      faults: (step) => {
        if (isStopped && step.startsWith("tile")) throw new Error("stopped");
      },
    });
    isStopped = true;
    const acts = await ledger.append(drafts(3));
    expect(acts.map(({ leafIndex }) => leafIndex)).toEqual([1, 2, 3]);
    const reader = await openLedger({ ...folder.options, signer: null });
    expect(reader.size).toBe(4);
    expect([...reader.entries(1)]).toEqual(acts);
    expect(reader.checkpoint()?.treeSize).toBe(1);
    expect(await verify()).toMatchObject({ ok: true, uncovered: 3 });
    await expect(ledger.close()).rejects.toThrow("stopped");
    isStopped = false;
    await ledger.close();
    expect(await verify()).toMatchObject({ ok: true, uncovered: 0, notes: [] });
  });

  test("is published by itself when no more come", async () => {
    const ledger = await openLedger(folder.options);
    await ledger.append(drafts(2));
    expect(await verify()).toMatchObject({ ok: true, uncovered: 2 });
    await vi.waitFor(async () => expect(await verify()).toMatchObject({ ok: true, uncovered: 0 }), 5000);
    await ledger.close();
  });

  test("shares one segment with the other calls of its turn, each getting its own acts", async () => {
    const ledger = await openLedger(folder.options);
    const calls = await Promise.all([1, 2, 3].map((count) => ledger.append(drafts(count))));
    expect(calls.map((acts) => acts.map(({ leafIndex }) => leafIndex))).toEqual([[1], [2, 3], [4, 5, 6]]);
    expect(readdirSync(join(folder.dir, "ledger/segment"))).toHaveLength(2);
    await ledger.close();
  });

  test("that no act can hold fails alone and writes nothing", async () => {
    const ledger = await openLedger(folder.options);
    const large = { kind: "note.taken", body: { text: "ن".repeat(40_000) } };
    const [before, failing, after] = await Promise.allSettled([
      ledger.append(drafts(1)),
      ledger.append([large]),
      ledger.append(drafts(1)),
    ]);
    expect(before).toMatchObject({ status: "fulfilled", value: [{ leafIndex: 1 }] });
    expect(failing).toMatchObject({ status: "rejected", reason: { code: "ledger/act-too-large" } });
    expect(after).toMatchObject({ status: "fulfilled", value: [{ leafIndex: 2 }] });
    await expect(ledger.append([{ kind: "actor.enrolled", body: {} }])).rejects.toMatchObject({
      code: "ledger/act-invalid",
    });
    await expect(ledger.append([{ kind: "note.taken", body: { half: "\ud800" } }])).rejects.toMatchObject({
      code: "core/json-lone-surrogate",
    });
    expect(ledger.size).toBe(3);
    await ledger.close();
    expect(await verify()).toMatchObject({ ok: true, acts: 3 });
  });

  test("never goes back in time when the clock does, and the handle says by how much", async () => {
    let ms = START_MS;
    const ledger = await openLedger({ ...folder.options, now: () => ms });
    ms += 1000;
    await ledger.append(drafts(1));
    ms -= 60_000;
    const [late] = await ledger.append(drafts(1));
    expect(late?.act.at).toBe(new Date(START_MS + 1000).toISOString());
    expect(ledger.clockSetBackMs).toBe(60_000);
    await ledger.close();
    expect(await verify()).toMatchObject({ ok: true });
  });

  test("is refused by a reader and after closing", async () => {
    const ledger = await openLedger(folder.options);
    const reader = await openLedger({ ...folder.options, signer: null });
    await expect(reader.append(drafts(1))).rejects.toMatchObject({ code: "ledger/read-only" });
    await ledger.close();
    await ledger.close();
    await expect(ledger.append(drafts(1))).rejects.toMatchObject({ code: "ledger/closed" });
  });
});

describe("two writers", () => {
  test("both get every act in, once, though one loses the race for a segment", async () => {
    const one = await openLedger(folder.options);
    const other = await openLedger({
      ...folder.options,
      signer: toTestSigner("second"),
      random: createTestRandom("second"),
    });
    const ids: string[] = [];
    for (let round = 0; round < 20; round++) {
      const results = await Promise.all([one.append(drafts(2)), other.append(drafts(3))]);
      ids.push(...results.flat().map(({ act }) => act.id));
    }
    await one.close();
    await other.close();
    const report = await verify();
    expect(report).toMatchObject({ ok: true, acts: 2 + 20 * 5, uncovered: 0 });
    expect(report.keys.map(({ actor }) => actor)).toEqual(["keeper", "second"]);
    const reader = await openLedger({ ...folder.options, signer: null });
    const recorded = [...reader.entries()].map(({ act }) => act);
    const notes = recorded.filter(({ kind }) => kind === "note.taken");
    expect(notes.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  test("sign again when the winner's acts are later than theirs", async () => {
    const one = await openLedger(folder.options);
    const later = await openLedger({
      ...folder.options,
      now: () => START_MS + 5000,
      random: createTestRandom("b"),
    });
    await later.append(drafts(1));
    const [act] = await one.append(drafts(1));
    expect(act?.act.at).toBe(new Date(START_MS + 5000).toISOString());
    await later.close();
    await one.close();
    expect(await verify()).toMatchObject({ ok: true, acts: 3 });
  });
});

describe("a log of any history", () => {
  test("verifies, keeps its acts, and proves each of them and each earlier checkpoint", async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (counts, reopen) => {
        const own = createTemporaryCase();
        try {
          let ledger = await openLedger(own.options);
          const kept = [];
          for (const count of counts) {
            await ledger.append(drafts(count));
            kept.push(ledger.checkpoint());
            if (!reopen) continue;
            await ledger.close();
            ledger = await openLedger({ ...own.options, random: createTestRandom(String(kept.length)) });
          }
          const last = ledger.checkpoint();
          const root = Buffer.from(last?.rootHash ?? "", "hex");
          for (const { leafIndex, act } of ledger.entries()) {
            if (leafIndex % 17 !== 0) continue;
            const proof = ledger.proveInclusion(leafIndex, last?.treeSize);
            expect(verifyInclusion({ leaf: hashLeaf(toEntry(act)), proof, root }).ok).toBe(true);
          }
          for (const checkpoint of kept) {
            const proof = ledger.proveConsistency(checkpoint?.treeSize ?? 0, last?.treeSize);
            const fromRoot = Buffer.from(checkpoint?.rootHash ?? "", "hex");
            expect(verifyConsistency({ proof, fromRoot, toRoot: root }).ok).toBe(true);
          }
          await ledger.close();
          const report = await verifyLedger({ dir: own.dir, caseId: CASE_ID });
          expect(report).toMatchObject({ ok: true, notes: [], uncovered: 0 });
        } finally {
          own.remove();
        }
      }),
      { numRuns: 25 },
    );
  });

  test("keeps one partial tile at each place", async () => {
    const ledger = await openLedger(folder.options);
    for (let round = 0; round < 300; round++) {
      await ledger.append(drafts(1));
      ledger.publish();
    }
    await ledger.close();
    expect(readdirSync(join(folder.dir, "ledger/tile/0"))).toEqual(["000", "001.p"]);
    expect(readdirSync(join(folder.dir, "ledger/tile/0/001.p"))).toEqual(["45"]);
    expect(readdirSync(join(folder.dir, "ledger/tile/1/000.p"))).toEqual(["1"]);
    expect(await verify()).toMatchObject({ ok: true, acts: 301, notes: [] });
  });
});

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

describe("the key of an actor", () => {
  test("is made once, kept apart from others' eyes, and enrols itself at its first act", async () => {
    const home = join(folder.dir, "home");
    const key = { home, actor: "keeper", random: createTestRandom("key") };
    const signer = loadOrCreateActorKey(key);
    const path = join(home, "keys/keeper.ed25519.pem");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----\n/u);
    expect(loadOrCreateActorKey(key)).toMatchObject({ device: signer.device, publicKey: signer.publicKey });
    const ledger = await openLedger({ ...folder.options, signer });
    expect(ledger.read(0).device).toBe(signer.device);
    await ledger.close();
    expect(readdirSync(join(home, "keys"))).toEqual(["keeper.ed25519.pem"]);
  });

  test("is never replaced when its file cannot be read, nor named so that it leaves its folder", () => {
    const home = join(folder.dir, "home");
    mkdirSync(join(home, "keys"), { recursive: true });
    writeFileSync(join(home, "keys/keeper.ed25519.pem"), "nonsense");
    const key = { home, actor: "keeper", random: createTestRandom("key") };
    expect(() => loadOrCreateActorKey(key)).toThrowError(
      expect.objectContaining({ code: "ledger/key-unreadable" }),
    );
    for (const actor of ["../keeper", "", "Keeper", "a b", "نام"]) {
      expect(() => loadOrCreateActorKey({ ...key, actor })).toThrowError(
        expect.objectContaining({ code: "ledger/actor-name" }),
      );
    }
    expect(existsSync(join(home, "keys/keeper.ed25519.pem"))).toBe(true);
  });
});
