/** The files of a folder, one after the other, for a scan. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { ScannedFile } from "./scan.ts";
import { ScanLimits } from "./scan-limits.ts";

/**
 * A file, or every file below a folder in the order of their names; folders by their names alone. Links are not followed: where
 * each leads is looked through as its content.
 *
 * Throws the system's own errors.
 */
export function* filesBelow(
  path: string,
  fileBytes: number = ScanLimits.parse({}).fileBytes,
): Generator<ScannedFile> {
  if (!lstatSync(path).isDirectory()) {
    yield [basename(path), contentOf(path, fileBytes)];
    return;
  }
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names) {
    const full = join(path, name);
    yield [relative(path, full).split(sep).join("/"), contentOf(full, fileBytes)];
  }
}

/** Null for what is too large to be read, and for what is no file. */
function contentOf(path: string, fileBytes: number): Uint8Array | null {
  const about = lstatSync(path);
  if (about.isDirectory()) return new Uint8Array();
  if (about.isSymbolicLink()) return Buffer.from(readlinkSync(path));
  if (!about.isFile() || about.size > fileBytes) return null;
  return readFileSync(path);
}
