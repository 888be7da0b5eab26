/** Importing a list: its file sealed, its rows as immutable records, its faults listed. */
import { hashBytes, type JsonValue, type LocalText, toCanonicalJson } from "../core/index.ts";
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
}

export interface ImportedList {
  readonly import: ListImport;
  /** True when this file was imported by this recipe before: nothing changed. */
  readonly existed: boolean;
}

/**
 * Imports a list. The same file by the same recipe again is a no-op.
 *
 * @throws InquestError of `readList` for a file or a recipe that cannot be used at all; the case is then as it was.
 */
export async function importList(handle: CaseHandle, list: ListToImport): Promise<ImportedList> {
  const recipeBytes = new TextEncoder().encode(toCanonicalJson(toPlainRecipe(list.recipe)));
  const read = readList({
    bytes: list.file.bytes,
    fileName: list.file.name,
    listName: list.name,
    recipe: list.recipe,
  });
  const existing = handle.state.lists.get(list.name)?.value;
  const sourceId = `src-${hashBytes(list.file.bytes).slice(0, 32)}`;
  if (existing?.source === sourceId && existing.recipe.sha256 === hashBytes(recipeBytes)) {
    return { import: read, existed: true };
  }
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

/** The recipe's entry as JSON, for sealing. */
function toPlainRecipe(recipe: ListRecipe): JsonValue {
  const { fields, ...rest } = recipe;
  return {
    ...rest,
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field }])),
  };
}
