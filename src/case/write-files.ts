/** Many files into a new folder, each on the disk before this resolves. */
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes under way at once: a disk that is forced by many forces them together. */
const AT_ONCE = 32;

/** @param files - path below the folder to bytes. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const parent of new Set([...files.keys()].map((path) => dirname(path))))
    mkdirSync(join(folder, parent), { recursive: true });
  const left = files.entries();
  const write = async () => {
    for (const [path, bytes] of left) await writeFile(join(folder, path), bytes, { flush: true });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
}
