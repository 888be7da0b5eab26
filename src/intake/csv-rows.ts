/** CSV text to rows with their places; a row whose quotation marks are broken costs that row, not the file. */
import { type CsvError, parse } from "csv-parse/sync";
import { countCodePoints, InquestError } from "../core/index.ts";

export interface CsvRow {
  readonly cells: readonly string[];
  /** The row as it stands, without its line end. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** The row in the text, in Unicode code points. */
  readonly start: number;
  readonly end: number;
  /**
   * stray-quotes: quotation marks inside a column, kept as written. broken-quotes: the row's first line could
   * not be read as columns; `cells` is empty.
   */
  readonly flaw: "stray-quotes" | "broken-quotes" | null;
}

/** Rows that can be broken before the file is taken for something else than CSV. */
const MAX_BROKEN_ROWS = 1000;

/**
 * The rows of a CSV text (RFC 4180) in their order, blank ones included. A row ends at CR LF, LF or CR, as
 * spreadsheets read it, even where the rest of the file uses another of them.
 *
 * Departs from RFC 4180 where people's files do: quotation marks inside an unquoted column are text. A mark
 * that opens and swallows the lines after it is found by the row being too long or the file ending, and then
 * only its own line is given up.
 *
 * @throws InquestError "intake/broken-csv" when more than a thousand rows are broken.
 */
export function readCsvRows(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const cursor = { at: 0, line: 1, codePoints: 0 };
  let width: number | null = null;
  let broken = 0;

  const take = (length: number, cells: readonly string[], flaw: CsvRow["flaw"]) => {
    const content = text.slice(cursor.at, cursor.at + length);
    const end = cursor.codePoints + countCodePoints(content);
    rows.push({ cells, text: content, line: cursor.line, start: cursor.codePoints, end, flaw });
    if (width === null && !isBlankRow(cells)) width = cells.length;
    const lineEnd =
      /^(?:\r\n|\n|\r)/u.exec(text.slice(cursor.at + length, cursor.at + length + 2))?.[0] ?? "";
    cursor.at += length + lineEnd.length;
    cursor.line += (content.match(/\r\n|\n|\r/gu)?.length ?? 0) + 1;
    cursor.codePoints = end + lineEnd.length;
  };
  const takeBroken = () => {
    broken += 1;
    if (broken > MAX_BROKEN_ROWS) throw tooBroken(cursor.line);
    const line = lineAt(text, cursor.at);
    const cells = readStrayQuotes(line, delimiter);
    const isRow = cells !== null && (width === null || cells.length === width);
    take(line.length, isRow ? cells : [], isRow ? "stray-quotes" : "broken-quotes");
  };

  while (cursor.at < text.length) {
    const { parsed, isWhole } = parseUntilBroken(text.slice(cursor.at), delimiter);
    let swallowed = false;
    for (const { cells, raw } of parsed) {
      const content = raw.replace(/[\r\n]$/u, "");
      swallowed = width !== null && cells.length !== width && hasSwallowed(content, { delimiter, width });
      if (swallowed) break;
      take(content.length, cells, null);
    }
    if (swallowed || !isWhole) takeBroken();
  }
  return rows;
}

/** A row that has nothing in it. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

interface ParsedRow {
  readonly cells: readonly string[];
  readonly raw: string;
}

function parseUntilBroken(
  text: string,
  delimiter: string,
): { readonly parsed: readonly ParsedRow[]; readonly isWhole: boolean } {
  const parsed: ParsedRow[] = [];
  try {
    parse(text, {
      ...optionsFor(delimiter),
      raw: true,
      on_record: (record: unknown) => {
        if (isParsedRow(record)) parsed.push({ cells: record.record, raw: record.raw });
        return null;
      },
    });
    return { parsed, isWhole: true };
  } catch (cause) {
    if (isCsvError(cause)) return { parsed, isWhole: false };
    throw cause;
  }
}

function optionsFor(delimiter: string) {
  return { delimiter, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] };
}

/** Whether the second line of a row is a row of its own: then a quotation mark before it never closed. */
function hasSwallowed(
  content: string,
  { delimiter, width }: { readonly delimiter: string; readonly width: number },
): boolean {
  const [, second] = content.split(/\r\n|\n|\r/u, 2);
  if (second === undefined) return false;
  const { parsed, isWhole } = parseUntilBroken(second, delimiter);
  return isWhole && parsed[0]?.cells.length === width;
}

function readStrayQuotes(line: string, delimiter: string): readonly string[] | null {
  try {
    const [cells, ...others] = parse(line, { ...optionsFor(delimiter), relax_quotes: true });
    return cells !== undefined && others.length === 0 ? cells : null;
  } catch (cause) {
    if (isCsvError(cause)) return null;
    throw cause;
  }
}

function lineAt(text: string, at: number): string {
  const end = /[\r\n]/gu;
  end.lastIndex = at;
  return text.slice(at, end.exec(text)?.index ?? text.length);
}

function isParsedRow(value: unknown): value is { readonly record: readonly string[]; readonly raw: string } {
  return typeof value === "object" && value !== null && "record" in value && "raw" in value;
}

function isCsvError(cause: unknown): cause is CsvError {
  return cause instanceof Error && "code" in cause && /QUOTE/u.test(String(cause.code));
}

function tooBroken(line: number): InquestError {
  return new InquestError({
    code: "intake/broken-csv",
    reaction: "input",
    message: `More than ${MAX_BROKEN_ROWS} rows up to line ${line} have broken quotation marks. Check that the file is CSV and that its delimiter and encoding are right.`,
    evidence: { line },
  });
}
