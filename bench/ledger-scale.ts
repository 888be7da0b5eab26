/** How a long log behaves: each size ten times the one before, so that what grows with it shows. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ledger, openLedger, toSignerFromSeed, verifyLedger } from "../src/ledger/index.ts";
import { draft, rate, timed, took } from "./ledger-measures.ts";

const CASE_ID = "bench";
const BATCH = 500;
const READS = 200;

/** 1,000,000 acts take minutes: only with INQUEST_LONG=1. */
export async function benchScale(): Promise<void> {
  const sizes = process.env.INQUEST_LONG === "1" ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
  for (const size of sizes) await benchSize(size);
}

async function benchSize(size: number): Promise<void> {
  console.log(`\n## ${size.toLocaleString("en")} acts in batches of ${BATCH}`);
  const dir = mkdtempSync(join(tmpdir(), "inquest-bench-"));
  const options = {
    dir,
    caseId: CASE_ID,
    signer: toSignerFromSeed("bench", randomBytes(32)),
    now: Date.now,
    random: (sizeBytes: number) => randomBytes(sizeBytes),
    check: "position" as const,
  };
  const reader = { ...options, signer: null };
  try {
    const ledger = await openLedger(options);
    const appending = await timed(async () => {
      for (let n = 0; n < size; n += BATCH) {
        await ledger.append(Array.from({ length: BATCH }, (_, index) => draft(n + index)));
      }
    });
    rate("appended, tiles and checkpoint on the way", size, appending);
    took("closed", await timed(() => ledger.close()));
    let opened: Ledger = ledger;
    took(
      "opened with a current position",
      await timed(async () => {
        opened = await openLedger(reader);
      }),
    );
    const leaves = Array.from({ length: READS }, (_, n) => (n * 7919 * 13) % size);
    each(
      `one of ${READS} acts proven, anywhere`,
      await timed(() => leaves.map((leaf) => opened.proveInclusion(leaf))),
    );
    each(`one of ${READS} acts read, anywhere`, await timed(() => leaves.map((leaf) => opened.read(leaf))));
    const whole = { ...reader, check: "full" as const };
    rate("opened without one: every file but no signature", size, await timed(() => openLedger(whole)));
    memory("in memory so far");
    rate("verified, signatures and all", size, await timed(() => requireOk(dir)));
    memory("in memory after it");
    console.log(`position file: ${statSync(join(dir, "work", "ledger-position.json")).size} bytes`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function requireOk(dir: string): Promise<void> {
  const report = await verifyLedger({ dir, caseId: CASE_ID });
  if (!report.ok) throw new Error(`the log does not verify: ${report.problems[0]?.text}`);
}

function each(what: string, ms: number): void {
  console.log(`${what.padEnd(64)} ${(ms / READS).toFixed(2).padStart(9)} ms each`);
}

function memory(what: string): void {
  const now = Math.round(process.memoryUsage().rss / 2 ** 20);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${what.padEnd(64)} ${String(now).padStart(9)} MB, at most ${peak} MB`);
}
