/** Commands that change a case: init, build, import, and link and estimate on a case. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
  applyCaseFolder,
  createCase,
  type ImportedList,
  newCaseConfig,
  type OpenCase,
  openCase,
  type PreparedImport,
  prepareImport,
  readCaseFolder,
  rebuildCase,
  recordImport,
  toCaseId,
} from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import { parseRecipe, type Recipe, SealingDecision, toProblemText, toRejectedCsv } from "../intake/index.ts";
import { usageError } from "./arguments.ts";
import { type Command, type CommandContext, findCase, writeJson } from "./context.ts";
import { requireDistinctFiles } from "./distinct-files.ts";
import { countsText } from "./releases-command.ts";
import { writeWholeFile } from "./whole-file.ts";

const ROWS_REJECTED = 3;
const FAULTS_SHOWN = 10;

/** Opens a case for writing, gives it to an action, and closes it whatever happens. */
export async function withCase<T>(
  context: CommandContext,
  dir: string,
  action: (opened: OpenCase) => Promise<T>,
): Promise<T> {
  const { surroundings, progress } = context;
  const opened = await openCase({ dir, mode: "write", surroundings, progress });
  try {
    return await action(opened);
  } finally {
    await opened.close();
  }
}

/** A file that the user named; `-` is standard input. */
export function readUserFile(context: CommandContext, path: string): Uint8Array {
  if (path === "-") return new Uint8Array(readFileSync(0));
  const full = resolve(context.cwd, path);
  try {
    return new Uint8Array(readFileSync(full));
  } catch (cause) {
    throw new InquestError({
      code: "cli/file-missing",
      reaction: "input",
      message: `${full} cannot be read. Check the path and the rights to the file.`,
      cause,
      evidence: { path: full },
    });
  }
}

export interface WriteOptions {
  /** For the user alone. */
  readonly isPrivate?: boolean;
  /** What is there stays: refuse instead of writing over it. */
  readonly mustBeNew?: boolean;
}

/** @param full - absolute. @throws InquestError "cli/file-exists" (input). */
export function requireNew(full: string): void {
  if (!existsSync(full)) return;
  throw new InquestError({
    code: "cli/file-exists",
    reaction: "input",
    message: `${full} is there already and is not written over. Name another file, or move it away.`,
    evidence: { path: full },
  });
}

/**
 * Writes a file that the user named, as a whole or not at all.
 *
 * @throws InquestError "cli/file-exists", "cli/file-unwritable" (input).
 */
export function writeUserFile(
  context: CommandContext,
  path: string,
  text: string | Uint8Array,
  { isPrivate = false, mustBeNew = false }: WriteOptions = {},
): void {
  const full = resolve(context.cwd, path);
  if (mustBeNew) requireNew(full);
  try {
    if (mustBeNew) writeFileSync(full, text, { ...(isPrivate ? { mode: 0o600 } : {}), flag: "wx" });
    else writeWholeFile(full, typeof text === "string" ? new TextEncoder().encode(text) : text, isPrivate);
  } catch (cause) {
    throw new InquestError({
      code: "cli/file-unwritable",
      reaction: "input",
      message: `${full} cannot be written. Check that its folder exists and may be written.`,
      cause,
      evidence: { path: full },
    });
  }
}

export const init: Command = async (context) => {
  const { line, surroundings, progress, terminal, translate } = context;
  const [folder] = line.operands;
  if (folder === undefined) throw usageError("init needs the folder of the new case.");
  const dir = resolve(context.cwd, folder);
  const title = line.value("title") ?? basename(dir);
  const store = line.value("vault");
  const config = newCaseConfig(toCaseId(basename(dir)), {
    title: { [line.language]: title },
    isFictional: line.has("fictional"),
    store,
  });
  const isClosed = line.has("closed");
  if (store !== undefined && !/^s3:\/\//u.test(store))
    throw usageError(
      `--vault takes s3://BUCKET/FOLDER?endpoint=URL (docs/formats/s3.md); "${store}" is none.`,
    );
  if (isClosed && store !== undefined)
    throw usageError("--closed and --vault exclude each other: a closed case lies in its folder.");
  const opened = await createCase({ dir, config, surroundings, progress, isClosed });
  await opened.close();
  terminal.out(`${translate("init.done", { case: opened.config.id, dir })}\n`);
  if (isClosed) terminal.err(`${translate("init.closed")}\n`);
  else if (store === undefined) terminal.out(`${translate("init.open")}\n`);
  return 0;
};

export const build: Command = async (context) => {
  const { line, terminal, translate } = context;
  const [folder] = line.operands;
  if (folder === undefined) throw usageError("build needs a case folder.");
  return withCase(context, findCase(context, undefined), async (opened) => {
    const built = await applyCaseFolder(opened, readCaseFolder(resolve(context.cwd, folder)));
    await rebuildCase(opened);
    const { acts, statements, records, notInFolder } = built;
    terminal.out(`${translate("build.done", { case: opened.config.id, acts, statements, records })}\n`);
    if (notInFolder.length > 0) {
      terminal.err(`${translate("build.not-in-folder", { statements: notInFolder.join(", ") })}\n`);
    }
    return 0;
  });
};

/** The lists of a recipe that an import is about: the one named, or those that the file is said to hold. */
function listsFor(recipe: Recipe, name: string | undefined, path: string | undefined) {
  const lists = Object.entries(recipe.lists);
  if (name !== undefined) return lists.filter(([list]) => list === name);
  if (path === undefined || lists.length === 1) return lists;
  const ofFile = lists.filter(([, { file }]) => file !== undefined && basename(file) === basename(path));
  // A file that names the list of each row holds all of them.
  return ofFile.length > 0 ? ofFile : lists.filter(([, { listColumn }]) => listColumn !== undefined);
}

export const importCommand: Command = async (context) => {
  const { line } = context;
  const recipePath = line.value("recipe");
  if (recipePath === undefined)
    throw usageError("import needs --recipe R.json; docs/formats/recipe.md says how to write one.");
  const recipe = parseRecipe(new TextDecoder().decode(readUserFile(context, recipePath)), recipePath);
  const [path] = line.operands;
  const name = line.value("list");
  const wanted = listsFor(recipe, name, path);
  if (wanted.length === 0) {
    const problem =
      name === undefined ? "no list for this file; say which with --list NAME" : `no list "${name}"`;
    throw usageError(`The recipe has ${problem}. It has: ${Object.keys(recipe.lists).join(", ")}.`);
  }
  if (path !== undefined && wanted.length > 1)
    throw usageError("Say which list of the recipe the file is, with --list NAME.");
  const named = wanted.map(([list, listRecipe]) => ({
    ...{ list, listRecipe },
    path: path ?? join(dirname(recipePath), listRecipe.file ?? `${list}.csv`),
  }));
  requireDistinctFiles(context, {
    inputs: [
      { option: "--recipe", path: recipePath },
      ...named.map((each) => ({ option: `the list ${each.list}`, path: each.path })),
    ],
    outputs: [{ option: "--rejected", path: line.value("rejected") }],
  });
  const lists = named.map(({ list, listRecipe, path: file }) => ({
    ...{ list, listRecipe },
    file: { name: basename(file), bytes: readUserFile(context, file) },
  }));
  return withCase(context, findCase(context, undefined), async (opened) => {
    const sealing = sealingOf(context);
    const prepared: PreparedImport[] = [];
    for (const { list, listRecipe, file } of lists) {
      prepared.push(
        await prepareImport(opened, {
          name: list,
          file,
          recipe: listRecipe,
          title: opened.state.subjects.get(`list:${list}`)?.value.names ?? { en: list },
          mayReplace: line.has("replace"),
          mayBeBroken: line.has("accept-rejected"),
          sealing,
        }),
      );
    }
    let rejected = 0;
    for (const each of prepared) {
      const imported = await recordImport(opened, each);
      reportImport(context, each.list.name, imported);
      // A no-op has nothing to report twice.
      if (!imported.existed) rejected += imported.import.rejected.length;
    }
    await rebuildCase(opened);
    return rejected > 0 ? ROWS_REJECTED : 0;
  });
};

/** What the user decided about columns that are sealed by default; undefined leaves it to the recipe. */
function sealingOf({ line }: CommandContext): SealingDecision | undefined {
  const reason = line.value("leave-open");
  if (line.has("seal") && reason !== undefined)
    throw usageError("--seal and --leave-open exclude each other: choose one.");
  if (line.has("seal")) return "seal";
  if (reason === undefined) return undefined;
  const parsed = SealingDecision.safeParse({ leaveOpen: reason });
  if (parsed.success) return parsed.data;
  throw usageError("--leave-open needs a reason of a few words: why these columns harm nobody in the open.");
}

function reportImport(context: CommandContext, list: string, imported: ImportedList): void {
  const { import: read, existed, release } = imported;
  const { line, terminal, translate } = context;
  const { records, rejected, problems } = read;
  const rejectedPath = line.value("rejected");
  if (rejectedPath !== undefined) writeUserFile(context, rejectedPath, toRejectedCsv(rejected));
  if (line.has("json")) {
    const { notices } = read;
    writeJson(context, { list, existed, records: records.length, rejected, problems, notices, release });
    return;
  }
  for (const notice of read.notices) {
    terminal.err(`${translate("import.notice", { text: toProblemText(notice, line.language) })}\n`);
  }
  for (const row of rejected.slice(0, FAULTS_SHOWN)) {
    const reason = toProblemText(row, line.language);
    terminal.err(`${translate("import.rejected", { row: String(row.row), reason })}\n`);
  }
  for (const problem of problems.slice(0, FAULTS_SHOWN)) {
    const reason = toProblemText(problem, line.language);
    terminal.err(
      `${translate("import.problem", { row: String(problem.row), field: problem.field ?? "–", reason })}\n`,
    );
  }
  const more = Math.max(0, rejected.length - FAULTS_SHOWN) + Math.max(0, problems.length - FAULTS_SHOWN);
  if (more > 0) terminal.err(`${translate("import.more", { count: more })}\n`);
  if (release !== null) {
    const { number } = release;
    terminal.out(
      `${translate("import.release", { list, number, counts: countsText(context, release.counts) })}\n`,
    );
  }
  const counts = { list, records: records.length, rejected: rejected.length, problems: problems.length };
  terminal.out(`${translate(existed ? "import.again" : "import.done", counts)}\n`);
}
