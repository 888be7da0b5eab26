/** How a case of very many acts opens: each step in a process of its own, so that its time and memory are its own. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseConfig, createCase, openCase, type Surroundings, sealFile } from "../src/case/index.ts";
import { withStatementId } from "../src/statements/index.ts";
import { rate, timed } from "./ledger-measures.ts";

const BATCH = 500;
const TEXT = "A fictional witness says that persons were taken from the hall.";

/** 1,000,000 statements take minutes: only with INQUEST_LONG=1. */
export async function benchCaseScale(): Promise<void> {
  for (const size of process.env.INQUEST_LONG === "1" ? [100_000, 1_000_000] : [100_000]) {
    console.log(`\n## a case of ${size.toLocaleString("en")} statements`);
    const folder = mkdtempSync(join(tmpdir(), "inquest-bench-case-"));
    try {
      await fill(folder, size);
      for (const step of ["open", "prove", "rebuild", "verify"] as const) runApart(step, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

export function surroundingsIn(folder: string): Surroundings {
  return {
    now: Date.now,
    random: (sizeBytes) => new Uint8Array(randomBytes(sizeBytes)),
    homeDir: join(folder, "home"),
    actor: "bench",
  };
}

async function fill(folder: string, size: number): Promise<void> {
  const dir = join(folder, "case");
  const surroundings = surroundingsIn(folder);
  const config = CaseConfig.parse({
    v: 1,
    id: "bench",
    title: { en: "Bench" },
    fictional: true,
    languages: ["en"],
    calendars: ["gregorian"],
    standardOfProof: "reasonable-grounds-to-believe",
    event: "event:bench",
  });
  await (await createCase({ dir, config, surroundings })).close();
  const opened = await openCase({ dir, mode: "write", surroundings });
  const { source } = await sealFile(opened, { name: "note.txt", bytes: new TextEncoder().encode(TEXT) });
  const recording = await timed(async () => {
    for (let n = 0; n < size; n += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, index) => toDraft(source.id, n + index));
      await opened.record(batch);
    }
  });
  rate(`recorded in batches of ${BATCH}, into the state too`, size, recording);
  await opened.close();
}

function toDraft(source: string, n: number) {
  const statement = withStatementId({
    subject: "event:bench",
    property: "persons-killed",
    value: { kind: "quantity", min: n, max: n },
    source,
    passage: { start: 0, end: TEXT.length, quote: TEXT, prefix: "", suffix: "" },
    speaker: "speaker:bench",
    chain: "first-hand",
    polarity: "asserts",
    standing: "reported",
    access: "open",
  });
  return {
    kind: "statement.recorded",
    body: { statement: { ...statement, value: { ...statement.value }, passage: { ...statement.passage } } },
  };
}

function runApart(step: string, folder: string): void {
  const child = spawnSync(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "case-scale-step.ts"), step, folder],
    {
      encoding: "utf8",
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  if (child.status !== 0) throw new Error(`${step} failed`);
}
