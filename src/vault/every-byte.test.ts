/** What the case promises: one byte changed anywhere below ledger/ or vault/ is found, and its file named. */
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLedger, toSignerFromSeed, verifyLedger } from "../ledger/index.ts";
import { openVault } from "./open-vault.ts";
import type { ExpectedBlob } from "./vault.ts";
import { verifyVault } from "./verify-vault.ts";

const CASE_ID = "every-byte";
let dir: string;
const expected: ExpectedBlob[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "inquest-every-byte-"));
  const vault = await openVault(dir);
  let count = 0;
  const ledger = await openLedger({
    dir,
    caseId: CASE_ID,
    signer: toSignerFromSeed("keeper", createHash("sha256").update("every byte").digest()),
    now: () => 1_704_164_645_678,
    random: (sizeBytes) =>
      createHash("shake256", { outputLength: sizeBytes }).update(String(count++)).digest(),
  });
  for (const text of ["first source", "منبع دوم", ""]) {
    const { sha256, sizeBytes } = await vault.seal(Buffer.from(text));
    expected.push({ sha256, sizeBytes, neededBy: text });
    await ledger.append([{ kind: "source.sealed", body: { sha256, sizeBytes } }]);
  }
  await ledger.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Paths of the problems below a folder, or of the whole case. */
async function problemPaths(root: "ledger" | "vault" | "case" = "case"): Promise<string[]> {
  const reports = [
    ...(root === "vault" ? [] : [await verifyLedger({ dir, caseId: CASE_ID })]),
    ...(root === "ledger" ? [] : [await verifyVault({ dir, expected })]),
  ];
  const paths = reports.flatMap(({ problems }) => problems.map(({ path }) => path));
  expect(reports.every(({ ok }) => ok)).toBe(paths.length === 0);
  return paths;
}

function sealedFiles(): string[] {
  return ["ledger", "vault"]
    .flatMap((root) =>
      readdirSync(join(dir, root), { recursive: true, encoding: "utf8" }).map((name) => `${root}/${name}`),
    )
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort();
}

/** Runs a check while a file holds other bytes, then puts the right ones back. */
async function withBytes(path: string, bytes: Uint8Array, check: () => Promise<void>): Promise<void> {
  const full = join(dir, path);
  const original = readFileSync(full);
  const { mode } = statSync(full);
  chmodSync(full, 0o644);
  writeFileSync(full, bytes);
  await check();
  writeFileSync(full, original);
  chmodSync(full, mode);
}

describe("a small case", () => {
  test("verifies as it was made", async () => {
    expect(await problemPaths()).toEqual([]);
    expect(sealedFiles()).toHaveLength(4 + 2 + 1 + 3);
  });

  test("is found out, and its file named alone, after one bit of any byte was flipped", async () => {
    let flips = 0;
    for (const path of sealedFiles()) {
      const original = readFileSync(join(dir, path));
      for (let at = 0; at < original.length; at++) {
        const flipped = Buffer.from(original);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << ((at * 5 + 3) % 8));
        await withBytes(path, flipped, async () => {
          // Neither looks into the other's folder, so only the one concerned is asked.
          const root = path.startsWith("ledger/") ? "ledger" : "vault";
          expect(new Set(await problemPaths(root)), `${path}, byte ${at}`).toEqual(new Set([path]));
        });
        flips += 1;
      }
    }
    expect(flips).toBeGreaterThan(3000);
    expect(await problemPaths()).toEqual([]);
  });

  test("is found out when a file is cut, lengthened, emptied, or swapped with another", async () => {
    const files = sealedFiles();
    for (const [index, path] of files.entries()) {
      const original = readFileSync(join(dir, path));
      const other = readFileSync(join(dir, files[(index + 1) % files.length] ?? path));
      const changes = [
        Buffer.concat([original, Buffer.from("\n")]),
        other,
        Buffer.concat([original, original]),
      ];
      for (let end = 0; end < original.length; end += 13) changes.push(original.subarray(0, end));
      for (const bytes of changes.filter((changed) => !changed.equals(original))) {
        await withBytes(path, bytes, async () => {
          expect(await problemPaths(), `${path}, ${bytes.length} bytes`).toContain(path);
        });
      }
    }
  });

  test("is found out when any file is removed", async () => {
    for (const path of sealedFiles()) {
      const original = readFileSync(join(dir, path));
      rmSync(join(dir, path));
      const found = await problemPaths();
      writeFileSync(join(dir, path), original);
      // The last segment is missed by the checkpoint, which knows how many acts there were.
      const isLast = path === "ledger/segment/00000000000000000003";
      expect(found, path).toContain(isLast ? "ledger/checkpoint" : path);
    }
    expect(await problemPaths()).toEqual([]);
  });
});
