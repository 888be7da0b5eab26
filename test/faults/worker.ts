/** Starts worker processes. They run as one bundled file each, so that a thousand of them start quickly. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { type Acknowledgement, parseAcknowledgements } from "./acknowledgement.ts";
import type { DiskOrders } from "./disk-trace.ts";
import type { WorkOrders } from "./work-orders.ts";

export interface WorkerPrograms {
  readonly work: string;
  readonly disk: string;
}

/** Bundles the worker and its disk into a folder. */
export async function buildWorkers(folder: string): Promise<WorkerPrograms> {
  await bundle(folder, { work: join(import.meta.dirname, "worker-process.ts") });
  return { work: join(folder, "work.mjs"), disk: join(folder, "fault-disk.mjs") };
}

/** Bundles the command line, with the threads on which it links, and the disk into a folder. */
export async function buildCommandLine(folder: string): Promise<WorkerPrograms> {
  const source = join(import.meta.dirname, "../../src");
  await bundle(folder, {
    work: join(source, "cli/main.ts"),
    "link-worker": join(source, "engines/link-worker.ts"),
  });
  return { work: join(folder, "work.mjs"), disk: join(folder, "fault-disk.mjs") };
}

/** @param programs - by the name that the bundle gets; threads under the name by which the program looks for them. */
async function bundle(folder: string, programs: Readonly<Record<string, string>>): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    // What is loaded only when it is used stays outside, and is not used.
    ssr: {
      noExternal: true,
      external: ["@myriaddreamin/typst-ts-node-compiler", "@aws-sdk/client-s3", "@duckdb/node-api"],
    },
    build: {
      ssr: true,
      outDir: folder,
      target: "node20",
      minify: false,
      sourcemap: "inline",
      rollupOptions: {
        input: {
          ...programs,
          "fault-disk": join(import.meta.dirname, "fault-disk.ts"),
          "log-worker": join(import.meta.dirname, "../../src/ledger/log-worker.ts"),
        },
        output: {
          entryFileNames: ({ name }) => (name.endsWith("-worker") ? `${name}.js` : `${name}.mjs`),
          chunkFileNames: "[name]-chunk.mjs",
        },
      },
    },
  });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
}

export interface WorkerOrders {
  readonly work: WorkOrders;
  /** Left out: the machine's own disk, with no step seen. */
  readonly disk?: DiskOrders;
  /** A program that runs node, as `strace -f … --`. */
  readonly under?: readonly string[];
}

export interface WorkerEnd {
  readonly acknowledged: readonly Acknowledgement[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

export interface RunningWorker {
  readonly pid: number;
  /** Resolves when this many lines were said, or the worker ended. */
  said(lines: number): Promise<void>;
  kill(): void;
  readonly ended: Promise<WorkerEnd>;
}

export function startWorker(
  programs: WorkerPrograms,
  { work, disk, under = [] }: WorkerOrders,
): RunningWorker {
  const preload =
    disk === undefined
      ? []
      : [
          // Only a trace needs to know lines of the source.
          ...(disk.trace === undefined ? [] : ["--enable-source-maps"]),
          "--import",
          pathToFileURL(programs.disk).href,
        ];
  const [command = process.execPath, ...args] = [...under, process.execPath, ...preload, programs.work];
  const child: ChildProcess = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      INQUEST_WORK: JSON.stringify(work),
      ...(disk === undefined ? {} : { INQUEST_DISK: JSON.stringify(disk) }),
    },
  });
  let out = "";
  let err = "";
  let lines = 0;
  let isOver = false;
  let waiting: { readonly lines: number; readonly resolve: () => void }[] = [];
  const wake = () => {
    const ready = waiting.filter((wait) => isOver || wait.lines <= lines);
    waiting = waiting.filter((wait) => !ready.includes(wait));
    for (const { resolve } of ready) resolve();
  };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    lines += text.split("\n").length - 1;
    wake();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<WorkerEnd>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      isOver = true;
      wake();
      resolve({ acknowledged: parseAcknowledgements(out), code, signal, err });
    });
  });
  return {
    pid: child.pid ?? 0,
    said: (count) =>
      new Promise((resolve) => {
        waiting.push({ lines: count, resolve });
        wake();
      }),
    kill: () => void child.kill("SIGKILL"),
    ended,
  };
}

export function runWorker(programs: WorkerPrograms, orders: WorkerOrders): Promise<WorkerEnd> {
  return startWorker(programs, orders).ended;
}

/** A folder on a file system in memory where there is one: these tests are about order, not about speed. */
export function quickFolder(name: string): string {
  return mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), `inquest-${name}-`));
}
