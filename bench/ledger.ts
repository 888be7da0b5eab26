/** How fast acts are recorded, read and verified, and blobs sealed, beside what the disk itself can do. */
import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ActDraft, openLedger, toSignerFromSeed, verifyLedger } from "../src/ledger/index.ts";
import { openVault, verifyVault } from "../src/vault/index.ts";

const CASE_ID = "bench";
const BATCH = 500;
const SINGLE = 1000;
const ACTS = 17_500;
const SMALL_BLOBS = 2000;
const LARGE_BYTES = 256 * 1024 * 1024;

/** Prints every rate; the folder lies in the system's own place for temporary files. */
export async function benchLedger(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "inquest-bench-"));
  try {
    await benchActs(dir);
    await benchBlobs(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function benchActs(dir: string): Promise<void> {
  const fsyncs = await timed(() => appendAndSync(join(dir, "plain"), SINGLE));
  rate("the disk: 200 bytes appended and fsynced", SINGLE, fsyncs);

  const options = {
    dir,
    caseId: CASE_ID,
    signer: toSignerFromSeed("bench", randomBytes(32)),
    now: Date.now,
    random: (sizeBytes: number) => randomBytes(sizeBytes),
  };
  const ledger = await openLedger(options);
  const single = await timed(async () => {
    for (let n = 0; n < SINGLE; n++) await ledger.append([draft(n)]);
  });
  rate("acts, each awaited (two fsyncs)", SINGLE, single);
  const grouped = await timed(async () => {
    for (let n = 0; n < SINGLE; n += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => ledger.append([draft(n + index)])));
    }
  });
  rate("acts, 50 calls at a time", SINGLE, grouped);
  const batched = await timed(async () => {
    for (let n = 0; n < ACTS; n += BATCH) {
      await ledger.append(Array.from({ length: BATCH }, (_, index) => draft(n + index)));
    }
  });
  rate(`acts in batches of ${BATCH}`, ACTS, batched);
  took("tiles and checkpoint over all of them", await timed(() => ledger.close()));

  const reader = { ...options, signer: null };
  took(
    `open ${ledger.size} acts, the first ${SINGLE} in segments of one`,
    await timed(() => openLedger(reader)),
  );
  const opened = await openLedger(reader);
  took("read every act", await timed(() => [...opened.entries()].length));
  took("prove 1,000 acts", await timed(() => proveSome(opened.proveInclusion, opened.size)));
  rate(
    "acts verified, signatures and all",
    opened.size,
    await timed(() => verifyLedger({ dir, caseId: CASE_ID })),
  );
}

async function benchBlobs(dir: string): Promise<void> {
  const vault = await openVault(dir);
  const content = Array.from({ length: SMALL_BLOBS }, () => randomBytes(4096));
  const sealed = await timed(async () => {
    for (const bytes of content) await vault.seal(bytes);
  });
  rate("blobs of 4 KiB sealed", SMALL_BLOBS, sealed);
  const again = await timed(async () => {
    for (const bytes of content) await vault.seal(bytes);
  });
  rate("the same sealed again, verified", SMALL_BLOBS, again);

  const large = randomBytes(LARGE_BYTES);
  const file = join(dir, "large");
  writeFileSync(file, large);
  throughput("SHA-256 in memory", await timed(() => createHash("sha256").update(large).digest()));
  throughput("one large file sealed", await timed(() => vault.seal({ file })));
  throughput("vault verified", await timed(() => verifyVault({ dir, expected: [] })));
}

/** About 500 bytes as an entry. */
function draft(n: number): ActDraft {
  return {
    kind: "bench.noted",
    body: { n, words: "یادداشتی به درازای یک گزارهٔ کوتاه", source: "s".repeat(90) },
  };
}

function appendAndSync(path: string, count: number): void {
  const fd = openSync(path, "a");
  const bytes = Buffer.alloc(200, "x");
  for (let n = 0; n < count; n++) {
    writeSync(fd, bytes);
    fsyncSync(fd);
  }
  closeSync(fd);
}

function proveSome(prove: (leafIndex: number) => unknown, size: number): void {
  for (let n = 0; n < 1000; n++) prove((n * 7919) % size);
}

/** Milliseconds that something takes. */
async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function rate(what: string, count: number, ms: number): void {
  print(what, `${Math.round((count / ms) * 1000)}/s`, ms);
}

function throughput(what: string, ms: number): void {
  print(what, `${Math.round(LARGE_BYTES / 1000 / ms)} MB/s`, ms);
}

function took(what: string, ms: number): void {
  print(what, "", ms);
}

function print(what: string, figure: string, ms: number): void {
  console.log(`${what.padEnd(52)} ${figure.padStart(12)} ${ms.toFixed(0).padStart(7)} ms`);
}

if (process.argv[1]?.endsWith("ledger.ts")) await benchLedger();
