/** Importing a list: its file sealed, its rows as immutable records, its faults listed. */
import { hashBytes, type JsonValue, type LocalText, type Sheet, toCanonicalJson } from "../core/index.ts";
import {
  isContainer,
  type ListImport,
  type ListRecipe,
  readList,
  type SealingDecision,
} from "../intake/index.ts";
import { type Content, isSealedRef, type SealedRef } from "../vault/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { FolderFile } from "./case-folder.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { importError, requireImportable, requireSealingDecision } from "./import-obstacles.ts";
import { toJsonLines } from "./json-lines.ts";
import { provenanceOfRecipe } from "./provenance-operations.ts";
import { compareWithLast, type NextRelease, toReleaseBody } from "./record-release.ts";
import { findSecret, sealListFile } from "./record-source.ts";

export interface ListToImport {
  /** The list's name in the recipe. */
  readonly name: string;
  readonly file: FolderFile;
  readonly recipe: ListRecipe;
  readonly title: LocalText;
  /** Whether another file may take the place of one that was imported under this name. */
  readonly mayReplace?: boolean;
  /** Whether a file that is broken as a table may give the rows that can be read. */
  readonly mayBeBroken?: boolean;
  /** What the person decided about columns that are sealed by default; the recipe's word when left out. */
  readonly sealing?: SealingDecision | undefined;
}

export interface ImportedList {
  readonly import: ListImport;
  /** True when this file was imported by this recipe before: nothing changed. */
  readonly existed: boolean;
  /** How its rows stand to those of the last release under this name; null for a first one. */
  readonly release: Pick<NextRelease, "number" | "counts"> | null;
}

/** A list that was read and may be imported; nothing is recorded of it yet. */
export interface PreparedImport {
  readonly list: ListToImport;
  readonly read: ListImport;
  readonly recipeBytes: Uint8Array;
  /** True when this file was imported by this recipe before: recording it is a no-op. */
  readonly existed: boolean;
  /** Whether file and rows are encrypted. */
  readonly isSecret: boolean;
  /** Why sensitive columns stand in the open; null when there are none, or when the list is encrypted. */
  readonly leftOpen: ListImported["leftOpen"] | null;
}

/**
 * Reads a list and checks that it may be imported, changing nothing: several lists are all prepared before the
 * first is recorded, so that one faulty list leaves the case as it was.
 *
 * @throws InquestError of `readList` for a file or a recipe that cannot be used at all, or "case/list-…".
 */
export async function prepareImport(handle: CaseHandle, list: ListToImport): Promise<PreparedImport> {
  const read = await readListFile(handle, list);
  const recipeBytes = new TextEncoder().encode(toCanonicalJson(toPlainRecipe(list.recipe)));
  const decision = list.sealing ?? list.recipe.sealing;
  if (decision === "seal" && list.recipe.provenance !== undefined) {
    throw importError("case/list-provenance", "decision", {
      message: `${list.file.name} is to be encrypted, and where it comes from would stand readable beside it. Nothing was imported. Take "provenance" out of the recipe, and say with inquest provenance what may be read.`,
      evidence: { list: list.name },
    });
  }
  const existed = await isImported(handle, list, recipeBytes);
  if (!existed) {
    requireImportable(handle.state, list, read);
    requireSealingDecision(list.file.name, read, decision);
  }
  const reason = typeof decision === "object" ? decision.leaveOpen : null;
  const leftOpen =
    reason === null || read.sensitive.length === 0
      ? null
      : { columns: read.sensitive.map(({ column }) => column), reason };
  return { list, read, recipeBytes, existed, isSecret: decision === "seal", leftOpen };
}

/** What a list says, by its recipe. @throws InquestError of `readList`, or "case/list-not-text". */
export async function readListFile(
  handle: CaseHandle,
  { file, name, recipe }: Pick<ListToImport, "file" | "name" | "recipe">,
): Promise<ListImport> {
  const sheets = await readSheets(handle, file);
  const today = handle.state.consents.today();
  return readList({
    bytes: file.bytes,
    fileName: file.name,
    listName: name,
    recipe,
    ...(today === null ? {} : { today }),
    sheets,
  });
}

/** Whether this very file was imported by this very recipe. An encrypted list tells only with the case's key. */
async function isImported(handle: CaseHandle, list: ListToImport, recipeBytes: Uint8Array): Promise<boolean> {
  const existing = handle.state.lists.get(list.name)?.value;
  if (existing === undefined) return false;
  const recipeSha256 = hashBytes(recipeBytes);
  if (!isSealedRef(existing.recipe) && existing.recipe.sha256 !== recipeSha256) return false;
  if (!isSealedRef(existing.records)) {
    return existing.source === `src-${hashBytes(list.file.bytes).slice(0, 32)}`;
  }
  await handle.secrets.unlock(list.name);
  if (isSealedRef(existing.recipe) && !(await handle.secrets.holds(existing.recipe, recipeSha256)))
    return false;
  return (await findSecret(handle, hashBytes(list.file.bytes)))?.id === existing.source;
}

/**
 * Seals file, recipe and records of a prepared list and records the import, and what the recipe says of where it comes
 * from; what is known changes nothing.
 */
export async function recordImport(handle: CaseHandle, prepared: PreparedImport): Promise<ImportedList> {
  const { list, read, recipeBytes, existed, isSecret, leftOpen } = prepared;
  const provenance = provenanceOfRecipe(handle.state, list.recipe, read.lists);
  if (existed) {
    await handle.record(provenance);
    return { import: read, existed, release: null };
  }
  const release = await compareWithLast(handle, list.name, {
    records: read.records,
    idColumn: list.recipe.id ?? null,
  });
  const { source } = await sealListFile(handle, list.file, list.title, {
    isSecret,
    isWorkbook: read.sheet !== null,
  });
  const faults = [
    ...read.rejected.map((row) => ({ rejected: row })),
    ...read.problems.map((problem) => ({ problem })),
  ];
  const tables = [
    recipeBytes,
    toJsonLines(read.records),
    ...(faults.length === 0 ? [] : [toJsonLines(faults)]),
  ];
  // Rows are as secret as the file that they stand in, and go with it when its key is destroyed.
  const { contents, drafts } = await storeTables(handle, tables, {
    isSecret,
    what: `list ${list.name}`,
    beside: source.sealed?.content,
  });
  const [recipe, records, problems] = contents;
  const rows =
    release === null
      ? null
      : await storeTables(handle, [toJsonLines(release.changes)], {
          isSecret: isSecret || release.isSecret,
          what: `releases of the list ${list.name}`,
        });
  const [changes] = rows?.contents ?? [];
  const body: JsonValue = {
    name: list.name,
    of: read.of,
    lists: read.lists,
    columns: read.columns,
    fields: read.fields.map((field) => ({ ...field })),
    encoding: read.encoding,
    // What a file from strangers is called inside is as secret as its own name.
    ...(read.sheet === null || isSecret ? {} : { sheet: read.sheet }),
    source: source.id,
    recipe: { ...recipe },
    records: { ...records },
    recordCount: read.records.length,
    problems: problems === undefined ? null : { ...problems },
    rejectedCount: read.rejected.length,
    problemCount: read.problems.length,
    ...(list.recipe.body === undefined ? {} : { body: list.recipe.body }),
    ...(leftOpen === null ? {} : { leftOpen }),
    ...(release === null || changes === undefined ? {} : { release: toReleaseBody(release, changes) }),
  };
  await handle.record([...drafts, ...(rows?.drafts ?? []), { kind: "list.imported", body }, ...provenance]);
  return { import: read, existed: false, release };
}

/** Stores tables as they are, or encrypted under one item with the acts that say so. */
export async function storeTables(
  handle: CaseHandle,
  tables: readonly Uint8Array[],
  {
    isSecret,
    what,
    beside,
  }: { readonly isSecret: boolean; readonly what: string; readonly beside?: SealedRef | undefined },
): Promise<{ readonly contents: readonly Content[]; readonly drafts: readonly ActDraft[] }> {
  if (isSecret) {
    const { refs, drafts } = await handle.secrets.seal(tables, what, beside);
    return { contents: refs, drafts };
  }
  const contents: Content[] = [];
  for (const table of tables) contents.push(await handle.seal(table));
  return { contents, drafts: [] };
}

const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * The sheets of a workbook, read in the process that reads hostile files; undefined for what may be a table of text.
 *
 * @throws InquestError "case/list-not-text" for an archive or a document; "intake/…" with the file, the place and the
 *   remedy for a workbook that is broken, too large, or of a kind that is not read.
 */
export async function readSheets(
  handle: CaseHandle,
  { name, bytes }: FolderFile,
): Promise<readonly Sheet[] | undefined> {
  const isPdf = PDF.every((byte, index) => bytes[index] === byte);
  if (!isPdf && !isContainer(bytes)) return undefined;
  const content = isPdf ? null : await handle.readContent(bytes, { name });
  if (content?.kind === "workbook") return content.sheets;
  if (content?.kind === "unread" && content.code !== undefined) {
    throw importError(content.code, "input", {
      message: `${name}: ${content.why} Nothing was imported.`,
      evidence: { file: name },
    });
  }
  const what = isPdf ? "a PDF" : "an archive or a document";
  throw importError("case/list-not-text", "input", {
    message: `${name} is ${what}, not a list. Lists are CSV files (UTF-8) or workbooks (XLSX): save the table as one of them and import that.`,
    evidence: { file: name },
  });
}

/** The recipe's entry as JSON, for sealing. Where the list comes from changes no row and stands in an act of its own. */
function toPlainRecipe(recipe: ListRecipe): JsonValue {
  const { fields, provenance: _, ...rest } = recipe;
  return {
    ...rest,
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field }])),
  };
}
