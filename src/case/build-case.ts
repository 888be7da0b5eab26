/** Applying a case folder: everything in it is checked first, then recorded; doing it again changes nothing. */
import { basename, extname } from "node:path";
import { createPassageFinder, hashBytes, InquestError } from "../core/index.ts";
import { decodeText, parseRecipe, type Recipe, readNote } from "../intake/index.ts";
import {
  contentIdOf,
  parseStatementFile,
  placeStatements,
  type SourceToQuote,
  type Statement,
} from "../statements/index.ts";
import { type CaseFolder, toText } from "./case-folder.ts";
import { configurationDrafts } from "./configure-case.ts";
import { runEstimatePlans } from "./estimate-plans.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { type PreparedImport, prepareImport, recordImport } from "./import-list.ts";
import { linkLists } from "./link-lists.ts";
import { linkOptionsOf } from "./link-options.ts";
import { subjectDrafts } from "./name-subjects.ts";
import { recordMany } from "./record-many.ts";
import { isNote, mediaTypeOf, sealFile } from "./record-source.ts";
import { recordStatements } from "./record-statements.ts";
import { contentOfFile, readSourceToQuote } from "./source-content.ts";
import { requireSecondPerson } from "./two-persons.ts";

export interface BuiltCase {
  readonly acts: number;
  readonly statements: number;
  readonly records: number;
  /** Statements of the case that its folder no longer holds: they stand until they are superseded. */
  readonly notInFolder: readonly string[];
}

/**
 * Applies a folder to an open case: configuration, subjects, sources, statements, lists, link, estimates.
 *
 * Nothing is recorded from a folder with a mistake in its subjects, notes, statements, recipe or lists: these are
 * read whole before the first act. A statement whose key stands already with other content supersedes it.
 */
export async function applyCaseFolder(handle: CaseHandle, folder: CaseFolder): Promise<BuiltCase> {
  const statements = await readStatements(handle, folder);
  const recipe = folder.recipe === null ? null : parseRecipe(toText(folder.recipe), folder.recipe.name);
  const lists = recipe === null ? [] : await prepareLists(handle, folder, recipe);

  const first = [...draftsOfFolder(handle, folder), ...subjectDrafts(handle, folder.subjects)];
  await recordMany(handle, first, (drafts) => ({ drafts }));
  for (const [index, source] of folder.sources.entries()) {
    handle.progress({
      step: "case.sources",
      done: index,
      total: folder.sources.length,
      item: basename(source.name),
    });
    await sealFile(handle, source);
  }
  await recordStatements(handle, statements);
  for (const list of lists) await recordImport(handle, list);
  if (handle.config.estimates.some((plan) => plan.from === "clusters")) {
    handle.progress({ step: "case.link", done: 0, total: null });
    await linkLists(handle, recipe === null ? {} : linkOptionsOf(recipe, folder.recipe?.name ?? ""));
  }
  await runEstimatePlans(handle);
  handle.progress({ step: "case.build", done: 1, total: 1, item: folder.config.id });
  const inFolder = new Set(statements.map((statement) => statement.id));
  const notInFolder = handle.state.statements
    .all()
    // Only of a sealed one the id is not the hash of its content.
    .filter(({ statement }) => !inFolder.has(statement.id) && !inFolder.has(contentIdOf(statement)))
    .map(({ statement }) => statement.key ?? statement.id);
  return {
    notInFolder,
    acts: handle.acts(),
    statements: handle.state.statements.size,
    records: [...handle.state.lists.values()].reduce((sum, { value }) => sum + value.recordCount, 0),
  };
}

async function readStatements(handle: CaseHandle, folder: CaseFolder): Promise<Statement[]> {
  const named = new Set(folder.subjects.map((subject) => subject.id));
  const parsed = folder.statementFiles.map((file) => parseStatementFile(toText(file), file.name));
  const sources = await readSourcesOf(handle, folder, new Set(parsed.map(({ source }) => source)));
  const context = { sourceOf: (key: string) => sources.get(key), isNamed: (id: string) => named.has(id) };
  const statements: Statement[] = [];
  const fileOfKey = new Map<string, string>();
  for (const file of parsed) {
    for (const statement of placeStatements(file, context)) {
      const first = statement.key === undefined ? undefined : fileOfKey.get(statement.key);
      if (first !== undefined) throw keyTwice(statement.key ?? "", first, file.file);
      if (statement.key !== undefined) fileOfKey.set(statement.key, file.file);
      statements.push(statement);
    }
  }
  return statements;
}

/** The sources that statement files name: those of the folder, and those that the case holds already. */
async function readSourcesOf(
  handle: CaseHandle,
  folder: CaseFolder,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, SourceToQuote>> {
  const found = new Map<string, SourceToQuote>();
  for (const file of folder.sources) {
    const fileName = basename(file.name);
    const key = basename(fileName, extname(fileName));
    if (!keys.has(key)) continue;
    if (isNote(file)) readNote(file.bytes, file.name);
    const mediaType = mediaTypeOf(fileName);
    const text = mediaType.startsWith("text/") ? decodeText(file.bytes).text : "";
    found.set(key, {
      id: `src-${hashBytes(file.bytes).slice(0, 32)}`,
      text,
      passages: createPassageFinder(text),
      content: (await contentOfFile(handle, { bytes: file.bytes, fileName, mediaType })) ?? undefined,
    });
  }
  for (const key of keys) {
    const sealed = handle.state.sourceOfKey(key);
    if (!found.has(key) && sealed !== undefined) found.set(key, await readSourceToQuote(handle, sealed));
  }
  return found;
}

function keyTwice(key: string, first: string, second: string): InquestError {
  return new InquestError({
    code: "statements/duplicate-key",
    reaction: "input",
    message: `${second}: the key ${key} stands already in ${first}. Give one of the two another key.`,
    evidence: { key, first, second },
  });
}

function draftsOfFolder(handle: CaseHandle, folder: CaseFolder): ActDraft[] {
  // The case keeps the id under which its log began; the folder's own id names the folder only.
  const ruled = handle.config.twoPersons ?? [];
  // A folder that does not speak of the rule leaves it as it is.
  const twoPersons = folder.config.twoPersons ?? handle.config.twoPersons;
  if (ruled.some((kind) => twoPersons?.includes(kind) !== true)) {
    const lifted = { kind: "two-persons.lifted", subject: "case" } as const;
    requireSecondPerson(handle.state.twoPersons, ["two-persons.lifted"], lifted);
  }
  const wanted = {
    ...folder.config,
    id: handle.config.id,
    ...(twoPersons === undefined ? {} : { twoPersons }),
  };
  return configurationDrafts(wanted, handle.config);
}

async function prepareLists(
  handle: CaseHandle,
  folder: CaseFolder,
  recipe: Recipe,
): Promise<PreparedImport[]> {
  const names = new Map(folder.subjects.map((subject) => [subject.id, subject.names]));
  const lists = Object.entries(recipe.lists);
  const prepared: PreparedImport[] = [];
  for (const [index, [name, listRecipe]] of lists.entries()) {
    handle.progress({ step: "case.import", done: index, total: lists.length, item: name });
    const file = folder.readListFile(listRecipe.file ?? `${name}.csv`);
    const title = names.get(`list:${name}`) ?? { en: name };
    // An edited folder says by itself that its list takes the place of the earlier one.
    prepared.push(await prepareImport(handle, { name, file, recipe: listRecipe, title, mayReplace: true }));
  }
  return prepared;
}
