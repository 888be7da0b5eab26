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
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { InquestError } from "../core/index.ts";
import type { ReleasePackage } from "../release/index.ts";
import { writeFiles } from "./write-files.ts";

/** @throws InquestError "case/folder-in-use" (input) for a folder that holds something, and for a file. */
export function requireEmpty(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && readdirSync(out).length === 0)) return;
  throw new InquestError({
    code: "case/folder-in-use",
    reaction: "input",
    message: `${out} holds something already: a release is written into a folder of its own.`,
    evidence: { out },
  });
}

/**
 * Under another name first, in a folder of its own beside it: a process that dies on the way leaves nothing that looks like a
 * release, and one that cannot be recorded is not there. What is recorded is never taken away again: nobody could make it anew
 * under its number.
 *
 * @throws InquestError "case/folder-in-use" (input), and nothing is recorded; "case/release-not-moved" (locked) where it is
 *   recorded and stands under the other name.
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
    // Somebody may have put something there meanwhile.
    requireEmpty(out);
    await record();
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  try {
    if (existsSync(out)) rmdirSync(out);
    renameSync(making, out);
  } catch (cause) {
    throw new InquestError({
      code: "case/release-not-moved",
      reaction: "locked",
      message: `The release is made and recorded, and stands whole in ${making}: it could not be called ${out}. Rename it yourself; do not release again.`,
      evidence: { making, out },
      cause,
    });
  }
}
