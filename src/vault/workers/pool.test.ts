import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOwnThread } from "../../core/index.ts";
import { openFileBlobStore } from "../file-blob-store.ts";
import { openVault } from "../open-vault.ts";
import { verifyVault } from "../verify-vault.ts";
import { isFault } from "./blob-job.ts";
import { createBlobPool } from "./pool.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "inquest-pool-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function writeFiles(
  count: number,
): { readonly path: string; readonly sizeBytes: number; readonly sha256: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const bytes = randomBytes(100 + index);
    const path = join(dir, `file-${index}`);
    writeFileSync(path, bytes);
    return { path, sizeBytes: bytes.length, sha256: sha256Of(bytes) };
  });
}

describe("a pool", () => {
  test.for([1, 2])("hashes many files with %i thread(s), and counts the bytes", async (jobs) => {
    const files = writeFiles(300);
    const pool = createBlobPool({ jobs, enoughMs: 0 });
    try {
      const tickets = files.map(({ path, sizeBytes }) => pool.submit({ kind: "hash", path, sizeBytes }));
      const answers = await Promise.all(tickets.map((ticket) => ticket.answer()));
      expect(answers).toEqual(files.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes })));
      expect(pool.bytesDone()).toBe(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
    } finally {
      await pool.close();
    }
  });

  test("starts no thread for a few small files", async () => {
    const pool = createBlobPool({
      jobs: 2,
      startThread: () => {
        throw new Error("a thread was started");
      },
    });
    const files = writeFiles(20);
    const tickets = files.map(({ path, sizeBytes }) => pool.submit({ kind: "hash", path, sizeBytes }));
    for (const [index, ticket] of tickets.entries())
      expect(await ticket.answer()).toMatchObject({ sha256: files[index]?.sha256 });
    await pool.close();
  });

  test("names the file at which a thread died, and reads the others", async () => {
    const files = writeFiles(300);
    const deadly = 123;
    const pool = createBlobPool({
      jobs: 2,
      enoughMs: 0,
      startThread: () => new Worker(DYING, { eval: true }),
    });
    try {
      const tickets = files.map(({ path }, index) =>
        pool.submit({ kind: "hash", path: index === deadly ? "deadly" : path, sizeBytes: 1 }),
      );
      const answers = await Promise.all(tickets.map((ticket) => ticket.answer()));
      expect(answers.flatMap((answer, index) => (isFault(answer) ? [index] : []))).toEqual([deadly]);
      expect(answers[deadly]).toMatchObject({
        of: "thread",
        message: expect.stringContaining("exit code 7"),
      });
    } finally {
      await pool.close();
    }
  });

  test("does the work itself where no thread can be started", async () => {
    const files = writeFiles(300);
    const pool = createBlobPool({
      jobs: 2,
      enoughMs: 0,
      startThread: (workerData) => startOwnThread(import.meta.url, "no-such-module", { workerData }),
    });
    try {
      const tickets = files.map(({ path, sizeBytes }) => pool.submit({ kind: "hash", path, sizeBytes }));
      const answers = await Promise.all(tickets.map((ticket) => ticket.answer()));
      expect(answers).toEqual(files.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes })));
    } finally {
      await pool.close();
    }
  });
});

/** A thread that ends, as one that ran out of memory would, when it is given a certain file. */
const DYING = `
const { parentPort } = require("node:worker_threads");
parentPort.on("message", (jobs) => {
  for (const { path } of jobs) if (path === "deadly") process.exit(7);
  parentPort.postMessage(jobs.map(({ path }) => ({ sha256: path, sizeBytes: 1 })));
});
parentPort.postMessage("ready");
`;

describe("the report on a damaged vault", () => {
  test("is the same, to the letter, whatever the number of threads", async () => {
    const vault = await openVault(dir);
    const expected: { sha256: string; sizeBytes: number; neededBy: string }[] = [];
    for (let index = 0; index < 150; index++) {
      const { sha256, sizeBytes } = await vault.seal(randomBytes(200 + index));
      expected.push({ sha256, sizeBytes: sizeBytes + (index === 9 ? 1 : 0), neededBy: `source-${index}` });
    }
    const large = await vault.seal(randomBytes(5 * 1024 * 1024));
    // So much that threads start.
    await vault.seal(Buffer.alloc(160 * 1024 * 1024, "much"));
    const pathOf = (index: number) => blobPath(expected[index]?.sha256 ?? "");
    for (const index of [3, 70, 149]) {
      chmodSync(pathOf(index), 0o600);
      writeFileSync(pathOf(index), randomBytes(200 + index));
    }
    for (const path of [pathOf(4), blobPath(large.sha256)]) {
      chmodSync(path, 0o600);
      truncateSync(path, 100);
    }
    for (const index of [5, 71]) rmSync(pathOf(index));
    rmSync(pathOf(6));
    symlinkSync("/etc/hostname", pathOf(6));
    writeFileSync(join(dir, "vault", "foreign"), "x");
    mkdirSync(join(dir, "vault", "sha256", "zz"));
    writeFileSync(join(dir, "vault", "sha256", "zz", "foreign"), "x");
    writeFileSync(join(dir, "vault", "tmp", ".tmp-4194304000-0"), "torn");
    const reports = [];
    for (const jobs of [1, 2, 3]) reports.push(JSON.stringify(await verifyVault({ dir, expected, jobs })));
    // A store that is no folder is streamed on this thread, one blob after another.
    const { fileOf: _, ...streamed } = openFileBlobStore(dir);
    reports.push(JSON.stringify(await verifyVault({ dir, store: streamed, expected })));
    expect(new Set(reports).size).toBe(1);
    const report = JSON.parse(reports[0] ?? "");
    expect(report.problems).toHaveLength(12);
    expect(report.notes).toHaveLength(3);
    expect(readdirSync(join(dir, "vault", "tmp"))).toHaveLength(1);
  });
});

const blobPath = (sha256: string) =>
  join(dir, "vault/sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
