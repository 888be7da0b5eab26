/** Files that are on the disk whole or not at all: temporary file, fsync, link or rename, fsync of the folder. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Told the name of each step before it is taken; a test throws in it to die there. */
export type FaultHook = (step: string) => void;

export const noFaults: FaultHook = () => {};

export interface DurableWrite {
  /** Final path; its folder exists. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** An existing folder on the same file system. */
  readonly tempDir: string;
  /** Permission bits of the file; 0o644 when left out. */
  readonly mode?: number;
  readonly faults?: FaultHook;
  /** Names the steps given to `faults`: `<label>.temp`, `.fsync`, `.link` … */
  readonly label?: string;
}

/**
 * Creates a file that did not exist: whoever links first wins, and nobody ever sees half a file.
 *
 * @returns false, with nothing changed, when the name was taken.
 */
export function createExclusive(write: DurableWrite): boolean {
  const { path, faults = noFaults, label = "file" } = write;
  const temp = writeTemporary(write);
  const isFirst = withTemporary(temp, () => {
    faults(`${label}.link`);
    return linkExclusive(temp, path);
  });
  if (isFirst) {
    faults(`${label}.folder`);
    syncFolder(dirname(path));
  }
  faults(`${label}.unlink`);
  unlinkSync(temp);
  return isFirst;
}

/** Puts a file in the place of another, or where none was; readers see the old bytes or the new ones. */
export function replaceFile(write: DurableWrite & { readonly leaveFolder?: boolean }): void {
  const { path, faults = noFaults, label = "file", leaveFolder = false } = write;
  const temp = writeTemporary(write);
  withTemporary(temp, () => {
    faults(`${label}.rename`);
    renameSync(temp, path);
  });
  if (leaveFolder) return;
  faults(`${label}.folder`);
  syncFolder(dirname(path));
}

/** Links under a new name; false when it is taken. */
export function linkExclusive(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Makes a folder and its parents where there are none, and puts all their names on the disk, whoever made them:
 * a process that made one may have died before its name was.
 */
export function ensureFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      syncFolder(dirname(folder));
    } catch (error) {
      // A folder that this user may not even open is none that a process of this user made anything in.
      if (!["EACCES", "EPERM"].includes(errorCodeOf(error) ?? "")) throw error;
    }
  }
}

/**
 * A maker of folders below one that sees to it that every name from there down is on the disk, whoever made it: a
 * process that made a folder may have died before its name was. Each folder is seen to once.
 *
 * @param root - the topmost folder to see to; it may be missing.
 * @returns makes a folder, `root` or one below it, and its parents where there are none.
 */
export function createFolderMaker(root: string): (path: string) => void {
  const lasting = new Set<string>();
  function make(path: string): void {
    const isNew = makeFolder(path, path === root ? ensureFolder : make);
    if (!isNew && lasting.has(path)) return;
    if (path !== root) make(dirname(path));
    syncFolder(dirname(path));
    lasting.add(path);
  }
  return make;
}

/** Whether the folder is new. */
function makeFolder(path: string, makeParent: (path: string) => void): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === "EEXIST") return false;
    if (errorCodeOf(error) !== "ENOENT") throw error;
    makeParent(dirname(path));
    // Another process may be making the same one.
    return makeFolder(path, makeParent);
  }
}

/** The bytes of a file; null when there is none. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT" || errorCodeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}

/** Puts the names in a folder on the disk. Windows cannot open folders and does it by itself. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** As `syncFolder`, unless another process has taken the folder away. */
export function syncFolderIfThere(path: string): void {
  ignoringMissing(() => syncFolder(path));
}

/** Removes a file, unless another process did. */
export function unlinkIfThere(path: string): void {
  ignoringMissing(() => unlinkSync(path));
}

function ignoringMissing(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (errorCodeOf(error) !== "ENOENT") throw error;
  }
}

/**
 * Opens a new temporary file named after this process, `<pid>-<n>`, so that the next opening can tell which
 * are left by the dead.
 */
export function openTemporary(dir: string, mode = 0o600): { readonly path: string; readonly fd: number } {
  for (let attempt = 0; ; attempt++) {
    const path = join(dir, `.tmp-${process.pid}-${attempt}`);
    try {
      return { path, fd: openSync(path, "wx", mode) };
    } catch (error) {
      if (errorCodeOf(error) !== "EEXIST") throw error;
    }
  }
}

/** The process that a temporary file belongs to, or null when the name is not one of a temporary file. */
export function ownerOfTemporary(name: string): number | null {
  const match = /^\.tmp-(\d{1,10})-\d{1,10}$/u.exec(name);
  return match === null ? null : Number(match[1]);
}

/** Whether a process of this machine is running; true too when it belongs to someone else. */
export function isProcessAlive(pid: number): boolean {
  // Beyond this the system has no numbers, and node would complain about the argument.
  if (pid > 0x7fff_ffff) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCodeOf(error) !== "ESRCH";
  }
}

/** Writes every byte: on a full disk one call may write a part of them and report no error. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(fd, bytes, done, bytes.length - done);
  }
}

/** The code of a system error (`ENOENT`), or undefined for anything else. */
export function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function writeTemporary({ bytes, tempDir, mode = 0o644, faults = noFaults, label = "file" }: DurableWrite) {
  faults(`${label}.temp`);
  // Made with its final mode, less what the umask takes: one call fewer than changing it, on the path of an act.
  const { path, fd } = openTemporary(tempDir, mode);
  return withTemporary(path, () => {
    try {
      writeAll(fd, bytes);
      faults(`${label}.fsync`);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    return path;
  });
}

/** Removes the temporary file when the disk refuses, so that a full one gets its space back. */
function withTemporary<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    // Any other error is a death played by a test, and the dead do not tidy up.
    if (errorCodeOf(error) !== undefined) removeQuietly(path);
    throw error;
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The first error is the one that matters; the next opening removes the file.
  }
}
