/** A first look at a file that may become a list: how it is read, its first rows, and a recipe proposed from it. */
import { InquestError, type Sheet } from "../core/index.ts";
import { detectDelimiter } from "./csv-delimiter.ts";
import { readCsvRows } from "./csv-rows.ts";
import { decodeText } from "./decode.ts";
import { toHeading } from "./heading.ts";
import { type ListTable, readListTable } from "./list-table.ts";
import { proposeRecipe, type RecipeProposal } from "./propose-recipe.ts";
import type { ListRecipe } from "./recipe.ts";
import { pickSheet } from "./sheet-table.ts";

/** What a person says of the file; what is left out is found. */
export type TableSettings = Pick<ListRecipe, "sheet" | "encoding" | "delimiter" | "headingRow">;

export interface TableLook {
  readonly table: ListTable;
  /** Names of the columns, each once. */
  readonly columns: readonly string[];
  /** The first rows as they stand, with those above the heading. */
  readonly top: readonly TopRow[];
  readonly proposal: RecipeProposal;
}

export interface TopRow {
  /** The row of the sheet, or the line of the text. */
  readonly line: number;
  readonly cells: readonly string[];
}

const TOP_ROWS = 12;

/** Nobody maps more by hand; a list of more has another delimiter, or is no list. */
const MOST_COLUMNS = 2000;

function tooWide(fileName: string, columns: number): InquestError {
  return new InquestError({
    code: "intake/sheet-too-wide",
    reaction: "input",
    message: `${fileName} has ${columns} columns by this delimiter, more than the ${MOST_COLUMNS} that can be mapped here. Choose another delimiter or sheet, or write a recipe and import it with inquest import.`,
    evidence: { file: fileName, columns },
  });
}

/** @throws InquestError of `readListTable`; "intake/sheet-too-wide" for more columns than anybody maps. */
export function lookAtTable({
  bytes,
  fileName,
  settings,
  sheets,
  today,
}: {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly settings: TableSettings;
  readonly sheets?: readonly Sheet[] | undefined;
  /** Days since 1970-01-01. */
  readonly today: number;
}): TableLook {
  const { top, delimiter } = topOf({ bytes, fileName, settings, sheets });
  const found = settings.headingRow ?? proposeHeadingRow(top);
  const recipe: ListRecipe = {
    ...settings,
    ...(delimiter === null ? {} : { delimiter }),
    ...(found === null ? {} : { headingRow: found }),
    of: "persons",
    fields: {},
  };
  const table = readListTable({ bytes, fileName, recipe, sheets });
  const { columns } = toHeading(table.heading);
  if (columns.length > MOST_COLUMNS) throw tooWide(fileName, columns.length);
  const rows = table.rows.map(({ cells }) => cells);
  return { table, columns, top, proposal: proposeRecipe({ columns, rows, today }) };
}

function topOf({ bytes, fileName, settings, sheets }: Omit<Parameters<typeof lookAtTable>[0], "today">): {
  readonly top: readonly TopRow[];
  readonly delimiter: string | null;
} {
  if (sheets !== undefined) {
    const { rows } = pickSheet(sheets, settings.sheet, fileName);
    return { top: rows.slice(0, TOP_ROWS).map(({ row, cells }) => ({ line: row, cells })), delimiter: null };
  }
  const { text } = decodeText(bytes, settings.encoding);
  const read = (delimiter: string) =>
    readCsvRows(linesOf(text, TOP_ROWS), delimiter)
      .slice(0, TOP_ROWS)
      .map(({ line, cells }) => ({ line, cells }));
  if (settings.delimiter !== undefined)
    return { top: read(settings.delimiter), delimiter: settings.delimiter };
  // A title above the heading has no separators, so that nothing is found beneath its line.
  for (let line = 1; line <= TOP_ROWS; line += 1) {
    const delimiter = detectDelimiter(text, settings.headingRow ?? line);
    const top = read(delimiter);
    if (top.some(({ cells }) => cells.length > 1)) return { top, delimiter };
  }
  const delimiter = detectDelimiter(text);
  return { top: read(delimiter), delimiter };
}

/** The beginning of a text that holds so many lines, and more where a cell of the last goes on. */
function linesOf(text: string, lines: number): string {
  let end = 0;
  for (let count = 0; count < lines && end < text.length; count += 1) {
    const next = text.indexOf("\n", end);
    if (next < 0) return text;
    end = next + 1;
  }
  return text.slice(0, end);
}

/**
 * The first row that fills most of the columns that its neighbours fill: titles and notes above a heading fill one or
 * two. Null where the first row that says anything is as good as any, and nothing needs to be said.
 */
export function proposeHeadingRow(top: readonly TopRow[]): number | null {
  const filled = top.map(({ line, cells }) => ({
    line,
    count: cells.filter((cell) => cell.trim() !== "").length,
  }));
  const most = Math.max(0, ...filled.map(({ count }) => count));
  const first = filled.find(({ count }) => count > 0);
  const heading = filled.find(({ count }) => count > 0 && count >= most * ENOUGH);
  return heading === undefined || heading === first ? null : heading.line;
}

const ENOUGH = 0.6;
