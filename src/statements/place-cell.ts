/** The passage of a statement that quotes a cell: of a table that is one file, or of a sheet of a workbook. */
import { findRow, parseColumnLetters, type Sheet, toCellName } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";
import type { CellPassage } from "./passage.ts";
import {
  type Place,
  rangeError,
  requireContent,
  requireQuote,
  type SourceToQuote,
} from "./source-to-quote.ts";
import type { StatementDraft } from "./statement-draft.ts";

/**
 * The cell whose whole text is the quote.
 *
 * @throws InquestError "statements/passage", "statements/passage-range" or "statements/passage-kind".
 */
export function placeCell(
  draft: StatementDraft,
  place: Place<"row">,
  source: SourceToQuote,
  at: EntryLocator,
): CellPassage {
  return source.content?.kind === "workbook"
    ? onSheet(draft, place, source, at)
    : inTable(draft, place, source, at);
}

function inTable(
  draft: StatementDraft,
  { sheet, row, column }: Place<"row">,
  source: SourceToQuote,
  at: EntryLocator,
): CellPassage {
  const { rows } = requireContent(source, "table", at);
  if (sheet !== undefined)
    throw rangeError(at, "the source is one table and has no sheets. Leave sheet out.");
  const [heading = []] = rows;
  const number = typeof column === "number" ? column : heading.indexOf(column) + 1;
  if (number === 0)
    throw rangeError(at, `no column is called "${column}". There are: ${heading.join(", ")}.`);
  const cell = rows[row - 1]?.[number - 1];
  if (cell === undefined)
    throw rangeError(
      at,
      `there is no cell in row ${row}, column ${column}; the table has ${rows.length} rows.`,
    );
  const quote = requireWhole(draft, cell, `row ${row}, column ${column}`, at);
  return { kind: "cell", row, column: number, quote };
}

function onSheet(
  draft: StatementDraft,
  { sheet: wanted, row, column }: Place<"row">,
  source: SourceToQuote,
  at: EntryLocator,
): CellPassage {
  const { sheets } = requireContent(source, "workbook", at);
  const sheet = findSheet(sheets, wanted, at);
  const number = columnOf(sheet, column, at);
  const cell = findRow(sheet, row)?.cells[number - 1] ?? "";
  if (cell === "")
    throw rangeError(
      at,
      `nothing stands in the cell ${toCellName(row, number)} of the sheet "${sheet.name}"; its last row is ${sheet.rows.at(-1)?.row ?? 0}.`,
    );
  const quote = requireWhole(draft, cell, `the cell ${toCellName(row, number)} of "${sheet.name}"`, at);
  return { kind: "cell", sheet: sheet.name, row, column: number, quote };
}

/** A workbook of several sheets is quoted by the name of one: what stands first may be moved. */
function findSheet(sheets: readonly Sheet[], wanted: string | number | undefined, at: EntryLocator): Sheet {
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  const [first, second] = sheets;
  if (wanted === undefined && second !== undefined)
    throw rangeError(at, `the workbook has several sheets. Say which with sheet: ${names}.`);
  const found =
    wanted === undefined
      ? first
      : typeof wanted === "number"
        ? sheets[wanted - 1]
        : sheets.find(({ name }) => name === wanted);
  if (found === undefined)
    throw rangeError(at, `the workbook has no sheet ${JSON.stringify(wanted)}. There are: ${names}.`);
  return found;
}

/** By its number, by its heading in the first row that says anything, or by its letters. */
function columnOf({ name, rows }: Sheet, column: string | number, at: EntryLocator): number {
  if (typeof column === "number") return column;
  const heading = rows[0]?.cells ?? [];
  const named = heading.indexOf(column) + 1;
  const number = named > 0 ? named : parseColumnLetters(column);
  if (number !== null) return number;
  const headings = heading.filter((cell) => cell !== "").join(", ");
  throw rangeError(
    at,
    `no column of the sheet "${name}" is called "${column}". There are: ${headings}; or write its letters, such as B.`,
  );
}

function requireWhole(draft: StatementDraft, cell: string, place: string, at: EntryLocator): string {
  const quote = requireQuote(draft, at);
  if (cell === quote) return quote;
  throw entryError(
    "statements/passage",
    at,
    `${place} reads ${JSON.stringify(cell)}, not ${JSON.stringify(quote)}. Quote the whole cell.`,
  );
}
