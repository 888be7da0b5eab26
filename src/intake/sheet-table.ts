/** A sheet of a workbook as the table of a list. */
import {
  type CellRange,
  InquestError,
  type MarkedCell,
  readCell,
  type Sheet,
  type SheetRow,
  toCellName,
  toColumnLetters,
  toSheetPlace,
} from "../core/index.ts";
import { isBlankRow } from "./csv-rows.ts";
import { toHeading } from "./heading.ts";
import type { Notice } from "./list-import.ts";
import type { CellFault, ListTable, TableRow } from "./list-table.ts";
import type { IntakeMessageKey } from "./messages.en.ts";
import { nearestName } from "./nearest-name.ts";
import { toNotice } from "./problem.ts";
import type { ListRecipe } from "./recipe.ts";
import { findSensitiveColumns, type SensitiveColumn, sensitiveKindOf } from "./sensitive-columns.ts";

/** Cells of a table with the empty ones: one cell far to the right would make a column of every row. */
const MOST_CELLS = 4_000_000;

/**
 * The table that begins with the first row that says anything, or with the one that the recipe names. Its width is that
 * of its widest row.
 *
 * @throws InquestError "intake/no-such-sheet", "intake/empty-file", "intake/sheet-too-wide", "intake/sheet-merged".
 */
export function readSheetTable(
  sheets: readonly Sheet[],
  recipe: Pick<ListRecipe, "sheet" | "headingRow">,
  fileName: string,
): ListTable {
  const sheet = pickSheet(sheets, recipe.sheet, fileName);
  const { headingRow } = recipe;
  const at = sheet.rows.findIndex(({ row, cells }) =>
    headingRow === undefined ? !isBlankRow(cells) : row === headingRow,
  );
  const heading = sheet.rows[at];
  if (heading === undefined) throw emptySheet(sheet, fileName, headingRow);
  const data = sheet.rows.slice(at + 1);
  const width = widthOf(sheet, [heading, ...data], fileName);
  const mergedIn = mergesByRow(sheet, heading.row, fileName);
  const rows = data.map((row) => toTableRow(row, { sheet, heading: heading.row, width, mergedIn }));
  return {
    heading: padded(heading.cells, width),
    rows,
    blankRows: (data.at(-1)?.row ?? heading.row) - heading.row - data.length,
    encoding: "xlsx",
    delimiter: null,
    sheet: sheet.name,
    headingRow: heading.row,
    notices: [
      ...pickNotices(sheets, sheet, recipe.sheet),
      ...(at > 0 ? [toNotice("intake/rows-above-heading", { count: at, row: String(heading.row) })] : []),
      ...sheetNotices(sheet, data),
    ],
  };
}

/** A title and some notes may stand above the heading of a sheet that no recipe speaks of. */
const HEADING_WITHIN = 10;

/**
 * Columns of the other sheets whose headings say that they are sealed by default: their cells lie in the file that is
 * sealed with this list.
 */
export function findSensitiveBeside(sheets: readonly Sheet[], chosen: string): SensitiveColumn[] {
  return sheets.flatMap((sheet) => {
    const at = sheet.rows
      .slice(0, HEADING_WITHIN)
      .findIndex(({ cells }) => cells.some((cell) => sensitiveKindOf(cell) !== null));
    if (sheet.name === chosen || at < 0) return [];
    const named = toHeading(sheet.rows[at]?.cells ?? []).columns.flatMap((column, index) =>
      sensitiveKindOf(column) === null ? [] : [{ column, index }],
    );
    const rows = sheet.rows
      .slice(at + 1)
      .map(({ cells }) => Object.fromEntries(named.map(({ column, index }) => [column, cells[index] ?? ""])));
    const columns = named.map(({ column }) => column);
    return findSensitiveColumns(columns, [], rows).map((found) => ({
      ...found,
      column: toSheetPlace(sheet.name, found.column),
    }));
  });
}

/** @throws InquestError "intake/no-such-sheet". */
export function pickSheet(
  sheets: readonly Sheet[],
  wanted: string | number | undefined,
  fileName: string,
): Sheet {
  const found =
    wanted === undefined
      ? firstWithRows(sheets)
      : typeof wanted === "number"
        ? sheets[wanted - 1]
        : sheets.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  const nearest = typeof wanted === "string" ? nearestName(wanted, names) : null;
  throw new InquestError({
    code: "intake/no-such-sheet",
    reaction: "input",
    message: `The recipe names the sheet ${JSON.stringify(wanted)}, which ${fileName} does not have. ${nearest === null ? "" : `Did you mean "${nearest}"? `}Its sheets are: ${names.join(", ")}.`,
    evidence: { file: fileName, sheet: wanted, nearest, sheets: names },
  });
}

/** The first sheet that is shown and has a row below another: notes of one row often stand before the list. */
function firstWithRows(sheets: readonly Sheet[]): Sheet | undefined {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const hasRows = ({ rows }: Sheet) => rows.filter(({ cells }) => !isBlankRow(cells)).length > 1;
  return shown.find(hasRows) ?? shown[0] ?? sheets[0];
}

function pickNotices(sheets: readonly Sheet[], sheet: Sheet, wanted: string | number | undefined): Notice[] {
  const others = sheets.filter((each) => each !== sheet).map(({ name }) => name);
  return [
    ...(wanted === undefined && others.length > 0
      ? [toNotice("intake/several-sheets", { sheet: sheet.name, others: others.join(", ") })]
      : []),
    ...(sheet.isHidden ? [toNotice("intake/hidden-sheet", { sheet: sheet.name })] : []),
  ];
}

function emptySheet({ name }: Sheet, fileName: string, headingRow: number | undefined): InquestError {
  const where = headingRow === undefined ? "is empty" : `has nothing in row ${headingRow}`;
  return new InquestError({
    code: "intake/empty-file",
    reaction: "input",
    message: `The sheet "${name}" of ${fileName} ${where}. A list has a row of column names and a row for each person; the recipe may name another sheet, or the row with "headingRow".`,
    evidence: { file: fileName, sheet: name },
  });
}

function widthOf({ name }: Sheet, rows: readonly SheetRow[], fileName: string): number {
  let widest: SheetRow | undefined;
  for (const row of rows) if (row.cells.length > (widest?.cells.length ?? 0)) widest = row;
  const width = widest?.cells.length ?? 0;
  if (widest === undefined || width * rows.length <= MOST_CELLS) return width;
  const cell = toCellName(widest.row, width);
  throw new InquestError({
    code: "intake/sheet-too-wide",
    reaction: "input",
    message: `The sheet "${name}" of ${fileName} reaches to the cell ${cell}, which would give each of its ${rows.length} rows ${width} columns. Save the list without what stands so far out as a sheet of its own, and use that copy beside the original.`,
    evidence: { file: fileName, sheet: name, cell, rows: rows.length },
  });
}

interface RowContext {
  readonly sheet: Sheet;
  /** The heading's row. */
  readonly heading: number;
  readonly width: number;
  readonly mergedIn: ReadonlyMap<number, readonly CellRange[]>;
}

function toTableRow({ row, cells, marks }: SheetRow, context: RowContext): TableRow {
  const { sheet, heading, width, mergedIn } = context;
  const marked = marks.flatMap((mark): CellFault[] => {
    const fault = MARKED_FAULTS[mark.is];
    if (fault === undefined || mark.column > width) return [];
    const raw = cells[mark.column - 1] ?? "";
    const params = { sheet: sheet.name, cell: toCellName(row, mark.column), raw };
    return [{ column: mark.column - 1, raw, params, ...fault }];
  });
  const merged = (mergedIn.get(row) ?? []).flatMap((range): CellFault[] => {
    const { firstRow, lastRow, firstColumn, lastColumn } = range;
    if (firstColumn > width) return [];
    const raw = readCell(sheet, firstRow, firstColumn);
    const cell = `${toCellName(firstRow, firstColumn)}:${toCellName(lastRow, lastColumn)}`;
    const params = { sheet: sheet.name, cell, raw };
    return [{ column: firstColumn - 1, code: "intake/merged-cells", raw, params, isUnreadable: false }];
  });
  return {
    number: row - heading,
    cells: padded(cells, width),
    text: cells.join("\t"),
    locator: { sheet: sheet.name, line: row },
    flaw: null,
    days: marks.filter(({ is }) => is === "date").map(({ column }) => column - 1),
    faults: [...marked, ...merged],
  };
}

const MARKED_FAULTS: Readonly<
  Partial<Record<MarkedCell["is"], { readonly code: IntakeMessageKey; readonly isUnreadable: boolean }>>
> = {
  error: { code: "intake/error-cell", isUnreadable: true },
  uncomputed: { code: "intake/uncomputed-cell", isUnreadable: true },
  "no-day": { code: "intake/no-day-cell", isUnreadable: true },
};

/** Rows of merged cells that are listed one by one. */
const MOST_MERGED = 100_000;

/** Ranges by each row that they cover beyond their first, or in it where they cover several columns. */
function mergesByRow(
  { name, rows, merged }: Sheet,
  heading: number,
  fileName: string,
): ReadonlyMap<number, readonly CellRange[]> {
  const last = rows.at(-1)?.row ?? 0;
  const found = new Map<number, CellRange[]>();
  let count = 0;
  for (const range of merged) {
    const isWide = range.lastColumn > range.firstColumn;
    const from = Math.max(heading + 1, range.firstRow + (isWide ? 0 : 1));
    const to = Math.min(last, range.lastRow);
    count += Math.max(0, to - from + 1);
    if (count > MOST_MERGED) throw tooManyMerged(name, fileName);
    for (let row = from; row <= to; row += 1) {
      const known = found.get(row);
      if (known === undefined) found.set(row, [range]);
      else known.push(range);
    }
  }
  return found;
}

function tooManyMerged(sheet: string, fileName: string): InquestError {
  return new InquestError({
    code: "intake/sheet-merged",
    reaction: "input",
    message: `Merged cells of the sheet "${sheet}" of ${fileName} cover more than ${MOST_MERGED} rows. Save a copy in which they are no longer merged, and use it beside the original.`,
    evidence: { file: fileName, sheet },
  });
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length === width ? cells : [...cells, ...Array<string>(width - cells.length).fill("")];
}

/** What is noted of the whole sheet, with the places as the sheet has them. */
function sheetNotices({ hiddenColumns, asksToCompute }: Sheet, data: readonly SheetRow[]): Notice[] {
  const hiddenRows = data.filter(({ isHidden }) => isHidden).map(({ row }) => row);
  const notices: Notice[] = [];
  if (hiddenRows.length > 0)
    notices.push(toNotice("intake/hidden-rows", { count: hiddenRows.length, rows: toRanges(hiddenRows) }));
  if (hiddenColumns.length > 0) {
    const columns = hiddenColumns.map(({ first, last }) =>
      first === last ? toColumnLetters(first) : `${toColumnLetters(first)}–${toColumnLetters(last)}`,
    );
    notices.push(toNotice("intake/hidden-columns", { columns: columns.join(", ") }));
  }
  for (const [is, code] of MARKED_NOTICES) {
    const marks = data.flatMap((row) => row.marks.filter((mark) => mark.is === is));
    if (marks.length === 0) continue;
    const columns = [...new Set(marks.map(({ column }) => column))].sort((a, b) => a - b);
    notices.push(toNotice(code, { count: marks.length, columns: columns.map(toColumnLetters).join(", ") }));
    if (is === "formula" && asksToCompute) notices.push(toNotice("intake/formulas-not-computed", {}));
  }
  return notices;
}

const MARKED_NOTICES: readonly (readonly [MarkedCell["is"], IntakeMessageKey])[] = [
  ["formula", "intake/formula-cells"],
  ["other-calendar", "intake/other-calendar-cells"],
  ["hidden", "intake/format-hides"],
  ["unformatted", "intake/format-not-followed"],
];

/** `3, 7–12`: rows in their order. */
function toRanges(rows: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const row of rows) {
    const open = ranges.at(-1);
    if (open?.last === row - 1) open.last = row;
    else ranges.push({ first: row, last: row });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}
