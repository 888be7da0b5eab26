/** Sheets of a workbook as a person sees them, and the names of their cells (ECMA-376-1, 18.18.7). */

/** The edges of a sheet in the programs that write workbooks (Excel specifications: 1,048,576 rows, 16,384 columns). */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/**
 * What a reader must know of a cell beside its text.
 *
 * - date: the file stores a day; the text is that day in ISO 8601, no finer than the sheet shows it.
 * - no-day: shown as a date, but the number is no day of the workbook's date system; the text is the number.
 * - other-calendar: the sheet shows the day in a calendar other than the Gregorian one.
 * - error: an error value such as #REF!, which is the text.
 * - formula: the text is the result that the file stores; nothing is computed.
 * - uncomputed: a formula without a stored result; the text is empty.
 * - hidden: the number format shows nothing; the text is the stored number.
 * - unformatted: a number format that is not followed; the text is the stored number.
 */
export const CELL_MARKS = [
  "date",
  "no-day",
  "other-calendar",
  "error",
  "formula",
  "uncomputed",
  "hidden",
  "unformatted",
] as const;
export type CellMark = (typeof CELL_MARKS)[number];

export interface MarkedCell {
  readonly column: number;
  readonly is: CellMark;
}

export interface SheetRow {
  /** As the sheet counts it, from 1. */
  readonly row: number;
  /** Texts from column A to the last one that has any; empty where a cell says nothing. */
  readonly cells: readonly string[];
  readonly isHidden: boolean;
  readonly marks: readonly MarkedCell[];
}

/** Cells that are shown as one; their text stands in the first. All counted from 1, the ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  /** Spreadsheets show it only when asked to. */
  readonly isHidden: boolean;
  /** The workbook asks to be computed anew when it is opened: results that it stores may not be those that are seen. */
  readonly asksToCompute: boolean;
  /** In their order; a row that says nothing is left out. */
  readonly rows: readonly SheetRow[];
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  readonly merged: readonly CellRange[];
}

/** The text of a cell, empty where it says nothing. */
export function readCell(sheet: Sheet, row: number, column: number): string {
  return findRow(sheet, row)?.cells[column - 1] ?? "";
}

/** A row that says something; undefined for any other. Rows stand in their order. */
export function findRow({ rows }: Sheet, row: number): SheetRow | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low]?.row === row ? rows[low] : undefined;
}

/** The letters of a column: A, Z, AA, XFD. */
export function toColumnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `B7`. */
export function toCellName(row: number, column: number): string {
  return `${toColumnLetters(column)}${row}`;
}

/** The number of a column by its letters, in either case; null for what is none, or lies beyond the last. */
export function parseColumnLetters(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/u.test(letters)) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= LAST_COLUMN ? column : null;
}

/** `B7` as row and column; null for what is no cell of a sheet. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters = "", digits = ""] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/u.exec(name) ?? [];
  const column = parseColumnLetters(letters);
  const row = Number(digits);
  return column === null || row > LAST_ROW || row === 0 ? null : { row, column };
}

/** `'Sheet one'!B7`, as links into workbooks name a place (ECMA-376-1, 18.3.1.47); quotation marks are doubled. */
export function toSheetPlace(sheet: string, cells: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}
