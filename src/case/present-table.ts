/** The view of a sealed file as a table that may become a list. */
import { hashBytes, pickLocal } from "../core/index.ts";
import {
  FIELDS,
  type FieldKind,
  type FieldRecipe,
  ListRecipe,
  lookAtTable,
  type TableSettings,
  toProblemText,
} from "../intake/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";
import { readSheets } from "./import-list.ts";
import { readSealedFile } from "./import-source.ts";
import type { Presenter } from "./present-statement.ts";
import { toDay } from "./site-operations.ts";
import type { FieldRecipeView, ListRecipeView, TableColumnView, TableView } from "./table-views.ts";

const SAMPLES = 3;
/** Letters of a cell that a first look shows. */
const LETTERS = 120;

/** Fields of appeals and votes, which are mapped on the command line. */
const OF_APPEALS = new Set<string>([
  ...["sender", "addressee", "asks", "answer", "session", "date"],
  ...["body", "resolution", "title", "rollCall", "state", "vote", "owner"],
]);

/** How a file is read, and how many rows below the heading are shown whole. */
export interface TableAskedFor extends TableSettings {
  readonly rows?: number;
}

/**
 * @param settings - what a person says of the file; what is left out is found.
 * @throws InquestError of `readSealedFile` and `lookAtTable`; "case/list-not-text" for what is no table.
 */
export async function presentTable(
  handle: CaseHandle,
  word: string,
  { rows = 0, ...settings }: TableAskedFor,
  presenter: Presenter,
): Promise<TableView> {
  const { source, sealedAt, file } = await readSealedFile(handle, word, settings.delimiter);
  const sheets = await readSheets(handle, file);
  const today = handle.state.consents.today() ?? toDay(Date.parse(sealedAt));
  const look = lookAtTable({ bytes: file.bytes, fileName: file.name, settings, sheets, today });
  const { table, columns, top, proposal } = look;
  const imports = [...handle.state.lists.values()].map(({ value }) => value);
  return {
    source: {
      id: source.id,
      key: source.key,
      title: pickLocal(source.title, presenter.language),
      fileName: source.fileName,
      sha256: hashBytes(file.bytes),
      sizeBytes: file.bytes.length,
      isEncrypted: source.sealed !== undefined,
      sealedAt,
    },
    sheets:
      sheets === undefined
        ? null
        : sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows: rows.length })),
    sheet: table.sheet,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headingRow: table.headingRow,
    rowCount: table.rows.length,
    top: top.map(({ line, cells }) => ({ line, cells: cells.map(shortened) })),
    rows: table.rows
      .slice(0, rows)
      .map(({ number, cells }) => ({ row: number, cells: cells.map(shortened) })),
    notices: table.notices.map((notice) => toProblemText(notice, presenter.language)),
    columns: proposal.columns.map((each, index): TableColumnView => {
      const { column, field, why, shape, dates } = each;
      const cells = table.rows.map((row) => (row.cells[index] ?? "").trim()).filter((cell) => cell !== "");
      return {
        column,
        samples: [...new Set(cells)].slice(0, SAMPLES).map(shortened),
        filled: shape.filled,
        digits: shape.digits,
        field,
        recipe: toFieldView(proposal.fields[field ?? ""]),
        why,
        readable: dates?.readable ?? null,
        isOrderGuessed: dates?.isOrderGuessed ?? false,
      };
    }),
    id: proposal.id,
    fields: Object.entries<FieldKind>(FIELDS)
      .filter(([field]) => !OF_APPEALS.has(field))
      .map(([field, kind]) => ({ field, label: presenter.fieldLabel(field), kind })),
    imported: imports
      .filter((each) => each.source === source.id)
      .map(({ name, recordCount }) => ({ list: name, records: recordCount })),
    recipes: await recipesFor(handle, imports, columns),
  };
}

/** Recipes that can be read now, those first that fit. */
async function recipesFor(
  handle: CaseHandle,
  imports: readonly ListImported[],
  columns: readonly string[],
): Promise<TableView["recipes"]> {
  const found: TableView["recipes"][number][] = [];
  for (const { name, recipe: content } of imports) {
    if ("item" in content && !handle.secrets.canOpen(content)) continue;
    const parsed = ListRecipe.safeParse(JSON.parse(new TextDecoder().decode(await handle.read(content))));
    if (!parsed.success) continue;
    const { file: _, sealing: __, corrections: ___, provenance: ____, ...recipe } = parsed.data;
    const wanted = Object.values(recipe.fields).flatMap(({ column, join = [] }) => [column, ...join]);
    for (const column of [recipe.id, recipe.listColumn]) if (column !== undefined) wanted.push(column);
    const missing = [...new Set(wanted)].filter((column) => !columns.includes(column));
    found.push({ list: name, recipe: toView(recipe), missing });
  }
  return found.sort((a, b) => a.missing.length - b.missing.length);
}

/** Members that are left out are absent, not undefined. */
function toFieldView(recipe: FieldRecipe | undefined): FieldRecipeView | null {
  return recipe === undefined ? null : JSON.parse(JSON.stringify(recipe));
}

function toView(recipe: Omit<ListRecipe, "file" | "sealing" | "corrections" | "provenance">): ListRecipeView {
  return JSON.parse(JSON.stringify(recipe));
}

function shortened(cell: string): string {
  const letters = [...cell];
  return letters.length <= LETTERS ? cell : `${letters.slice(0, LETTERS).join("")}…`;
}
