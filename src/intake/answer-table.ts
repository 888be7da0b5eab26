/** Small tables that people bring beside their lists: who is who, and what they judged of pairs. */
import { InquestError } from "../core/index.ts";
import { detectDelimiter } from "./csv-delimiter.ts";
import { type CsvRow, isBlankRow, readCsvRows } from "./csv-rows.ts";
import { decodeText } from "./decode.ts";
import { requireHeading, toHeading } from "./heading.ts";

export interface TableSource {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** A record, and the person that it is of. */
export interface TruthLine {
  readonly list: string;
  readonly recordId: string;
  readonly cluster: string;
}

const DECISIONS = ["same", "different", "unsure"] as const;

/** What a person said of two records. */
export interface JudgementLine {
  /** The data row of the file, from 1. */
  readonly row: number;
  readonly left: { readonly list: string; readonly recordId: string };
  readonly right: { readonly list: string; readonly recordId: string };
  readonly decision: (typeof DECISIONS)[number];
  /** The random sample that the row belongs to and its place in there, from 1; null for a pair that somebody chose. */
  readonly drawn: { readonly sample: string; readonly place: number } | null;
}

export interface JudgementTable {
  readonly judged: readonly JudgementLine[];
  /** Rows that wait for a decision. */
  readonly waiting: number;
}

/**
 * A truth file: columns `list`, `record_id`, `cluster`, in any order; others are passed over.
 *
 * @throws InquestError "intake/missing-column"; "intake/too-few-columns", "intake/too-many-columns",
 *   "intake/broken-quotes" for a row that is not of the heading's columns; and those of reading a table.
 */
export function readTruthTable(source: TableSource): TruthLine[] {
  return readRows(source, ["list", "record_id", "cluster"]).map(({ at }) => ({
    list: at("list"),
    recordId: at("record_id"),
    cluster: at("cluster"),
  }));
}

/**
 * Judged pairs: columns `list_a`, `record_id_a`, `list_b`, `record_id_b`, `decision`, in the order in which they were
 * made, and `sample`, `sample_row` where they were drawn at random. A row without a decision is one that waits for it.
 * Cells are given as they stand, guarding apostrophes included.
 *
 * @throws InquestError "intake/missing-column"; "intake/judgement" for a decision that is none of same, different,
 *   unsure; "intake/too-few-columns", "intake/too-many-columns", "intake/broken-quotes" for a row that is not of the
 *   heading's columns; and those of reading a table.
 */
export function readJudgementTable(source: TableSource): JudgementTable {
  const columns = ["list_a", "record_id_a", "list_b", "record_id_b", "decision"];
  const side = (at: TableRow["at"], letter: "a" | "b") => ({
    list: at(`list_${letter}`),
    recordId: at(`record_id_${letter}`),
  });
  const rows = readRows(source, columns);
  const judged = rows.flatMap(({ row, line, at }): JudgementLine[] => {
    const word = at("decision");
    if (word === "") return [];
    const decision = DECISIONS.find((known) => known === word.toLowerCase());
    if (decision === undefined) {
      throw new InquestError({
        code: "intake/judgement",
        reaction: "input",
        message: `${source.fileName}, line ${line}: "${word}" is no decision. Write ${DECISIONS.join(", ")}, or leave it empty.`,
        evidence: { file: source.fileName, line, word },
      });
    }
    return [{ row, left: side(at, "a"), right: side(at, "b"), decision, drawn: drawnOf(at) }];
  });
  return { judged, waiting: rows.length - judged.length };
}

function drawnOf(at: TableRow["at"]): JudgementLine["drawn"] {
  const [sample, place] = [at("sample"), at("sample_row")];
  return sample !== "" && /^[1-9]\d{0,8}$/u.test(place) ? { sample, place: Number(place) } : null;
}

interface TableRow {
  /** From 1, blank rows counted. */
  readonly row: number;
  readonly line: number;
  /** The cell of a column, trimmed; empty where there is no such column. */
  readonly at: (column: string) => string;
}

function readRows({ bytes, fileName }: TableSource, wanted: readonly string[]): TableRow[] {
  const { text } = decodeText(bytes);
  const { heading, data } = requireHeading(readCsvRows(text, detectDelimiter(text)), fileName);
  const { columns } = toHeading(heading.cells);
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new InquestError({
      code: "intake/missing-column",
      reaction: "input",
      message: `${fileName} lacks ${missing.join(", ")}. It has: ${columns.join(", ")}. Name the columns ${wanted.join(", ")}.`,
      evidence: { file: fileName, missing, columns },
    });
  }
  const places = new Map(columns.map((column, index) => [column, index]));
  return data.flatMap(({ line, cells, flaw }, index): TableRow[] => {
    if (flaw !== "broken-quotes" && isBlankRow(cells)) return [];
    const at = (column: string) => (cells[places.get(column) ?? -1] ?? "").trim();
    const row = { row: index + 1, line, at };
    requireWholeRow(row, { cells, flaw }, { columns, fileName });
    return [row];
  });
}

/** A cell too few or too many moves every cell after it: nothing that the row says can be relied on. */
function requireWholeRow(
  { row, line, at }: TableRow,
  { cells, flaw }: Pick<CsvRow, "cells" | "flaw">,
  { columns, fileName }: { readonly columns: readonly string[]; readonly fileName: string },
): void {
  const fail = (code: string, what: string): never => {
    throw new InquestError({
      code,
      reaction: "input",
      message: `${fileName}, row ${row} (line ${line}) ${what}`,
      evidence: { file: fileName, row, line },
    });
  };
  if (flaw === "broken-quotes")
    fail("intake/broken-quotes", "has a quotation mark that does not close. Correct it.");
  // Spreadsheets leave out empty last cells; of a drawn pair the last one is the decision, and it waits.
  const isWaiting =
    cells.length === columns.length - 1 && columns.at(-1) === "decision" && drawnOf(at) !== null;
  if (cells.length < columns.length && !isWaiting)
    fail(
      "intake/too-few-columns",
      `has ${cells.length} columns, and the heading has ${columns.length}. Write a comma for each empty cell, or take the row out.`,
    );
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
    fail(
      "intake/too-many-columns",
      `has ${cells.length} columns, and the heading has ${columns.length}. Put quotation marks around a cell that holds a comma.`,
    );
}
