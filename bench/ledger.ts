/** How fast acts are recorded, read and verified, and blobs sealed, beside what the disk itself can do. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger, toSignerFromSeed, verifyLedger } from "../src/ledger/index.ts";
import { openVault, verifyVault } from "../src/vault/index.ts";
import { appendAndSync, createAndLink } from "./disk-measures.ts";
import { draft, print, rate, timed, took } from "./ledger-measures.ts";
import { benchScale } from "./ledger-scale.ts";

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
    await benchScale();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function benchActs(dir: string): Promise<void> {
  const fsyncs = await timed(() => appendAndSync(join(dir, "plain"), SINGLE));
  rate("the disk: 200 bytes appended and fsynced", SINGLE, fsyncs);
  const commits = await timed(() => createAndLink(join(dir, "plain-files"), SINGLE));
  rate("the disk: a new file fsynced, linked, its folder fsynced", SINGLE, commits);

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
  rate("acts, one caller who waits for each (a new file each)", SINGLE, single);
  const after = await timed(() => createAndLink(join(dir, "plain-files-2"), SINGLE));
  rate("the disk, the same again", SINGLE, after);
  const grouped = await timed(async () => {
    for (let n = 0; n < SINGLE; n += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => ledger.append([draft(n + index)])));
    }
  });
  rate("acts, 50 callers in flight (group commit)", SINGLE, grouped);
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

function proveSome(prove: (leafIndex: number) => unknown, size: number): void {
  for (let n = 0; n < 1000; n++) prove((n * 7919) % size);
}

function throughput(what: string, ms: number): void {
  print(what, `${Math.round(LARGE_BYTES / 1000 / ms)} MB/s`, ms);
}

if (process.argv[1]?.endsWith("ledger.ts")) await benchLedger();
