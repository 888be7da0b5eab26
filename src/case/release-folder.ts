/** The folder of a release: one of its own, written whole or not at all. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { InquestError } from "../core/index.ts";
import type { ReleasePackage } from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { writeFiles } from "./write-files.ts";

/**
 * A folder that nothing stands in, and that lies nowhere in the folder of a closed case.
 *
 * @throws InquestError "case/folder-in-use" (input) for a folder that holds something, and for a file; "case/release-closed"
 *   (input) for one in the folder of a closed case, in which nothing lies in the open.
 */
export function requireFolder(out: string, { dir, closed }: Pick<OpenCase, "dir" | "closed">): void {
  if (closed !== null && isWithin(realPathOf(out), realPathOf(dir))) throw inClosedCase();
  requireEmpty(out);
}

/** Where a release is to be laid into the folder of a closed case. */
export function inClosedCase(): InquestError {
  return new InquestError({
    code: "case/release-closed",
    reaction: "input",
    message:
      "Nothing was released: this case is closed, and a release lies in the open. Say yourself where, with inquest release --out DIR, in a folder outside the case.",
  });
}

/** The path without links, also of what is not there yet: the folders above it that are there may be links. */
function realPathOf(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const above = dirname(whole);
  return above === whole ? whole : join(realPathOf(above), basename(whole));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** @throws InquestError "case/folder-in-use" (input) for a folder that holds something, and for a file. */
export function requireEmpty(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined || (found.isDirectory() && readdirSync(out).length === 0)) return;
  const what = found.isDirectory() ? "holds something already" : "is a file";
  throw new InquestError({
    code: "case/folder-in-use",
    reaction: "input",
    message: `Nothing was released: ${out} ${what}, and a release is written into a folder of its own. Give --out the name of a folder that is not there yet, or is empty.`,
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
