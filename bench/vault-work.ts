/** One measured piece of work on a vault, in a process of its own; says how long it took and how much memory it had. */
import { randomFillSync } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CaseConfig, createCase, sealFiles } from "../src/case/index.ts";
import { openFileSealer, verifyVault } from "../src/vault/index.ts";
import { timed } from "./ledger-measures.ts";

export interface VaultWork {
  readonly work: keyof typeof works;
  /** The case folder. */
  readonly dir: string;
  readonly jobs: number;
  /** The folder of the files, and their names. */
  readonly folder: string;
  readonly count: number;
  readonly sizeBytes: number;
}

export interface VaultMeasure {
  readonly ms: number;
  readonly peakBytes: number;
}

export const toName = (index: number): string => `file-${index}.bin`;

const works = { seal, verify, add };

async function seal({ dir, jobs, folder, count, sizeBytes }: VaultWork): Promise<void> {
  mkdirSync(dir);
  const sealer = openFileSealer(dir, { jobs });
  const files = Array.from({ length: count }, (_, index) => ({
    file: join(folder, toName(index)),
    sizeBytes,
  }));
  let batch = [];
  for await (const staged of sealer.stage(files)) {
    if (staged instanceof Error) throw staged;
    batch.push(staged);
    if (batch.length < 256) continue;
    await sealer.seal(batch);
    batch = [];
  }
  await sealer.seal(batch);
  await sealer.close();
}

async function verify({ dir, jobs, count }: VaultWork): Promise<void> {
  const { ok, blobs } = await verifyVault({ dir, expected: [], jobs });
  if (!ok || blobs !== count) throw new Error(`${blobs} of ${count} blobs are sound`);
}

async function add({ dir, jobs, folder, count }: VaultWork): Promise<void> {
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
  const surroundings = {
    now: Date.now,
    random: (sizeBytes: number) => randomFillSync(new Uint8Array(sizeBytes)),
    homeDir: `${dir}-home`,
    actor: "bench",
  };
  const opened = await createCase({ dir, config, surroundings });
  const paths = Array.from({ length: count }, (_, index) => join(folder, toName(index)));
  for await (const outcome of sealFiles(opened, paths, { jobs })) if ("error" in outcome) throw outcome.error;
  await opened.close();
}

const [, , asked] = process.argv;
if (process.argv[1]?.endsWith("vault-work.js") && asked !== undefined) {
  const work: VaultWork = JSON.parse(asked);
  const ms = await timed(() => works[work.work](work));
  const measure: VaultMeasure = { ms, peakBytes: process.resourceUsage().maxRSS * 1024 };
  process.stdout.write(JSON.stringify(measure));
}
