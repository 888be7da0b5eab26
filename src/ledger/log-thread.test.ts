import { createPrivateKey, createPublicKey, verify } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { appendActs } from "./append-acts.ts";
import { catchUp } from "./catch-up.ts";
import { joinTexts } from "./joined-texts.ts";
import { createLogState } from "./log-state.ts";
import { type LogThread, startLogThread, ThreadEnded } from "./log-thread.ts";
import { openLedger } from "./open-ledger.ts";
import {
  CASE_ID,
  createTemporaryCase,
  createTestRandom,
  drafts,
  type TemporaryCase,
  toTestSigner,
} from "./temporary-case.ts";
import { TILE_WIDTH, toTilePath } from "./tile.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
let threads: LogThread[] = [];
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(async () => {
  await Promise.all(threads.map((thread) => thread.close()));
  threads = [];
  folder.remove();
});

/** A thread that has started. */
async function start(startThread?: () => Worker): Promise<LogThread> {
  const thread = startLogThread({ key: null, ledger: join(folder.dir, "ledger") }, startThread);
  threads.push(thread);
  await vi.waitFor(() => expect(thread.isReady).toBe(true), 20_000);
  return thread;
}

const segments = () => readdirSync(join(folder.dir, "ledger/segment"));
const verifyAll = () => verifyLedger({ dir: folder.dir, caseId: CASE_ID });

describe("a thread of the log", () => {
  test("signs each text as the key does, in their order, and nothing without a key", async () => {
    const seed = Buffer.alloc(32, 7);
    const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
    const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: "der", type: "pkcs8" });
    const thread = startLogThread({ key, ledger: folder.dir });
    threads.push(thread);
    await vi.waitFor(() => expect(thread.isReady).toBe(true), 20_000);
    const texts = Array.from({ length: 100 }, (_, n) => `act ${n} ${"ن".repeat(n)}🕯`);
    const signatures = await thread.sign(joinTexts(texts));
    expect(signatures).toHaveLength(100);
    for (const [index, text] of texts.entries())
      expect(
        verify(null, Buffer.from(text), createPublicKey(key), signatures[index] ?? new Uint8Array()),
      ).toBe(true);
    await expect((await start()).sign(joinTexts(texts))).rejects.toThrow("no key");
  });

  test("creates a file once, and gives the system's error as the system gave it", async () => {
    const thread = await start();
    const tempDir = folder.dir;
    const file = (name: string, text: string) => ({
      path: join(folder.dir, name),
      bytes: Buffer.from(text),
      tempDir,
    });
    expect(await thread.create(file("one", "first"))).toBe(true);
    expect(await thread.create(file("one", "second"))).toBe(false);
    expect(readFileSync(join(folder.dir, "one"), "utf8")).toBe("first");
    await expect(thread.create(file("none/one", "x"))).rejects.toMatchObject({
      code: "ENOENT",
      syscall: "link",
    });
    await thread.replace([file("ledger/tile/0/000", "tile"), file("ledger/tile/entries/000", "bundle")]);
    expect(readFileSync(join(folder.dir, "ledger/tile/0/000"), "utf8")).toBe("tile");
  });

  test("that has died says so to everyone who waits, and to whoever comes later", async () => {
    const thread = await start(() => new Worker(DYING, { eval: true }));
    const waiting = [thread.replace([]), thread.replace([])];
    for (const outcome of await Promise.allSettled(waiting))
      expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(ThreadEnded) });
    expect(thread.isReady).toBe(false);
    await expect(thread.replace([])).rejects.toBeInstanceOf(ThreadEnded);
  });
});

/** Ends, as for want of memory, when it is first asked. */
const DYING = `
const { parentPort } = require("node:worker_threads");
parentPort.on("message", () => process.exit(7));
parentPort.postMessage({ kind: "ready" });
`;

/** Ends when it has put the segment under its name, and before it could say so. */
const DYING_LATE = `
const { parentPort } = require("node:worker_threads");
const { writeFileSync } = require("node:fs");
parentPort.on("message", ({ file }) => { writeFileSync(file.path, file.bytes); process.exit(7); });
parentPort.postMessage({ kind: "ready" });
`;

describe("an append whose thread dies", () => {
  test.for([
    ["before it wrote the segment", DYING],
    ["after it wrote the segment", DYING_LATE],
  ])("has its acts in the log once: %s", async ([, program = ""]) => {
    await (await openLedger(folder.options)).close();
    const large = drafts(300).map((draft) => ({ ...draft, body: { ...draft.body, more: "x".repeat(500) } }));
    const signer = toTestSigner("keeper");
    const state = createLogState({ caseId: CASE_ID });
    catchUp(folder.dir, state);
    const disk = await start(() => new Worker(program, { eval: true }));
    const options = {
      dir: folder.dir,
      state,
      signer,
      pen: null,
      disk,
      arbiter: null,
      now: folder.options.now,
      random: createTestRandom("acts"),
      faults: () => {},
    };
    const acts = await appendActs(options, large);
    expect(acts.map(({ leafIndex }) => leafIndex)).toEqual(large.map((_, index) => 1 + index));
    expect(segments()).toHaveLength(2);
    await (await openLedger(folder.options)).close();
    expect(await verifyAll()).toMatchObject({ ok: true, acts: 301, uncovered: 0 });
  });
});

/** Whether a full tile lies on the disk over acts that no checkpoint covers yet: only a thread writes such. */
function areTilesAhead(): boolean {
  const covered = Number(readFileSync(join(folder.dir, "ledger/checkpoint"), "utf8").split("\n")[1]);
  const next = toTilePath({ level: "entries", index: Math.floor(covered / TILE_WIDTH), width: TILE_WIDTH });
  return existsSync(join(folder.dir, "ledger", next));
}

describe("many large calls under way at once", () => {
  test("stand in the order of the calls, and are published whole, whoever signs and writes", async () => {
    const ledger = await openLedger({ ...folder.options, now: Date.now });
    const each = 500;
    let calls = 0;
    let next = 1;
    let isAhead = false;
    const underWay: Promise<readonly { readonly leafIndex: number }[]>[] = [];
    async function expectNext() {
      const acts = (await underWay.shift()) ?? [];
      expect(acts.map(({ leafIndex }) => leafIndex)).toEqual(acts.map((_, n) => next + n));
      next += acts.length;
      isAhead ||= areTilesAhead();
    }
    // Until the threads have started and done their part; how long that takes is the machine's affair.
    for (; calls < 30 || (!isAhead && calls < 400); calls++) {
      if (underWay.length >= 3) await expectNext();
      const call = calls;
      const acts = drafts(each).map(({ kind }, n) => ({ kind, body: { call, n, more: "x".repeat(300) } }));
      underWay.push(ledger.append(acts));
    }
    while (underWay.length > 0) await expectNext();
    await ledger.close();
    expect(isAhead).toBe(true);
    expect(segments()).toHaveLength(1 + calls);
    expect(readdirSync(join(folder.dir, "ledger/tmp"))).toEqual([]);
    const report = await verifyAll();
    expect(report).toMatchObject({ ok: true, acts: 1 + calls * each, uncovered: 0, notes: [] });
    const reader = await openLedger({ ...folder.options, signer: null });
    const numbers = [...reader.entries(1)].map(({ act }) => [act.body.call, act.body.n]);
    const expected = Array.from({ length: calls * each }, (_, at) => [Math.floor(at / each), at % each]);
    expect(numbers).toEqual(expected);
  });

  test("of two writers keep every act, once, and go never back in time", async () => {
    const one = await openLedger({ ...folder.options, now: Date.now });
    const other = await openLedger({
      ...folder.options,
      now: () => Date.now() + 50,
      signer: toTestSigner("second"),
      random: createTestRandom("second"),
    });
    const ids: string[] = [];
    for (let round = 0; round < 5; round++) {
      const calls = [one, other, one, other].map((ledger) => ledger.append(drafts(600)));
      for (const acts of await Promise.all(calls)) ids.push(...acts.map(({ act }) => act.id));
    }
    await one.close();
    await other.close();
    expect(await verifyAll()).toMatchObject({ ok: true, acts: 2 + ids.length, uncovered: 0 });
    expect(new Set(ids).size).toBe(5 * 4 * 600);
  });
});
