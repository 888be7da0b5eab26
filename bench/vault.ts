/** How fast files are sealed and verified on one thread and on two, beside `sha256sum` and the disk's own fsync. */
import { spawnSync } from "node:child_process";
import { randomBytes, randomFillSync } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { timed } from "./ledger-measures.ts";

const ROUNDS = 3;
const LARGE_FILES = 4;
const LARGE_BYTES = 512 * 1024 * 1024;
const SMALL_FILES = 20_000;
const SMALL_BYTES = 4096;
const FSYNCS = 2000;

type Program = Pick<typeof import("../src/vault/index.ts"), "openFileSealer" | "verifyVault"> &
  Pick<typeof import("../src/case/index.ts"), "CaseConfig" | "createCase" | "sealFiles">;

interface Material {
  readonly folder: string;
  readonly names: readonly string[];
  readonly sizeBytes: number;
}

/** Prints the median of three rounds; all take turns, so that a busy machine slows all. */
export async function benchVault(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "inquest-bench-vault-"));
  try {
    const program = await loadBuilt(
      join(import.meta.dirname, "..", "node_modules", ".cache", "bench-program"),
    );
    const large = writeMaterial(join(dir, "large"), LARGE_FILES, LARGE_BYTES);
    console.log(
      `4 files of 512 MiB, all in the page cache: they are read from memory, and sealing waits until its copy is on the disk`,
    );
    await benchLarge(program, dir, large);
    rmSync(large.folder, { recursive: true });
    const small = writeMaterial(join(dir, "small"), SMALL_FILES, SMALL_BYTES);
    console.log(`\n20,000 files of 4 KiB, all in the page cache`);
    await benchSmall(program, dir, small);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function benchLarge(program: Program, dir: string, material: Material): Promise<void> {
  const mbPerSecond = (ms: number) => (material.sizeBytes * material.names.length) / 1000 / ms;
  const figures = await takeTurns(program, dir, material, mbPerSecond);
  const sum = median(figures.sum);
  for (const [what, values] of labelled(figures)) {
    const figure = median(values);
    const ratio = (figure / sum).toFixed(2);
    tell(what, `${Math.round(figure)} MB/s`, `${ratio} × sha256sum${range(values)}`);
  }
}

async function benchSmall(program: Program, dir: string, material: Material): Promise<void> {
  const filesPerSecond = (ms: number) => (material.names.length / ms) * 1000;
  const fsyncs: number[] = [];
  const figures = await takeTurns(program, dir, material, filesPerSecond, async () => {
    fsyncs.push((FSYNCS / (await timed(() => createSyncAndRename(join(dir, "fsync"), FSYNCS)))) * 1000);
  });
  for (const [what, values] of labelled(figures))
    tell(what, `${Math.round(median(values))} files/s`, range(values));
  const fsync = median(fsyncs);
  tell("the disk: create, write, fsync, rename, one by one", `${Math.round(fsync)} files/s`, range(fsyncs));
  const share = median(figures.seal2) / fsync;
  console.log(
    `  sealing waits for the disk: each file costs one fsync of its own, which sha256sum does not do; on two threads it runs at ${share.toFixed(2)} of the disk's rate for one fsync after another`,
  );
}

interface Figures {
  readonly sum: number[];
  readonly seal1: number[];
  readonly seal2: number[];
  readonly add2: number[];
  readonly verify1: number[];
  readonly verify2: number[];
}

async function takeTurns(
  program: Program,
  dir: string,
  material: Material,
  toRate: (ms: number) => number,
  also: () => Promise<void> = () => Promise.resolve(),
): Promise<Figures> {
  const figures: Figures = { sum: [], seal1: [], seal2: [], add2: [], verify1: [], verify2: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const place = (name: string) => join(dir, `${name}-${round}`);
    const measure = async (values: number[], run: () => unknown) =>
      void values.push(toRate(await timed(run)));
    await measure(figures.sum, () => sha256sum(material));
    await also();
    await measure(figures.seal1, () => seal(program, place("one"), material, 1));
    rmSync(place("one"), { recursive: true });
    await measure(figures.seal2, () => seal(program, place("two"), material, 2));
    await measure(figures.verify1, () => verify(program, place("two"), material, 1));
    await measure(figures.verify2, () => verify(program, place("two"), material, 2));
    rmSync(place("two"), { recursive: true });
    await measure(figures.add2, () => add(program, place("case"), material));
    rmSync(place("case"), { recursive: true });
  }
  return figures;
}

function labelled(figures: Figures): [string, number[]][] {
  return [
    ["sha256sum, one process", figures.sum],
    ["sealed, 1 thread: read, hash, write, fsync, name", figures.seal1],
    ["sealed, 2 threads", figures.seal2],
    ["added to a case, 2 threads: inspected, sealed, acts recorded", figures.add2],
    ["verified, 1 thread", figures.verify1],
    ["verified, 2 threads", figures.verify2],
  ];
}

function sha256sum({ folder, names }: Material): void {
  const { status, error } = spawnSync("sha256sum", [...names], { cwd: folder, stdio: "ignore" });
  if (status !== 0) throw new Error(`sha256sum: ${error?.message ?? `exit code ${status}`}`);
}

async function seal(
  { openFileSealer }: Program,
  dir: string,
  { folder, names, sizeBytes }: Material,
  jobs: number,
): Promise<void> {
  mkdirSync(dir);
  const sealer = openFileSealer(dir, { jobs });
  let batch = [];
  for await (const staged of sealer.stage(names.map((name) => ({ file: join(folder, name), sizeBytes })))) {
    if (staged instanceof Error) throw staged;
    batch.push(staged);
    if (batch.length < 256) continue;
    await sealer.seal(batch);
    batch = [];
  }
  await sealer.seal(batch);
  await sealer.close();
}

async function verify(
  { verifyVault }: Program,
  dir: string,
  { names }: Material,
  jobs: number,
): Promise<void> {
  const { ok, blobs } = await verifyVault({ dir, expected: [], jobs });
  if (!ok || blobs !== names.length) throw new Error(`${blobs} of ${names.length} blobs are sound`);
}

async function add(
  { CaseConfig, createCase, sealFiles }: Program,
  dir: string,
  { folder, names }: Material,
): Promise<void> {
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
  const paths = names.map((name) => join(folder, name));
  for await (const outcome of sealFiles(opened, paths, { jobs: 2 }))
    if ("error" in outcome) throw outcome.error;
  await opened.close();
}

/** What every file costs at least that must be whole under its name after a power cut. */
function createSyncAndRename(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const bytes = randomBytes(SMALL_BYTES);
  for (let n = 0; n < count; n++) {
    const fd = openSync(join(folder, "next"), "wx");
    writeSync(fd, bytes);
    fsyncSync(fd);
    closeSync(fd);
    renameSync(join(folder, "next"), join(folder, String(n)));
  }
}

function writeMaterial(folder: string, count: number, sizeBytes: number): Material {
  mkdirSync(folder);
  const names = Array.from({ length: count }, (_, index) => `file-${index}.bin`);
  for (const name of names) {
    if (sizeBytes <= 1 << 20) {
      writeFileSync(join(folder, name), randomBytes(sizeBytes));
      continue;
    }
    const fd = openSync(join(folder, name), "w");
    for (let done = 0; done < sizeBytes; done += 1 << 20) writeSync(fd, randomBytes(1 << 20));
    fsyncSync(fd);
    closeSync(fd);
  }
  return { folder, names, sizeBytes };
}

/** The program as users run it: threads of the source take ten times as long to start. */
async function loadBuilt(folder: string): Promise<Program> {
  const tsc = join(import.meta.dirname, "..", "node_modules", "typescript", "bin", "tsc");
  const built = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", folder], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`the program did not compile:\n${built.stdout}`);
  const load = (room: string) => import(pathToFileURL(join(folder, room, "index.js")).href);
  const { openFileSealer, verifyVault }: typeof import("../src/vault/index.ts") = await load("vault");
  const { CaseConfig, createCase, sealFiles }: typeof import("../src/case/index.ts") = await load("case");
  return { openFileSealer, verifyVault, CaseConfig, createCase, sealFiles };
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

function range(values: readonly number[]): string {
  return `  (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;
}

function tell(what: string, figure: string, note: string): void {
  console.log(`  ${what.padEnd(62)} ${figure.padStart(14)}  ${note}`);
}

if (process.argv[1]?.endsWith("bench/vault.ts")) await benchVault();
