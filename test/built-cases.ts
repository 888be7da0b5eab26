/** A folder for the shipped cases that a run builds once, gone after it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What vitest calls before the first test; what it gives is called after the last. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "inquest-built-cases-"));
  process.env.INQUEST_BUILT_CASES = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
