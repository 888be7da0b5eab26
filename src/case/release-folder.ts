/** The folder of a release: one of its own, written whole or not at all. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { dirname } from "node:path";
import { InquestError } from "../core/index.ts";
import type { ReleasePackage } from "../release/index.ts";
import { writeFiles } from "./write-files.ts";

/** @throws InquestError "case/folder-in-use" (input) for a folder that holds something. */
export function requireEmpty(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  throw new InquestError({
    code: "case/folder-in-use",
    reaction: "input",
    message: `${out} holds something already: a release is written into a folder of its own.`,
    evidence: { out },
  });
}

/**
 * Under another name first, in a folder of its own beside it: a process that dies on the way leaves nothing that looks like a
 * release, and one that cannot be recorded is not there.
 */
export async function writeWhole(
  out: string,
  { files }: ReleasePackage,
  record: () => Promise<unknown>,
): Promise<void> {
  mkdirSync(dirname(out), { recursive: true });
  const making = mkdtempSync(`${out}-`);
  try {
    await writeFiles(making, files);
    // A folder made for secrets is no folder to hand on.
    chmodSync(making, 0o755);
    await record();
    if (existsSync(out)) rmdirSync(out);
    renameSync(making, out);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}
