/**
 * Preloaded into a worker process (`node --import`): numbers every call of `node:fs` that changes something below
 * one folder, and, as the environment variable INQUEST_DISK says, writes each down, dies in front of one, or
 * refuses it as a broken disk would. The program under test is not changed and does not know.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, resolve, sep } from "node:path";
import { DiskOrders, type DiskStep } from "./disk-trace.ts";

const orders = DiskOrders.parse(JSON.parse(process.env.INQUEST_DISK ?? "{}"));
const real = { ...fs };
const paths = new Map<number, string>();
const offsets = new Map<number, number>();
const traceFd = orders.trace === undefined ? null : real.openSync(orders.trace, "a");
let count = 0;
/** The step to die in front of; with `killOn` known once its call is seen. */
let last = orders.killAt ?? null;

const isOurs = (path: string) => path === orders.root || path.startsWith(orders.root + sep);
const toPath = (path: fs.PathLike) => resolve(String(path));

/**
 * The line of the program that asked for an fsync, `src/core/durable-file.ts:42 createExclusive`: the innermost
 * caller that is not `syncFolder`, whose callers differ. Lines are those of the source (`--enable-source-maps`).
 */
function callSite(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 12;
  const { stack = "" } = new Error("call site");
  Error.stackTraceLimit = limit;
  const frames = stack
    .split("\n")
    .slice(1)
    .filter((line) => /(?:src|test)\//u.test(line))
    .filter((line) => !line.includes("fault-disk") && !/\bat (?:async )?syncFolder\b/u.test(line));
  const [, name = "", place = ""] =
    /at (?:async )?(?:(\S+) )?.*?((?:src|test)\/[^:)]*:\d+)/u.exec(frames[0] ?? "") ?? [];
  return `${place} ${name.replace(/^.*\./u, "")}`.trim();
}

function write(step: DiskStep): void {
  if (traceFd !== null) real.writeSync(traceFd, `${JSON.stringify(step)}\n`);
}

/** Counts a call that is about to happen; may not return. */
function before(call: string, to = ""): void {
  count += 1;
  const { killOn, refuse } = orders;
  if (last === null && killOn?.call === call && to.split(sep).join("/").includes(killOn.to))
    last = count + killOn.later;
  if (last === count) {
    process.kill(process.pid, "SIGKILL");
  }
  if (refuse === undefined || count < refuse.at || count >= refuse.at + refuse.times) return;
  if (refuse.calls.length > 0 && !refuse.calls.includes(call)) return;
  throw Object.assign(new Error(`${refuse.code}: refused by the test, ${call}`), {
    code: refuse.code,
    syscall: call,
    errno: -5,
  });
}

function openSync(path: fs.PathLike, flags: fs.OpenMode = "r", mode?: fs.Mode | null): number {
  const full = toPath(path);
  if (!isOurs(full) || flags === "r") {
    const fd = real.openSync(path, flags, mode);
    if (isOurs(full)) paths.set(fd, full);
    return fd;
  }
  before("open");
  const isNew = !real.existsSync(full);
  const fd = real.openSync(path, flags, mode);
  paths.set(fd, full);
  const isCut = String(flags).startsWith("w") && !isNew;
  offsets.set(fd, String(flags).startsWith("a") ? real.fstatSync(fd).size : 0);
  if (isNew) write({ op: "create", path: full });
  else if (isCut) write({ op: "cut", path: full, size: 0 });
  return fd;
}

function writeSync(
  fd: number,
  data: string | NodeJS.ArrayBufferView,
  offset: number | object | null = 0,
  length?: number | BufferEncoding | null,
  position?: number | null,
): number {
  const path = paths.get(fd);
  const bytes =
    typeof data === "string" ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (path === undefined) {
    // What the worker says on standard output is what it acknowledges.
    if (fd === 1) write({ op: "say", line: bytes.toString("utf8") });
    return real.writeSync(fd, bytes);
  }
  const from = typeof offset === "number" && typeof data !== "string" ? offset : 0;
  const end = typeof length === "number" ? from + length : bytes.length;
  const part = bytes.subarray(from, end);
  const at = position ?? offsets.get(fd) ?? 0;
  if (last === count + 1 && part.length > 1) real.writeSync(fd, part, 0, part.length >> 1, at);
  before("write");
  const done = real.writeSync(fd, part, 0, part.length, at);
  offsets.set(fd, at + done);
  write({ op: "write", path, at, bytes: part.subarray(0, done).toString("base64") });
  return done;
}

function fsyncSync(fd: number): void {
  const path = paths.get(fd);
  if (path === undefined) {
    real.fsyncSync(fd);
    return;
  }
  before("fsync");
  real.fsyncSync(fd);
  write({ op: "fsync", path, isFolder: real.fstatSync(fd).isDirectory(), site: callSite() });
}

function fsync(fd: number, done: fs.NoParamCallback): void {
  const path = paths.get(fd);
  if (path === undefined) {
    real.fsync(fd, done);
    return;
  }
  const site = callSite();
  try {
    before("fsync");
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  const isFolder = real.fstatSync(fd).isDirectory();
  real.fsync(fd, (error) => {
    if (error === null) write({ op: "fsync", path, isFolder, site });
    done(error);
  });
}

function closeSync(fd: number): void {
  paths.delete(fd);
  offsets.delete(fd);
  real.closeSync(fd);
}

function writeFileSync(file: fs.PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView): void {
  if (typeof file === "number" || !isOurs(toPath(file))) {
    real.writeFileSync(file, data);
    return;
  }
  const fd = openSync(file, "w", 0o666);
  try {
    writeSync(fd, data);
  } finally {
    closeSync(fd);
  }
}

/** A call on one or two paths that has no result worth a look. */
function wrap(call: "link" | "rename" | "unlink" | "rmdir", act: (...paths: string[]) => void) {
  return (...given: readonly fs.PathLike[]): void => {
    const [path = "", to] = given.slice(0, 2).map(toPath);
    const all = to === undefined ? [path] : [path, to];
    if (isOurs(path)) before(call, to);
    act(...all);
    if (!isOurs(path)) return;
    write(
      to === undefined || call === "unlink" || call === "rmdir"
        ? { op: "remove", path }
        : { op: call, path, to },
    );
  };
}

function mkdirSync(
  path: fs.PathLike,
  options?: fs.MakeDirectoryOptions | fs.Mode | null,
): string | undefined {
  const full = toPath(path);
  if (!isOurs(full)) return real.mkdirSync(path, options);
  const isRecursive = typeof options === "object" && options?.recursive === true;
  if (isRecursive && real.existsSync(full)) return undefined;
  const first =
    isRecursive && !real.existsSync(dirname(full)) ? mkdirSync(dirname(full), options) : undefined;
  before("mkdir");
  try {
    real.mkdirSync(full);
  } catch (error) {
    // Another process made it meanwhile.
    if (isRecursive && real.existsSync(full)) return undefined;
    throw error;
  }
  write({ op: "mkdir", path: full });
  return isRecursive ? (first ?? full) : undefined;
}

function link(from = "", to = ""): void {
  try {
    real.linkSync(from, to);
  } catch (error) {
    if (real.existsSync(to)) write({ op: "taken", path: to });
    throw error;
  }
}

Object.assign(fs, {
  openSync,
  writeSync,
  fsync,
  fsyncSync,
  fdatasyncSync: fsyncSync,
  closeSync,
  writeFileSync,
  mkdirSync,
  linkSync: wrap("link", link),
  renameSync: wrap("rename", (from = "", to = "") => real.renameSync(from, to)),
  unlinkSync: wrap("unlink", (path = "") => real.unlinkSync(path)),
  rmdirSync: wrap("rmdir", (path = "") => real.rmdirSync(path)),
});
syncBuiltinESMExports();
write({ op: "start", pid: process.pid });
