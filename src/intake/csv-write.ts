/**
 * CSV text from rows (RFC 4180). What Inquest writes is opened in spreadsheets: no cell of it is a formula there, and
 * reading it back gives the exact text.
 */
import type { RejectedRow } from "./list-import.ts";

export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV with commas; null is an empty cell. Lines end with LF, which every reader takes, where RFC 4180
 * asks for CR LF: outputs are compared byte by byte and read by line-based tools. Texts are neutralised.
 *
 * @example toCsv([["id", "name"], [1, 'Ali "Reza"']]) // 'id,name\n1,"Ali ""Reza"""\n'
 */
export function toCsv(rows: Iterable<readonly CsvValue[]>): string {
  const lines: string[] = [];
  for (const row of rows) {
    const line = row.map((value) => quoted(toCell(value))).join(",");
    // A row of one empty cell would be a blank line, which readers pass over.
    lines.push(`${line === "" ? '""' : line}\n`);
  }
  return lines.join("");
}

/** The rejected rows with their reasons. */
export function toRejectedCsv(rejected: readonly RejectedRow[]): string {
  const heading = ["file", "list", "row", "line", "code", "reason", "text"];
  const rows = rejected.map(({ fileName, list, row, line, code, reason, text }) => [
    fileName,
    list,
    row,
    line,
    code,
    reason,
    text,
  ]);
  return toCsv([heading, ...rows]);
}

/**
 * What some spreadsheet takes for a formula (OWASP, "CSV Injection"): a sign, also in full width, also behind white
 * space or a quotation mark; a tabulator or a line end in front. Apostrophes before it count, so that a text that has
 * one of its own gets another and both can be told apart.
 */
const FORMULA = /^'*(?:[\s"]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n])/u;

/** The text of a cell that no spreadsheet runs: one apostrophe in front of what it would take for a formula. */
export function neutralizeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `neutralizeCell` was given. */
export function restoreCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

function toCell(value: CsvValue): string {
  if (value === null) return "";
  return typeof value === "string" ? neutralizeCell(value) : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
