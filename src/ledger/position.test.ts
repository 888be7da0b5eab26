import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { toEntry } from "./act.ts";
import { openCodec } from "./entry-codec.ts";
import type { Ledger } from "./ledger.ts";
import { hashLeaf } from "./merkle/hash.ts";
import { verifyInclusion } from "./merkle/verify-inclusion.ts";
import { openByPosition } from "./open-by-position.ts";
import { openLedger } from "./open-ledger.ts";
import {
  CASE_ID,
  createTemporaryCase,
  createTestRandom,
  drafts,
  type TemporaryCase,
  toTestSigner,
} from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";

let folder: TemporaryCase;
beforeEach(() => {
  folder = createTemporaryCase();
});
afterEach(() => folder.remove());

const quick = { check: "position" } as const;
const open = (seed = "again") => openLedger({ ...folder.options, ...quick, random: createTestRandom(seed) });
const isQuick = () =>
  openByPosition({ dir: folder.dir, caseId: CASE_ID, codec: openCodec, isAnySize: true }) !== null;

/** 1 + 600 acts in segments of 10, and a position; made once, for many copies. */
let made: TemporaryCase;
beforeAll(async () => {
  made = createTemporaryCase();
  const ledger = await openLedger({ ...made.options, ...quick });
  for (let round = 0; round < 60; round++) await ledger.append(drafts(10));
  await ledger.close();
});
afterAll(() => made.remove());

function make(): void {
  cpSync(made.dir, folder.dir, { recursive: true });
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(join(folder.dir, path));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  rmSync(join(folder.dir, path));
  writeFileSync(join(folder.dir, path), bytes);
}

/** Reads every act; the first error's code, or null. */
function readAll(ledger: Ledger): string | null {
  try {
    return [...ledger.entries()].length === ledger.size ? null : "short";
  } catch (error) {
    return error instanceof InquestError ? error.code : String(error);
  }
}

describe("a log opened by its position", () => {
  test("gives the acts, the root and the proofs that reading it whole gives", async () => {
    make();
    expect(isQuick()).toBe(true);
    const fast = await openLedger({ ...folder.options, signer: null, ...quick });
    const whole = await openLedger({ ...folder.options, signer: null, check: "full" });
    expect(fast.root).toBe(whole.root);
    expect(fast.checkpoint()).toEqual(whole.checkpoint());
    expect([...fast.entries()]).toEqual([...whole.entries()]);
    for (let leafIndex = 0; leafIndex < fast.size; leafIndex += 29) {
      const proof = fast.proveInclusion(leafIndex);
      expect(proof).toEqual(whole.proveInclusion(leafIndex));
      const leaf = hashLeaf(toEntry(fast.read(leafIndex)));
      expect(verifyInclusion({ leaf, proof, root: Buffer.from(fast.root, "hex") }).ok).toBe(true);
      expect(fast.proveConsistency(leafIndex + 1)).toEqual(whole.proveConsistency(leafIndex + 1));
      expect(fast.rootAt(leafIndex + 1)).toBe(whole.rootAt(leafIndex + 1));
    }
  });

  test("goes on as any other, with the keys that were enrolled, and verifies", async () => {
    make();
    const second = await openLedger({
      ...folder.options,
      ...quick,
      signer: toTestSigner("second"),
      random: createTestRandom("second"),
    });
    await second.append(drafts(2));
    await second.close();
    const ledger = await open();
    const [act] = await ledger.append(drafts(1));
    expect(act?.leafIndex).toBe(604);
    await ledger.close();
    const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
    expect(report).toMatchObject({ ok: true, acts: 605, uncovered: 0, notes: [] });
    expect(report.keys.map(({ actor }) => actor)).toEqual(["keeper", "second"]);
  });

  test("reads what came after a position that is older than the checkpoint", async () => {
    make();
    const path = join(folder.dir, "work/ledger-position.json");
    copyFileSync(path, `${path}.old`);
    const ledger = await open();
    await ledger.append(drafts(300));
    await ledger.close();
    rmSync(path);
    copyFileSync(`${path}.old`, path);
    expect(isQuick()).toBe(true);
    const again = await open("third");
    await again.append(drafts(1));
    await again.close();
    expect(await verifyLedger({ dir: folder.dir, caseId: CASE_ID })).toMatchObject({ ok: true, acts: 902 });
  });

  test("is refused when someone adds acts that stand in it already, though these were not read", async () => {
    make();
    // The same randomness at the same time gives the ids of the first acts again.
    const random = createTestRandom("keeper");
    random(10);
    const writer = await openLedger({ ...folder.options, ...quick, random });
    await writer.append(drafts(10));
    await writer.close();
    const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
    expect(report.problems.map(({ code }) => code)).toContain("ledger/act-repeated");
    await expect(openLedger({ ...folder.options, signer: null, check: "full" })).rejects.toMatchObject({
      code: "ledger/altered",
    });
  });

  test("finds every changed file at opening or at the reading that would use it", async () => {
    make();
    const files = readdirSync(join(folder.dir, "ledger"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.dir.length + 1));
    expect(files.length).toBeGreaterThan(60);
    const unseen: string[] = [];
    for (const [index, path] of files.entries()) {
      const original = readFileSync(join(folder.dir, path));
      const at = (index * 7919) % original.length;
      flip(path, at);
      const opened = await openLedger({ ...folder.options, signer: null, ...quick }).catch(() => null);
      if (opened !== null && readAll(opened) === null) unseen.push(path);
      const report = await verifyLedger({ dir: folder.dir, caseId: CASE_ID });
      expect(
        report.problems.map((problem) => problem.path),
        `${path} at ${at}`,
      ).toEqual([path]);
      flip(path, at);
    }
    // Bundles and tiles of upper levels beside the edge are copies that no reading needs.
    expect(
      unseen.every((path) => path.startsWith("ledger/tile/entries/")),
      unseen.join(),
    ).toBe(true);
  });
});

describe("a position that is wrong", () => {
  const Position = z.record(z.string(), z.unknown());
  const changes: readonly (readonly [string, unknown])[] = [
    ["size", 600],
    ["size", 1],
    ["size", 10_000],
    ["root", "0".repeat(64)],
    ["segments", 60],
    ["segments", 1],
    ["lastStart", 590],
    ["lastHash", "0".repeat(64)],
    ["enrolments", []],
    ["enrolments", [1]],
    ["enrolments", [0, 7000]],
    ["v", 2],
    ["more", true],
  ];

  test.each(changes)("in %s (%j) costs the quick opening and nothing else", async (member, value) => {
    make();
    const path = join(folder.dir, "work/ledger-position.json");
    const position = Position.parse(JSON.parse(readFileSync(path, "utf8")));
    writeFileSync(path, JSON.stringify({ ...position, [member]: value }));
    expect(isQuick()).toBe(false);
    const ledger = await open();
    expect(ledger.size).toBe(601);
    expect(readAll(ledger)).toBeNull();
    await ledger.close();
    expect(isQuick()).toBe(true);
  });

  test("or missing, torn, or of a log without a segment leads to the whole check", async () => {
    make();
    const path = join(folder.dir, "work/ledger-position.json");
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    expect(isQuick()).toBe(false);
    rmSync(path);
    expect(isQuick()).toBe(false);
    await (await open()).close();
    expect(isQuick()).toBe(true);
    rmSync(join(folder.dir, "ledger/segment/00000000000000000301"));
    expect(isQuick()).toBe(false);
    await expect(open()).rejects.toMatchObject({ code: "ledger/altered" });
  });

  test("is not written for a short log unless asked", async () => {
    const ledger = await openLedger(folder.options);
    await ledger.append(drafts(5));
    await ledger.close();
    expect(existsSync(join(folder.dir, "work"))).toBe(false);
  });
});
