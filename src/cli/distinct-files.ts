/** That what a command writes replaces nothing that it reads. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { usageError } from "./arguments.ts";
import type { CommandContext } from "./context.ts";

/** A file that an option names; undefined where the option was not given. */
export interface NamedFile {
  /** As the user wrote the option, such as `--out`. */
  readonly option: string;
  readonly path: string | undefined;
}

/**
 * Refuses outputs that are an input of the command or each other, whatever links and spellings lead there. To be called
 * before any work.
 *
 * @throws InquestError "cli/usage" naming both options and the file.
 */
export function requireDistinctFiles(
  { cwd }: Pick<CommandContext, "cwd">,
  { inputs, outputs }: { readonly inputs: readonly NamedFile[]; readonly outputs: readonly NamedFile[] },
): void {
  const used = new Map<string, string>();
  for (const { option, place } of placesOf(inputs, cwd)) used.set(place, option);
  const read = new Set(used.keys());
  for (const { option, path, place } of placesOf(outputs, cwd)) {
    const other = used.get(place);
    if (other === undefined) used.set(place, option);
    else
      throw usageError(
        read.has(place)
          ? `${option} ${path} would replace the file that ${other} reads. Name another file.`
          : `${other} and ${option} name one file, ${path}. Give each its own.`,
      );
  }
}

/**
 * Refuses an input that is given twice, whatever links and spellings lead there.
 *
 * @throws InquestError "cli/usage" naming the file.
 */
export function requireEachOnce({ cwd }: Pick<CommandContext, "cwd">, inputs: readonly NamedFile[]): void {
  const used = new Set<string>();
  for (const { option, path, place } of placesOf(inputs, cwd)) {
    if (used.has(place)) throw usageError(`${option} ${path} is given twice; give each file once.`);
    used.add(place);
  }
}

function placesOf(files: readonly NamedFile[], cwd: string) {
  return files.flatMap(({ option, path }) => {
    const place = path === undefined || path === "-" ? null : placeOf(resolve(cwd, path));
    return place === null ? [] : [{ option, path, place }];
  });
}

/** One text for one file: its number on the disk, or the real path where there is none yet. Null for no plain file. */
function placeOf(full: string): string | null {
  try {
    const found = statSync(full, { throwIfNoEntry: false, bigint: true });
    if (found !== undefined) return found.isFile() ? `${found.dev}:${found.ino}` : null;
  } catch {
    // A folder on the way may not be entered: reading or writing says so.
  }
  return realPath(full);
}

/** The real path of a file that is not there, as far up as folders are. */
function realPath(full: string): string {
  const folder = dirname(full);
  try {
    return join(realpathSync.native(folder), basename(full));
  } catch {
    // The folder is not there either: writing will say so.
    return folder === full ? full : join(realPath(folder), basename(full));
  }
}
