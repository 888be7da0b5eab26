/** Files of the folder that is checked. Nothing is written, and no link is followed. */
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface FoundFile {
  /** Path below the root, with forward slashes. */
  readonly path: string;
  /** False for links, sockets, devices. */
  readonly isFile: boolean;
}

/**
 * Everything below a folder that is no folder itself, in the order of the names; nothing where it is missing.
 *
 * @throws the system's error for a folder that cannot be listed.
 */
export function* walk(root: string, below: string): Generator<FoundFile> {
  if (!isFolder(join(root, below))) return;
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, path);
    else yield { path, isFile: entry.isFile() };
  }
}

export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function isRegular(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * A file that has a largest size, whole; null when it is missing or larger.
 *
 * @throws the system's error for one that cannot be read.
 */
export function readBounded(path: string, maxBytes: number): Buffer | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || !found.isFile() || found.size > maxBytes ? null : readFileSync(path);
}
