/** Modules of ours that run in a thread or a process of their own. */
import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a module in a thread, in the form in which the asking one runs: built, or as source in tests and benches,
 * where Node needs the loader that developers have installed.
 *
 * @param besideUrl - `import.meta.url` of the asking module; the other one lies beside it.
 * @param name - the file's name without its ending.
 */
export function startOwnThread(besideUrl: string, name: string, options: WorkerOptions = {}): Worker {
  const url = toUrl(besideUrl, name);
  if (!isSource(besideUrl)) return new Worker(url, options);
  // A thread does not take a loader from its options: it is registered before the module is loaded.
  const api = new URL("./esm/api/index.mjs", toLoaderUrl(besideUrl)).href;
  const start = `import(${JSON.stringify(api)}).then((loader) => { loader.register(); return import(${JSON.stringify(url.href)}); });`;
  return new Worker(start, { ...options, eval: true });
}

/** Starts a module in a process, likewise. The environment is what `options` say, else this process's own. */
export function startOwnProcess(
  besideUrl: string,
  name: string,
  { execArgv = [], ...options }: ForkOptions = {},
): ChildProcess {
  const loader = isSource(besideUrl) ? ["--import", toLoaderUrl(besideUrl)] : [];
  return fork(fileURLToPath(toUrl(besideUrl, name)), [], { ...options, execArgv: [...loader, ...execArgv] });
}

function isSource(url: string): boolean {
  return url.endsWith(".ts");
}

function toUrl(besideUrl: string, name: string): URL {
  return new URL(`./${name}.${isSource(besideUrl) ? "ts" : "js"}`, besideUrl);
}

function toLoaderUrl(besideUrl: string): string {
  return pathToFileURL(createRequire(besideUrl).resolve("tsx")).href;
}
