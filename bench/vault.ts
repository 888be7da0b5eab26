/** How fast files are sealed and verified on one thread and on two, beside `sha256sum` and the disk's own fsync. */
import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
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
import { promisify } from "node:util";
import { timed } from "./ledger-measures.ts";
import { toName, type VaultMeasure, type VaultWork } from "./vault-work.ts";

const execute = promisify(execFile);

const ROUNDS = 3;
const LARGE_FILES = 4;
const LARGE_BYTES = 512 * 1024 * 1024;
const SMALL_FILES = 20_000;
const SMALL_BYTES = 4096;
const FSYNCS = 2000;
const WARMED_BYTES = 3 * 1024 ** 3;

/** Runs a piece of work and gives its measure. */
type Program = (work: VaultWork) => VaultMeasure;

type Material = Pick<VaultWork, "folder" | "count" | "sizeBytes">;

/** Prints the median of three rounds; all take turns, so that a busy machine slows all. */
export async function benchVault(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "inquest-bench-vault-"));
  try {
    const program = compile(join(dir, "program"));
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
}

async function benchLarge(program: Program, dir: string, material: Material): Promise<void> {
  const mbPerSecond = (ms: number) => (material.sizeBytes * material.count) / 1000 / ms;
  const copied: number[] = [];
  const figures = await takeTurns(program, dir, material, mbPerSecond, async () => {
    warmMemory(dir, WARMED_BYTES);
    const into = join(dir, "copied");
    mkdirSync(into);
    copied.push(mbPerSecond(await timed(() => copyInPairs(material, into))));
    rmSync(into, { recursive: true });
    settleDisk(dir);
  });
  const sum = median(figures.sum);
  for (const [what, values] of labelled(figures)) {
    const figure = median(values);
    const ratio = (figure / sum).toFixed(2);
    tell(what, `${Math.round(figure)} MB/s`, `${ratio} × sha256sum${range(values)}`);
  }
  const disk = median(copied);
  tell("the disk: copied by dd, two at a time, not hashed", `${Math.round(disk)} MB/s`, range(copied));
  const share = (median(figures.seal2) / disk).toFixed(2);
  console.log(`  sealed by two threads at ${share} of the rate at which two dd copy without hashing`);
}

async function benchSmall(program: Program, dir: string, material: Material): Promise<void> {
  const filesPerSecond = (ms: number) => (material.count / ms) * 1000;
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
  let peakBytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const run = (values: number[], work: VaultWork["work"], name: string, jobs: number) => {
      warmMemory(dir, WARMED_BYTES);
      const measure = program({ ...material, work, dir: join(dir, `${name}-${round}`), jobs });
      values.push(toRate(measure.ms));
      peakBytes = Math.max(peakBytes, measure.peakBytes);
    };
    const remove = (name: string) => {
      rmSync(join(dir, `${name}-${round}`), { recursive: true });
      // What is deleted is given back by the disk's next write, which must not be a measured one.
      settleDisk(dir);
    };
    figures.sum.push(toRate(await timed(() => sha256sum(material))));
    await also();
    run(figures.seal1, "seal", "one", 1);
    remove("one");
    run(figures.seal2, "seal", "two", 2);
    run(figures.verify1, "verify", "two", 1);
    run(figures.verify2, "verify", "two", 2);
    remove("two");
    run(figures.add2, "add", "case", 2);
    remove("case");
  }
  console.log(`  peak memory of the program ${Math.round(peakBytes / 1e6)} MB`);
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

function sha256sum({ folder, count }: Material): void {
  const names = Array.from({ length: count }, (_, index) => toName(index));
  const { status, error } = spawnSync("sha256sum", names, { cwd: folder, stdio: "ignore" });
  if (status !== 0) throw new Error(`sha256sum: ${error?.message ?? `exit code ${status}`}`);
}

/**
 * Uses memory as a page cache would and gives it back. A virtual machine hands out memory that it has not used for some
 * seconds as slowly as a disk (measured: 2.6 s a GB, beside 0.3 s), and only the first to write would pay for it.
 */
function warmMemory(dir: string, sizeBytes: number): void {
  const path = join(dir, "warmed");
  const piece = Buffer.alloc(1 << 20);
  const fd = openSync(path, "w");
  for (let done = 0; done < sizeBytes; done += piece.length) writeSync(fd, piece);
  closeSync(fd);
  rmSync(path);
  settleDisk(dir);
}

/** What the disk takes at most: each file read and written to its end by `dd`, two at a time. */
async function copyInPairs({ folder, count }: Material, into: string): Promise<void> {
  const copyEach = async (first: number) => {
    for (let index = first; index < count; index += 2) {
      const operands = [`if=${join(folder, toName(index))}`, `of=${join(into, toName(index))}`];
      await execute("dd", [...operands, "bs=256K", "conv=fdatasync", "status=none"]);
    }
  };
  await Promise.all([copyEach(0), copyEach(1)]);
}

function settleDisk(dir: string): void {
  const path = join(dir, "settled");
  for (let again = 0; again < 3; again++) {
    const fd = openSync(path, "w");
    writeSync(fd, "x");
    fsyncSync(fd);
    closeSync(fd);
    rmSync(path);
  }
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
  for (let index = 0; index < count; index++) {
    const fd = openSync(join(folder, toName(index)), "w");
    const pieceBytes = Math.min(sizeBytes, 1 << 20);
    for (let done = 0; done < sizeBytes; done += pieceBytes) writeSync(fd, randomBytes(pieceBytes));
    if (sizeBytes > pieceBytes) fsyncSync(fd);
    closeSync(fd);
  }
  return { folder, count, sizeBytes };
}

/** The program as users run it, built and in a process of its own: threads of the source take far longer to start. */
function compile(folder: string): Program {
  const root = join(import.meta.dirname, "..");
  // Beside the libraries, so that it finds them.
  const out = join(root, "node_modules", ".cache", "bench-vault");
  mkdirSync(folder);
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      rootDir: root,
      outDir: out,
      typeRoots: [join(root, "node_modules/@types")],
    },
    include: [join(root, "src"), join(root, "bench/vault-work.ts")],
    exclude: [join(root, "src/**/*.test.ts")],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const built = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the program did not compile:\n${built.stdout}`);
  return (work) => {
    const script = join(out, "bench", "vault-work.js");
    const ran = spawnSync(process.execPath, [script, JSON.stringify(work)], { encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`${work.work} failed:\n${ran.stderr}`);
    const measure: VaultMeasure = JSON.parse(ran.stdout);
    return measure;
  };
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
