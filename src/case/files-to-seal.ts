/** Files and folders that a user names, as the files that can be sealed, each by its path. */
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText, errorCodeOf, InquestError } from "../core/index.ts";
import type { FileToSeal } from "./record-source.ts";

/** Larger files are streamed: memory stays flat, and they are no notes that somebody wrote. */
export const WHOLE_BYTES = 8 * 1024 * 1024;

export interface FilesToSeal {
  /** Paths; `loadFileToSeal` reads one when its turn has come, so that memory holds one file. */
  readonly files: readonly string[];
  /** What is no file that can be sealed, and why; told by name, so that nothing is left out unseen. */
  readonly refused: readonly { readonly path: string; readonly why: "link" | "special" | "unreadable" }[];
}

/**
 * Folders give every file below them, in the order of the names. Links are not followed: what they lead to may be
 * anything.
 *
 * @param paths - absolute.
 * @throws InquestError "case/file-to-seal" (input) when a path that the user named is not there.
 */
export function findFilesToSeal(paths: readonly string[]): FilesToSeal {
  const files: string[] = [];
  const refused: { path: string; why: "link" | "special" | "unreadable" }[] = [];
  const visit = (path: string, entry: Pick<Dirent, "isDirectory" | "isFile" | "isSymbolicLink">) => {
    try {
      if (entry.isDirectory()) {
        const entries = readdirSync(path, { withFileTypes: true });
        for (const below of entries.sort((a, b) => compareText(a.name, b.name)))
          visit(join(path, below.name), below);
      } else if (entry.isFile()) files.push(path);
      else refused.push({ path, why: entry.isSymbolicLink() ? "link" : "special" });
    } catch (error) {
      if (errorCodeOf(error) === undefined) throw error;
      refused.push({ path, why: "unreadable" });
    }
  };
  for (const path of paths) visit(path, statOf(path));
  return { files, refused };
}

/** A file with its bytes, or by its path when it is large. @throws InquestError "case/file-to-seal" (input). */
export function loadFileToSeal(path: string): FileToSeal {
  try {
    return lstatSync(path).size > WHOLE_BYTES
      ? { name: path, path }
      : { name: path, bytes: new Uint8Array(readFileSync(path)) };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function statOf(path: string) {
  try {
    return lstatSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): InquestError {
  return new InquestError({
    code: "case/file-to-seal",
    reaction: "input",
    message: `${path} cannot be read. Check the path and the rights to it.`,
    cause,
    evidence: { path },
  });
}
