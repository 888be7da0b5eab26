/** The command line as a process of its own, as people start it, and killed while it works. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DiskOrders } from "./disk-trace.ts";
import type { WorkerPrograms } from "./worker.ts";

export interface CommandOrders {
  /** The working directory; the user's home lies in it too. */
  readonly folder: string;
  readonly args: readonly string[];
  /** Left out: the machine's own disk, with no step seen. */
  readonly disk?: DiskOrders;
  /** SIGKILL after so many milliseconds. */
  readonly killAfterMs?: number;
}

export interface CommandEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly tookMs: number;
}

/** @param programs - from `buildCommandLine`. */
export function runProcess(programs: WorkerPrograms, orders: CommandOrders): Promise<CommandEnd> {
  const { folder, args, disk, killAfterMs } = orders;
  const preload = disk === undefined ? [] : ["--import", pathToFileURL(programs.disk).href];
  const began = performance.now();
  const child = spawn(process.execPath, [...preload, programs.work, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      INQUEST_HOME: join(folder, "home"),
      ...(disk === undefined ? {} : { INQUEST_DISK: JSON.stringify(disk) }),
    },
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const timer = killAfterMs === undefined ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      resolve({ code, signal, out, err, tookMs: performance.now() - began });
    });
  });
}
