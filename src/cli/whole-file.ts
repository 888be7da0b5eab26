/** Files that a user named, there as a whole or not at all: a run that is killed leaves the old file, or none. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { errorCodeOf, isProcessAlive, syncFolder, unlinkIfThere, writeAll } from "../core/index.ts";

/** A folder that takes no new file may still hold one that can be written. */
const CLOSED_FOLDER = ["EACCES", "EPERM", "EROFS"];

/**
 * Writes a file beside its place and then puts it there. What is no file, such as a terminal or a pipe, is written to
 * as it is; so is a file whose folder takes no other. A link is followed. Who may read a file that was there stays as
 * it was.
 *
 * @param path - absolute.
 * @param isPrivate - for the user alone, whatever the file was before.
 * @throws the error of the system where the file cannot be written.
 */
export function writeWholeFile(path: string, bytes: Uint8Array, isPrivate: boolean): void {
  const before = statSync(path, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile()) {
    writeFileSync(path, bytes);
    return;
  }
  const target = before === undefined ? path : realpathSync(path);
  removeLeftovers(target);
  const temp = join(dirname(target), `${prefixOf(target)}${process.pid}`);
  try {
    fill(temp, bytes, isPrivate ? 0o600 : modeOf(before));
  } catch (error) {
    if (before === undefined || !CLOSED_FOLDER.includes(errorCodeOf(error) ?? "")) throw error;
    writeFileSync(target, bytes);
    return;
  }
  try {
    renameSync(temp, target);
  } catch (error) {
    unlinkIfThere(temp);
    throw error;
  }
  try {
    syncFolder(dirname(target));
  } catch (error) {
    // A folder that may be written and not read cannot be opened: its names reach the disk a little later.
    if (!CLOSED_FOLDER.includes(errorCodeOf(error) ?? "")) throw error;
  }
}

/** Null lets the user's own rule (umask) decide. */
function modeOf(before: Stats | undefined): number | null {
  return before === undefined ? null : before.mode & 0o777;
}

function fill(temp: string, bytes: Uint8Array, mode: number | null): void {
  const fd = openSync(temp, "wx", mode ?? 0o666);
  try {
    if (mode !== null) fchmodSync(fd, mode);
    writeAll(fd, bytes);
    fsyncSync(fd);
  } catch (error) {
    unlinkIfThere(temp);
    throw error;
  } finally {
    closeSync(fd);
  }
}

function prefixOf(target: string): string {
  return `.${basename(target)}.inquest-`;
}

/** What runs that were killed left beside this file; those of living processes stay. */
function removeLeftovers(target: string): void {
  const prefix = prefixOf(target);
  for (const name of namesIn(dirname(target))) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (!/^\d{1,10}$/u.test(pid)) continue;
    // The number of the dead may by now be this process's own.
    if (Number(pid) !== process.pid && isProcessAlive(Number(pid))) continue;
    unlinkIfThere(join(dirname(target), name));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that may not be read, or is not there: opening the file says so where it matters.
    return [];
  }
}
