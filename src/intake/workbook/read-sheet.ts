/** The cells of one sheet (ECMA-376-1, 18.3). */
import {
  type CellRange,
  LAST_COLUMN,
  LAST_ROW,
  type MarkedCell,
  parseCellName,
  type Sheet,
  type SheetRow,
} from "../../core/index.ts";
import type { ZipParts } from "../hostile/zip-parts.ts";
import type { CellFormats } from "./cell-formats.ts";
import type { SheetEntry } from "./package-parts.ts";
import type { ReadingBudget } from "./reading-budget.ts";
import type { DateSystem } from "./serial-day.ts";
import { createTextCollector } from "./shared-strings.ts";
import { type ShownCell, showIsoMoment, showNumber, showText } from "./show-number.ts";
import { type Attributes, brokenPart, isTrue, readXmlPart } from "./xml-part.ts";

export interface SheetContext {
  readonly parts: ZipParts;
  readonly texts: readonly string[];
  readonly formats: CellFormats;
  readonly dateSystem: DateSystem;
  readonly asksToCompute: boolean;
  readonly budget: ReadingBudget;
}

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  hasFormula: boolean;
}

interface OpenRow {
  readonly row: number;
  readonly isHidden: boolean;
  readonly cells: string[];
  readonly marks: MarkedCell[];
  lastColumn: number;
}

/**
 * The cells of a sheet as a person sees them. Formulas are not computed, links not followed.
 *
 * @throws Refused "intake/workbook-broken" naming the sheet and the row: what is not well-formed, a cell or row that
 *   stands twice or out of order, a number that is none, a text that is not there; "intake/workbook-too-large".
 */
export async function readSheet(entry: SheetEntry, context: SheetContext): Promise<Sheet> {
  const { parts, budget, asksToCompute } = context;
  const rows: SheetRow[] = [];
  const merged: CellRange[] = [];
  const hiddenColumns: { readonly first: number; readonly last: number }[] = [];
  const rich = createTextCollector();
  let isInData = false;
  let lastRow = 0;
  let row: OpenRow | null = null;
  let cell: OpenCell | null = null;
  let isValue = false;
  const where = () => `sheet “${entry.name}”${lastRow === 0 ? "" : `, row ${lastRow}`}`;
  const part = { name: entry.part, bytes: parts.read(entry.part), where };
  const fail = (fault: string): never => {
    throw brokenPart(part, fault);
  };

  function openRow({ r, hidden, ht }: Attributes): OpenRow {
    const number = r === undefined ? lastRow + 1 : Number(r);
    if (!Number.isInteger(number) || number > LAST_ROW || number <= lastRow)
      fail(`the row after it is numbered ${r ?? number}, out of order or beyond the last.`);
    lastRow = number;
    return { row: number, isHidden: isTrue(hidden) || Number(ht) === 0, cells: [], marks: [], lastColumn: 0 };
  }

  function openCell({ r, t = "n", s }: Attributes, { row: number, lastColumn }: OpenRow): OpenCell {
    const named = r === undefined ? { row: number, column: lastColumn + 1 } : parseCellName(r);
    const column = named?.column ?? 0;
    if (named?.row !== number || column <= lastColumn || column > LAST_COLUMN)
      fail(`the cell ${r ?? "after its last one"} stands in a wrong place or twice.`);
    return { column, type: t, style: Number(s ?? 0), value: null, hasFormula: false };
  }

  function closeCell(open: OpenCell, into: OpenRow): void {
    const { column, hasFormula, value } = open;
    into.lastColumn = column;
    const inline = rich.take();
    const shown = showCell({ ...open, value: open.type === "inlineStr" ? inline : value }, context, fail);
    const marks = [
      ...shown.marks,
      ...(hasFormula ? (["formula"] as const) : []),
      ...(hasFormula && inline === "" && isWithoutResult(open) ? (["uncomputed"] as const) : []),
    ];
    for (const is of marks) into.marks.push({ column, is });
    if (shown.text === "") return;
    budget.spendCell(shown.text.length, where);
    while (into.cells.length < column - 1) into.cells.push("");
    into.cells.push(shown.text);
  }

  function closeRow({ row: number, isHidden, cells, marks }: OpenRow): void {
    if (cells.length === 0 && marks.length === 0) return;
    budget.spendRow(cells.length, where);
    rows.push({ row: number, isHidden, cells, marks });
  }

  await readXmlPart(
    part,
    {
      open(name, attributes) {
        if (name === "sheetData") isInData = true;
        else if (name === "mergeCell") {
          budget.spendEntry(where);
          merged.push(parseRange(attributes.ref ?? "") ?? fail(`${attributes.ref ?? "?"} names no cells.`));
        } else if (name === "col" && (isTrue(attributes.hidden) || Number(attributes.width) === 0)) {
          budget.spendEntry(where);
          hiddenColumns.push(parseColumns(attributes) ?? fail("its columns are numbered wrongly."));
        }
        if (!isInData) return;
        if (cell !== null && (name === "row" || name === "c")) fail("a cell stands within a cell.");
        if (name === "row") row = openRow(attributes);
        else if (row === null) return;
        else if (name === "c") cell = openCell(attributes, row);
        else if (cell === null) return;
        else if (name === "f") cell.hasFormula = true;
        else if (name === "v") [cell.value, isValue] = ["", true];
        else rich.open(name, attributes);
      },
      close(name) {
        if (name === "sheetData") isInData = false;
        else if (name === "v") isValue = false;
        else if (name === "c" && cell !== null && row !== null) {
          closeCell(cell, row);
          cell = null;
        } else if (name === "row" && row !== null) {
          closeRow(row);
          row = null;
        } else if (cell !== null) rich.close(name);
      },
      text(words) {
        if (isValue && cell !== null) cell.value += words;
        else if (cell !== null) rich.text(words);
      },
    },
    budget.nesting,
  );
  return { name: entry.name, isHidden: entry.isHidden, asksToCompute, rows, hiddenColumns, merged };
}

/** Programs that do not compute write no value, or an empty one; only a text may be empty as a result. */
function isWithoutResult({ value, type }: OpenCell): boolean {
  return value === null || (value.trim() === "" && type !== "str");
}

/** A number as XML Schema writes a double, without the values that no cell can hold. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/u;

function showCell(
  { type, style, value }: OpenCell,
  { texts, formats, dateSystem }: SheetContext,
  fail: (fault: string) => never,
): ShownCell {
  if (value === null) return { text: "", marks: [] };
  switch (type) {
    case "s": {
      const text = texts[Number(value)];
      if (text === undefined || value.trim() === "")
        return fail(`a cell names the text ${value}, which is not there.`);
      return { text: showText(text, formats(style)), marks: [] };
    }
    case "str":
    case "inlineStr":
      return { text: showText(value, formats(style)), marks: [] };
    case "b":
      return { text: isTrue(value.trim()) ? "TRUE" : "FALSE", marks: [] };
    case "e":
      return { text: value, marks: ["error"] };
    case "d":
      return showIsoMoment(value.trim(), formats(style));
    case "n": {
      const stored = value.trim();
      if (stored === "") return { text: "", marks: [] };
      if (!NUMBER.test(stored) || !Number.isFinite(Number(stored)))
        return fail(`a cell holds ${stored.slice(0, 40)} where a number has to be.`);
      return showNumber(stored, formats(style), dateSystem);
    }
    default:
      return fail(`a cell is of the type ${type}, which there is not.`);
  }
}

function parseColumns({ min, max }: Attributes): { readonly first: number; readonly last: number } | null {
  const [first, last] = [Number(min), Number(max)];
  const isRange = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last;
  return isRange && last <= LAST_COLUMN ? { first, last } : null;
}

function parseRange(ref: string): CellRange | null {
  const [from = "", to = from] = ref.split(":");
  const [first, last] = [parseCellName(from), parseCellName(to)];
  if (first === null || last === null || first.row > last.row || first.column > last.column) return null;
  return {
    firstRow: first.row,
    lastRow: last.row,
    firstColumn: first.column,
    lastColumn: last.column,
  };
}
