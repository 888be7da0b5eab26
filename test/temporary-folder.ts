/** Folders that tests write into, gone when their file is done. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made = new Set<string>();

export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `inquest-${name}-`));
  made.add(folder);
  return folder;
}

/** Called after the tests of each file. */
export function removeTemporaryFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
}
