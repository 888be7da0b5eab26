/** Importing a list: its file sealed, its rows as immutable records, its faults listed. */
import { hashBytes, InquestError, type JsonValue, type LocalText, toCanonicalJson } from "../core/index.ts";
import { type ListImport, type ListRecipe, readList } from "../intake/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { CaseHandle } from "./handle.ts";
import { toJsonLines } from "./json-lines.ts";
import { sealListFile } from "./record-source.ts";

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
}

export interface ImportedList {
  readonly import: ListImport;
  /** True when this file was imported by this recipe before: nothing changed. */
  readonly existed: boolean;
}

/** A list that was read and may be imported; nothing is recorded of it yet. */
export interface PreparedImport {
  readonly list: ListToImport;
  readonly read: ListImport;
  readonly recipeBytes: Uint8Array;
  /** True when this file was imported by this recipe before: recording it is a no-op. */
  readonly existed: boolean;
}

/**
 * Reads a list and checks that it may be imported, changing nothing: several lists are all prepared before the
 * first is recorded, so that one faulty list leaves the case as it was.
 *
 * @throws InquestError of `readList` for a file or a recipe that cannot be used at all, or "case/list-…".
 */
export function prepareImport(handle: CaseHandle, list: ListToImport): PreparedImport {
  requireText(list.file);
  const recipeBytes = new TextEncoder().encode(toCanonicalJson(toPlainRecipe(list.recipe)));
  const read = readList({
    bytes: list.file.bytes,
    fileName: list.file.name,
    listName: list.name,
    recipe: list.recipe,
  });
  const existing = handle.state.lists.get(list.name)?.value;
  const sourceId = `src-${hashBytes(list.file.bytes).slice(0, 32)}`;
  const existed = existing?.source === sourceId && existing.recipe.sha256 === hashBytes(recipeBytes);
  if (!existed) requireImportable(handle, list, read);
  return { list, read, recipeBytes, existed };
}

/** Seals file, recipe and records of a prepared list and records the import; a known one changes nothing. */
export async function recordImport(handle: CaseHandle, prepared: PreparedImport): Promise<ImportedList> {
  const { list, read, recipeBytes, existed } = prepared;
  if (existed) return { import: read, existed };
  const { source } = await sealListFile(handle, list.file, list.title);
  const faults = [
    ...read.rejected.map((row) => ({ rejected: row })),
    ...read.problems.map((problem) => ({ problem })),
  ];
  const body: JsonValue = {
    name: list.name,
    of: read.of,
    lists: read.lists,
    columns: read.columns,
    fields: read.fields.map((field) => ({ ...field })),
    encoding: read.encoding,
    source: source.id,
    recipe: { ...(await handle.seal(recipeBytes)) },
    records: { ...(await handle.seal(toJsonLines(read.records))) },
    recordCount: read.records.length,
    problems: faults.length === 0 ? null : { ...(await handle.seal(toJsonLines(faults))) },
    rejectedCount: read.rejected.length,
    problemCount: read.problems.length,
  };
  await handle.record([{ kind: "list.imported", body }]);
  return { import: read, existed: false };
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

/** A workbook or a document is not a table of text, whatever its name says. */
function requireText({ name, bytes }: FolderFile): void {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  const [what] = [
    begins(ZIP) ? "a ZIP archive or a workbook such as XLSX" : null,
    begins(PDF) ? "a PDF" : null,
  ].filter((kind) => kind !== null);
  if (what === undefined) return;
  throw importError("case/list-not-text", "input", {
    message: `${name} is ${what}, not a table of text. Save the sheet as CSV (UTF-8) and import that; this version reads CSV only.`,
    evidence: { file: name },
  });
}

/** Faults of the file as a table, not of one row's values: what follows them cannot be trusted. */
const BROKEN_TABLE = ["intake/broken-quotes", "intake/null-character"];

/**
 * Refuses what would change the case behind the user's back; nothing was recorded yet.
 *
 * @throws InquestError "case/list-broken", "case/list-empty", "case/list-held", or "case/list-replaces", which
 *   a person decides.
 */
function requireImportable(handle: CaseHandle, list: ListToImport, read: ListImport): void {
  const name = list.file.name;
  const broken = read.rejected.filter((row) => BROKEN_TABLE.includes(row.code));
  const [first] = broken;
  if (first !== undefined && list.mayBeBroken !== true) {
    throw importError("case/list-broken", "input", {
      message: `${name}, row ${first.row}: ${first.reason} Nothing was imported. Correct the file, or take the rows that can be read with --accept-rejected.`,
      evidence: { file: name, row: first.row, rows: broken.map((row) => row.row) },
    });
  }
  if (read.records.length === 0) {
    throw importError("case/list-empty", "input", {
      message: `${name} gives no record (${read.rejected.length} rows rejected). Nothing was imported; check delimiter and recipe.`,
      evidence: { file: name, rejected: read.rejected.length },
    });
  }
  const imports = [...handle.state.lists.values()].map(({ value }) => value);
  const holder = imports.find(
    (other) => other.name !== list.name && other.lists.some((held) => read.lists.includes(held)),
  );
  if (holder !== undefined) {
    throw importError("case/list-held", "input", {
      message: `${name} gives the list ${read.lists.join(", ")}, which the import "${holder.name}" already holds. Nothing was imported; give the list another name.`,
      evidence: { file: name, lists: read.lists, holder: holder.name },
    });
  }
  const previous = imports.find((other) => other.name === list.name);
  if (previous !== undefined && list.mayReplace !== true) {
    throw importError("case/list-replaces", "decision", {
      message: `${name} would replace the ${previous.recordCount} records of the list "${list.name}" by ${read.records.length} others. Say so with --replace, or give the list another name. The earlier file stays sealed either way.`,
      evidence: { file: name, list: list.name, before: previous.recordCount, after: read.records.length },
    });
  }
}

function importError(
  code: string,
  reaction: "input" | "decision",
  { message, evidence }: { readonly message: string; readonly evidence: Readonly<Record<string, unknown>> },
): InquestError {
  return new InquestError({ code, reaction, message, evidence });
}

/** The recipe's entry as JSON, for sealing. */
function toPlainRecipe(recipe: ListRecipe): JsonValue {
  const { fields, ...rest } = recipe;
  return {
    ...rest,
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field }])),
  };
}
