/** A case folder as a person writes it: configuration, subjects, source notes, statements, lists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { compareText, InquestError } from "../core/index.ts";
import { type EntryFile, entryError, parseEntry, readYaml, Subject } from "../statements/index.ts";
import { CaseConfig } from "./config.ts";

export interface FolderFile {
  /** Path within the case folder, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CaseFolder {
  readonly config: CaseConfig;
  readonly subjects: readonly Subject[];
  /** Everything in `sources`: notes that somebody wrote, and files as they were found. */
  readonly sources: readonly FolderFile[];
  readonly statementFiles: readonly FolderFile[];
  /** The recipe of the lists; null for a case without lists. */
  readonly recipe: FolderFile | null;
  /** A file of the folder `lists`, by its name in the recipe. */
  readListFile(name: string): FolderFile;
}

/**
 * Reads a case folder (docs/formats/case-folder.md).
 *
 * @throws InquestError "case/folder-missing", "case/file-missing", or the errors of a bad entry, which name
 *   file, line and remedy.
 */
export function readCaseFolder(dir: string): CaseFolder {
  if (!existsSync(join(dir, "case.yaml"))) {
    throw new InquestError({
      code: "case/folder-missing",
      reaction: "input",
      message: `${dir} is not a case folder: it holds no case.yaml. See docs/formats/case-folder.md.`,
      evidence: { dir },
    });
  }
  return {
    config: readConfig(readFolderFile(dir, "case.yaml")),
    subjects: existsSync(join(dir, "subjects.yaml"))
      ? readSubjects(readFolderFile(dir, "subjects.yaml"))
      : [],
    sources: filesOf(dir, "sources", /^[^.]/u),
    statementFiles: filesOf(dir, "statements", /\.(ya?ml|json)$/u),
    recipe: existsSync(join(dir, "lists", "recipe.json")) ? readFolderFile(dir, "lists/recipe.json") : null,
    readListFile: (name) => readFolderFile(dir, `lists/${name}`),
  };
}

function readFolderFile(dir: string, name: string): FolderFile {
  const path = join(dir, ...name.split("/"));
  if (!existsSync(path)) {
    throw new InquestError({
      code: "case/file-missing",
      reaction: "input",
      message: `${name} is missing from ${dir}. Put the file there, or take its name out of the file that names it.`,
      evidence: { dir, name },
    });
  }
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}

function filesOf(dir: string, folder: string, wanted: RegExp): FolderFile[] {
  if (!existsSync(join(dir, folder))) return [];
  return readdirSync(join(dir, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map(({ name }) => name)
    .sort(compareText)
    .map((name) => readFolderFile(dir, `${folder}/${name}`));
}

function readConfig(file: FolderFile): CaseConfig {
  const yaml = readYaml(toText(file), file.name);
  return parseEntry(CaseConfig, yaml.value, { file: file.name, line: 1, entry: "the case" });
}

function readSubjects(file: FolderFile): Subject[] {
  return toSubjects(readYaml(toText(file), file.name), file.name);
}

/**
 * The subjects of a list of them.
 *
 * @param file - a name, for messages.
 * @throws InquestError "statements/invalid-entry", "case/subject-twice" with file, line and entry.
 */
export function toSubjects(list: EntryFile, file: string): Subject[] {
  const whole = { file, line: 1, entry: "the file", pointer: "" };
  const entries = parseEntry(z.array(z.unknown()), list.value, whole);
  const seen = new Map<string, number>();
  return entries.map((entry, index) => {
    const at = {
      file,
      // Found when an error names it.
      get line() {
        return list.lineOf([index]);
      },
      entry: `subject ${index + 1}`,
      pointer: `/${index}`,
    };
    const subject = parseEntry(Subject, entry, at);
    const first = seen.get(subject.id);
    if (first !== undefined) {
      throw entryError(
        "case/subject-twice",
        at,
        `"${subject.id}" is named already as subject ${first}. Name it once.`,
      );
    }
    seen.set(subject.id, index + 1);
    return subject;
  });
}

/** The UTF-8 text of a file of the folder. */
export function toText(file: FolderFile): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch (cause) {
    throw new InquestError({
      code: "case/not-utf8",
      reaction: "input",
      message: `${file.name} is not UTF-8 text. Save it as UTF-8.`,
      cause,
      evidence: { file: file.name },
    });
  }
}
