/** CSV text from rows (RFC 4180), and the list of rejected rows for people with spreadsheets. */
import type { RejectedRow } from "./list-import.ts";

export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV with commas; null is an empty cell. Lines end with LF, which every reader takes, where RFC 4180
 * asks for CR LF: outputs are compared byte by byte and read by line-based tools.
 *
 * @example toCsv([["id", "name"], [1, 'Ali "Reza"']]) // 'id,name\n1,"Ali ""Reza"""\n'
 */
export function toCsv(rows: Iterable<readonly CsvValue[]>): string {
  const lines: string[] = [];
  for (const row of rows) {
    const line = row.map((value) => quoted(value === null ? "" : String(value))).join(",");
    // A row of one empty cell would be a blank line, which readers pass over.
    lines.push(`${line === "" ? '""' : line}\n`);
  }
  return lines.join("");
}

/** The rejected rows with their reasons; cells that a spreadsheet would run as a formula begin with an apostrophe. */
export function toRejectedCsv(rejected: readonly RejectedRow[]): string {
  const heading = ["file", "list", "row", "line", "code", "reason", "text"];
  const rows = rejected.map(({ fileName, list, row, line, code, reason, text }) => [
    neutral(fileName),
    neutral(list),
    row,
    line,
    code,
    neutral(reason),
    neutral(text),
  ]);
  return toCsv([heading, ...rows]);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** OWASP, "CSV Injection": the signs that make a spreadsheet take a cell for a formula. */
function neutral(text: string): string {
  return /^[=+\-@\t\r\n]/u.test(text) ? `'${text}` : text;
}
