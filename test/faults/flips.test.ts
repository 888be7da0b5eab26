import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyCase } from "../../src/case/index.ts";
import { buildByWorkers, filesBelow, withBytes } from "./built-case.ts";
import { noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { createDice } from "./small-case.ts";

let root = "";
let dir = "";
beforeAll(async () => {
  root = await buildByWorkers(["analyse"]);
  dir = join(root, "case");
}, PATIENCE_MS);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sealedFiles = () => filesBelow(dir, ["ledger", "vault"]);

interface SealedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The file that holds a byte, counted over all of them. */
function fileAt(files: readonly SealedFile[], byte: number): SealedFile | undefined {
  let before = 0;
  return files.find(({ bytes }) => {
    before += bytes.length;
    return byte < before;
  });
}

/** The files that a verification blames. */
async function blamed(): Promise<string[]> {
  const { ok, problems } = await verifyCase(dir);
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ path }) => path);
}

describe("a whole case of which verify looks at every file each time", () => {
  test("blames nothing as it was built", async () => {
    expect(await blamed()).toEqual([]);
    expect(sealedFiles().length).toBeGreaterThan(15);
  });

  test("blames the file in which one random bit was flipped", { timeout: PATIENCE_MS }, async () => {
    const dice = createDice(process.env.INQUEST_SEED ?? "1988");
    const files = sealedFiles().map((path) => ({ path, bytes: readFileSync(join(dir, path)) }));
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const flips = times({ sampled: 150, long: 10_000 });
    const perFile = new Map<string, number>();
    for (let flip = 0; flip < flips; flip++) {
      // Half of them anywhere in the case, half in a file that is as likely as any other: small ones count too.
      const file = flip % 2 === 0 ? fileAt(files, dice(total)) : files[dice(files.length)];
      if (file === undefined) throw new Error("no file holds this bit");
      const at = dice(file.bytes.length);
      const { path } = file;
      const bit = dice(8);
      const flipped = Buffer.from(file.bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      await withBytes(join(dir, path), flipped, async () => {
        expect(await blamed(), `${path}, byte ${at}, bit ${bit}`).toContain(path);
      });
      perFile.set(path, (perFile.get(path) ?? 0) + 1);
    }
    expect(await blamed()).toEqual([]);
    noteCount(
      "single-bit flips",
      flips,
      `in ${perFile.size} of ${files.length} files, ${total} bytes; all found and named`,
    );
  });

  test("blames a file that was cut, torn, zeroed, doubled, or swapped with another", {
    timeout: PATIENCE_MS,
  }, async () => {
    const dice = createDice("torn");
    const files = sealedFiles();
    let torn = 0;
    const rounds = times({ sampled: 1, long: 8 });
    for (const [index, path] of files.entries()) {
      const bytes = readFileSync(join(dir, path));
      const kin = files.filter((other) => other !== path && other.split("/")[1] === path.split("/")[1]);
      for (let round = 0; round < rounds; round++) {
        const from = dice(bytes.length);
        const page = 512 * dice(1 + Math.ceil(bytes.length / 512));
        const other =
          kin[(index + round) % Math.max(1, kin.length)] ?? files[(index + 1) % files.length] ?? path;
        const changes = [
          bytes.subarray(0, from),
          bytes.subarray(0, Math.floor(bytes.length / 512) * 512),
          Buffer.concat([bytes.subarray(0, from), Buffer.alloc(bytes.length - from)]),
          Buffer.concat([bytes.subarray(0, page), Buffer.alloc(512), bytes.subarray(page + 512)]).subarray(
            0,
            bytes.length,
          ),
          Buffer.alloc(bytes.length),
          Buffer.alloc(0),
          Buffer.concat([bytes, bytes]),
          Buffer.concat([bytes, Buffer.alloc(4096)]),
          readFileSync(join(dir, other)),
        ];
        for (const [kind, changed] of changes.entries()) {
          if (changed.equals(bytes)) continue;
          await withBytes(join(dir, path), changed, async () => {
            expect(await blamed(), `${path}, change ${kind}, ${changed.length} bytes`).toContain(path);
          });
          torn += 1;
        }
      }
    }
    noteCount("torn, cut, zeroed and swapped files", torn, `over ${files.length} files; all found and named`);
  });

  test("blames a file that is gone, and one that nobody sealed", { timeout: PATIENCE_MS }, async () => {
    const files = sealedFiles();
    const last = files.filter((path) => path.startsWith("ledger/segment/")).at(-1);
    for (const path of files) {
      const bytes = readFileSync(join(dir, path));
      await withBytes(join(dir, path), bytes, async () => {
        rmSync(join(dir, path));
        // Of a last segment only the checkpoint knows.
        expect(await blamed(), path).toContain(path === last ? "ledger/checkpoint" : path);
      });
      expect(existsSync(join(dir, path))).toBe(true);
    }
    noteCount("removed files", files.length, "all found and named");
    expect(await blamed()).toEqual([]);
  });
});
