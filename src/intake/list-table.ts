/** A list's file as a table: its heading and its rows with their places, whether it is text or a sheet of a workbook. */
import { InquestError, type Sheet } from "../core/index.ts";
import { detectDelimiter } from "./csv-delimiter.ts";
import { type CsvRow, readCsvRows } from "./csv-rows.ts";
import { restoreCell } from "./csv-write.ts";
import { decodeText } from "./decode.ts";
import { requireHeading } from "./heading.ts";
import type { Notice } from "./list-import.ts";
import type { ListRecord } from "./list-record.ts";
import type { IntakeMessageKey } from "./messages.en.ts";
import { type ProblemParams, toNotice } from "./problem.ts";
import type { ListRecipe } from "./recipe.ts";
import { readSheetTable } from "./sheet-table.ts";

export interface ListTable {
  /** Cells of the heading, as they stand. */
  readonly heading: readonly string[];
  /** Those after the heading; of a sheet only those that say something. */
  readonly rows: readonly TableRow[];
  /** Rows that say nothing and are not among `rows`; they count in the numbers. */
  readonly blankRows: number;
  /** As it was decoded; `xlsx` for a workbook. */
  readonly encoding: string;
  /** Null for a sheet. */
  readonly delimiter: string | null;
  /** Null for text. */
  readonly sheet: string | null;
  /** Where the heading stands: the row of the sheet, or the line of the text. */
  readonly headingRow: number;
  readonly notices: readonly Notice[];
}

export interface TableRow {
  /** From 1, the heading not counted, blank rows counted. */
  readonly number: number;
  readonly cells: readonly string[];
  /** As it stands, or the cells of a sheet with tabulators between them. */
  readonly text: string;
  readonly locator: ListRecord["locator"];
  readonly flaw: CsvRow["flaw"];
  /** Cells of a sheet that hold a day, whose text is that day: places in `cells`. */
  readonly days: readonly number[];
  /** What is wrong with cells of a sheet. */
  readonly faults: readonly CellFault[];
}

export interface CellFault {
  /** Its place in `cells`. */
  readonly column: number;
  readonly code: IntakeMessageKey;
  readonly raw: string;
  readonly params: ProblemParams;
  /** Whether nothing may be read from the cell. */
  readonly isUnreadable: boolean;
}

export interface TableSource {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly recipe: ListRecipe;
  /** The sheets of a workbook, as the process that reads hostile files gave them; left out for text. */
  readonly sheets?: readonly Sheet[] | undefined;
}

/** The first bytes of what is a container of parts and no text: ZIP, and the one of old office files. */
const CONTAINERS = ["504b0304", "504b0506", "d0cf11e0a1b11ae1"];

/** Whether bytes may be a workbook. Only the process that reads hostile files can tell. */
export function isContainer(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  return CONTAINERS.some((mark) => head.startsWith(mark));
}

/**
 * The table of a list.
 *
 * @throws InquestError "intake/unknown-encoding", "intake/empty-file", "intake/broken-heading", "intake/broken-csv",
 *   "intake/workbook" for a workbook whose sheets were not read, "intake/no-such-sheet", "intake/sheet-too-wide",
 *   "intake/sheet-merged".
 */
export function readListTable(source: TableSource): ListTable {
  const { bytes, fileName, recipe, sheets } = source;
  if (sheets !== undefined) return readSheetTable(sheets, recipe, fileName);
  if (isContainer(bytes)) throw notRead(fileName);
  const { text, encoding, notices } = decodeText(bytes, recipe.encoding);
  const { headingRow } = recipe;
  const delimiter = recipe.delimiter ?? detectDelimiter(text, headingRow);
  const all = readCsvRows(text, delimiter);
  const rows = recipe.neutralized === true ? all.map(restoreRow) : all;
  const { heading, data, above } = requireHeading(rows, fileName, headingRow);
  return {
    heading: heading.cells,
    rows: data.map(toTableRow),
    blankRows: 0,
    encoding,
    delimiter,
    sheet: null,
    headingRow: heading.line,
    notices:
      above > 0
        ? [...notices, toNotice("intake/rows-above-heading", { count: above, row: String(heading.line) })]
        : notices,
  };
}

function restoreRow(row: CsvRow): CsvRow {
  return { ...row, cells: row.cells.map(restoreCell) };
}

function toTableRow({ cells, text, line, start, end, flaw }: CsvRow, index: number): TableRow {
  return { number: index + 1, cells, text, locator: { line, start, end }, flaw, days: [], faults: [] };
}

function notRead(fileName: string): InquestError {
  return new InquestError({
    code: "intake/workbook",
    reaction: "input",
    message: `${fileName} is a workbook or an archive, not a table of text. Import a workbook into a case, or save its sheet as CSV (UTF-8).`,
    evidence: { file: fileName },
  });
}
