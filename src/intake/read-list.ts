/** A list's file to its records, rejected rows and problems. */
import { foldText, hashBytes, type Sheet, toContentId } from "../core/index.ts";
import { findBrokenLines } from "./broken-lines.ts";
import { type CellCorrection, type CorrectedRows, checkCorrections } from "./corrections.ts";
import { isBlankRow } from "./csv-rows.ts";
import { FIELDS, knownFieldKind } from "./fields.ts";
import { requireColumns, toHeading } from "./heading.ts";
import type { ListImport, Notice, Problem, RejectedRow } from "./list-import.ts";
import type { FieldValue, ListRecord } from "./list-record.ts";
import { readListTable, type TableRow } from "./list-table.ts";
import { nearestName } from "./nearest-name.ts";
import { type RowPlace, toNotice, toProblem, toRejectedRow } from "./problem.ts";
import { createFieldReader, type FieldReader, fieldKindOf, joinCells } from "./read-field.ts";
import type { ListRecipe } from "./recipe.ts";
import { findSensitiveColumns } from "./sensitive-columns.ts";
import { findSensitiveBeside } from "./sheet-table.ts";

export interface ReadListOptions {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The recipe's name for the list; the records' list, unless a list column names others. */
  readonly listName: string;
  readonly recipe: ListRecipe;
  /** Days since 1970-01-01: bare Hijri years that by the sun would begin later may be lunar ones, and are not read. */
  readonly today?: number;
  /** The sheets of a workbook, as the process that reads hostile files gave them; left out for text. */
  readonly sheets?: readonly Sheet[] | undefined;
}

/**
 * Reads one file by one recipe. A bad row is listed and costs only itself; only a file or recipe that cannot
 * be read at all throws. The same bytes and recipe give the same import.
 *
 * With a list column, the rows that name `listName` are taken; where none does, all are, each under the list
 * that it names.
 *
 * Where a person corrected a cell, the record keeps what the file says under `cells`, and `fields` what is read instead.
 *
 * @throws InquestError "intake/unknown-column", "intake/correction", and those of `readListTable`.
 */
export function readList({ bytes, fileName, listName, recipe, today, sheets }: ReadListOptions): ListImport {
  const sha256 = hashBytes(bytes);
  const table = readListTable({ bytes, fileName, recipe, sheets });
  const heading = toHeading(table.heading);
  requireColumns(recipe, heading, { listName, fileName });
  const fields = Object.entries(recipe.fields).map(([name, field]) => ({
    name,
    kind: fieldKindOf(name, field),
    column: field.column,
  }));
  const readers = fields.map(({ name, kind, column }) => {
    const field = recipe.fields[name];
    const join = field?.join;
    return {
      name,
      column,
      isJoined: join !== undefined,
      read: field === undefined ? null : createFieldReader(name, field, today),
      cellOf: (cells: Cells): string | undefined =>
        field === undefined || join === undefined
          ? cells[column]
          : joinCells(
              [column, ...join].map((each) => cells[each] ?? ""),
              kind,
              field,
            ),
    };
  });
  const { columns } = heading;
  const corrected = checkCorrections(recipe.corrections, { fileName, sha256, columns, rows: table.rows });
  const context = { sha256, fileName, listName, recipe, columns, readers, corrected };
  const sorted = sortRows(table.rows, context);
  const blank = sorted.blank + table.blankRows;
  const found = toRecords(sorted.rows, context);
  const notices = [
    ...table.notices,
    ...(heading.renamed.length > 0
      ? [toNotice("intake/renamed-columns", { columns: heading.renamed.join(", ") })]
      : []),
    ...fieldNotices(fields, recipe),
    ...(blank > 0 ? [toNotice("intake/blank-rows", { count: blank })] : []),
    ...(table.rows.length === 0 ? [toNotice("intake/no-rows", {})] : []),
  ];
  return {
    fileName,
    sha256,
    of: recipe.of,
    lists: listsOf(found.records, listName),
    columns: heading.columns,
    fields,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    records: found.records,
    rejected: [...sorted.rejected, ...found.rejected].sort((left, right) => left.row - right.row),
    problems: [...sorted.problems, ...found.problems].sort((left, right) => left.row - right.row),
    notices,
    sensitive: [
      ...findSensitiveColumns(
        heading.columns,
        fields.flatMap(({ name, column }) =>
          [column, ...(recipe.fields[name]?.join ?? [])].map((each) => ({ name, column: each })),
        ),
        found.records.map(({ cells }) => cells),
      ),
      ...(sheets === undefined || table.sheet === null ? [] : findSensitiveBeside(sheets, table.sheet)),
    ],
  };
}

type Cells = Readonly<Record<string, string>>;

interface Context {
  readonly sha256: string;
  readonly fileName: string;
  readonly listName: string;
  readonly recipe: ListRecipe;
  readonly columns: readonly string[];
  readonly corrected: CorrectedRows;
  readonly readers: readonly {
    readonly name: string;
    readonly column: string;
    readonly isJoined: boolean;
    readonly read: FieldReader | null;
    /** The cell of the field; undefined where the row is too short for it. */
    readonly cellOf: (cells: Cells) => string | undefined;
  }[];
}

interface PlacedRow {
  readonly row: TableRow;
  readonly place: RowPlace;
  /** As the file has them. */
  readonly cells: Cells;
  /** As they are read: with what a person corrected. */
  readonly said: Cells;
}

interface SortedRows {
  readonly rows: readonly PlacedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly Problem[];
  readonly blank: number;
}

/** Parts the rows that have the heading's shape from those that do not. */
function sortRows(data: readonly TableRow[], context: Context): SortedRows {
  const { columns, corrected } = context;
  const width = columns.length;
  const widths = data.map((row) => (row.flaw === null && !isBlankRow(row.cells) ? row.cells.length : 0));
  const headOf = findBrokenLines(widths, width);
  const tailOf = new Map([...headOf].map(([tail, head]) => [head, tail]));
  const rows: PlacedRow[] = [];
  const rejected: RejectedRow[] = [];
  const problems: Problem[] = [];
  let blank = 0;
  for (const [index, row] of data.entries()) {
    const place = toPlace(row, context);
    const changes = corrected.cells.get(row.number) ?? [];
    for (const { column, code, raw, params } of faultsLeft(row, context))
      problems.push(toProblem(place, code, { column: columns[column] ?? "", raw, params }));
    const isEmpty = row.flaw !== "broken-quotes" && isBlankRow(row.cells);
    if (isEmpty) {
      blank += 1;
      problems.push(...unused(changes, place));
      continue;
    }
    const head = headOf.get(index);
    const reject = (
      code: Parameters<typeof toRejectedRow>[1],
      params: Record<string, string | number> = {},
    ) =>
      rejected.push(
        toRejectedRow(place, code, { ...params, found: row.cells.length, expected: width, text: row.text }),
      );
    const extra = row.cells.slice(width);
    const rejectedBefore = rejected.length;
    const leftOut = corrected.leftOut.get(row.number);
    if (leftOut !== undefined) reject("intake/left-out", { why: leftOut.why });
    else if (row.flaw === "broken-quotes") reject("intake/broken-quotes");
    else if (row.text.includes("\0")) reject("intake/null-character");
    else if (head !== undefined) reject("intake/broken-line", { head: String(head + 1) });
    else if (!isBlankRow(extra)) reject("intake/too-many-columns");
    else if (row.cells.length < width && !tailOf.has(index)) reject("intake/too-few-columns");
    else {
      const tail = tailOf.get(index);
      if (tail !== undefined) {
        const cut = columns[row.cells.length - 1] ?? "";
        const params = { found: row.cells.length, expected: width, tail: String(tail + 1) };
        problems.push(toProblem(place, "intake/cut-row", { column: cut, params }));
      }
      if (row.flaw === "stray-quotes") problems.push(toProblem(place, "intake/stray-quotes", {}));
      const cells = toCells(row, columns);
      const now = changes.map((each): [string, string] => [each.column, each.now]);
      for (const { column, was: raw, now, why } of changes)
        problems.push(toProblem(place, "intake/corrected-cell", { column, raw, params: { now, why } }));
      rows.push({ row, place, cells, said: { ...cells, ...Object.fromEntries(now) } });
    }
    // A correction of a cell does not bring back a row that is broken as a whole, and nothing is passed over in silence.
    if (rejected.length > rejectedBefore) problems.push(...unused(changes, place));
  }
  return { rows, rejected, problems, blank };
}

/** Corrections of a row that becomes no record. */
function unused(changes: readonly CellCorrection[], place: RowPlace): Problem[] {
  return changes.map(({ column, was: raw, now, why }) =>
    toProblem(place, "intake/correction-unused", { column, raw, params: { now, why } }),
  );
}

/** What is wrong with cells of a sheet that nobody corrected. */
function faultsLeft({ number, faults }: TableRow, { columns, corrected }: Context): TableRow["faults"] {
  const changed = new Set(corrected.cells.get(number)?.map(({ column }) => column));
  return changed.size === 0 ? faults : faults.filter(({ column }) => !changed.has(columns[column] ?? ""));
}

function toPlace({ number, locator }: TableRow, { listName, fileName }: Context): RowPlace {
  return { list: listName, fileName, row: number, line: locator.line };
}

function toCells({ cells }: TableRow, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, index): [string, string][] => {
      const cell = cells[index];
      return cell === undefined ? [] : [[column, cell]];
    }),
  );
}

function toRecords(rows: readonly PlacedRow[], context: Context) {
  const { recipe, listName } = context;
  const records: ListRecord[] = [];
  const rejected: RejectedRow[] = [];
  const problems: Problem[] = [];
  const firstRows = new Map<string, number>();
  const column = recipe.listColumn;
  const named = column === undefined ? [] : rows.map(({ said }) => (said[column] ?? "").trim());
  const isOneOfSeveral = named.includes(listName);
  for (const { row, place: at, cells, said } of rows) {
    const list = column === undefined ? listName : (said[column] ?? "").trim();
    if (isOneOfSeveral && list !== listName) continue;
    if (list === "") {
      rejected.push(toRejectedRow(at, "intake/missing-list", { column: column ?? "", text: row.text }));
      continue;
    }
    const place = { ...at, list };
    const recordId = recipe.id === undefined ? String(place.row) : (said[recipe.id] ?? "").trim();
    if (recordId === "") {
      rejected.push(toRejectedRow(place, "intake/missing-id", { column: recipe.id ?? "", text: row.text }));
      continue;
    }
    const key = JSON.stringify([list, recordId]);
    const first = firstRows.get(key);
    if (first !== undefined) {
      const params = { id: recordId, first: String(first), text: row.text };
      rejected.push(toRejectedRow(place, "intake/duplicate-id", params));
      continue;
    }
    firstRows.set(key, place.row);
    problems.push(...undecodedCells(said, place), ...unconcerned(said, place, recipe.concerns));
    const fields = readFields({ row, place, said }, context, problems);
    records.push(toRecord({ row, place, cells }, { recordId, fields, sha256: context.sha256 }));
  }
  return { records, rejected, problems };
}

function toRecord(
  { row, place, cells }: Omit<PlacedRow, "said">,
  {
    recordId,
    fields,
    sha256,
  }: { readonly recordId: string; readonly fields: ListRecord["fields"]; readonly sha256: string },
): ListRecord {
  const content = { file: sha256, list: place.list, row: place.row, cells };
  return {
    id: toContentId("rec", content),
    list: place.list,
    recordId,
    file: sha256,
    row: place.row,
    locator: row.locator,
    cells: { ...cells },
    fields,
  };
}

function readFields(
  { row, place, said }: Omit<PlacedRow, "cells">,
  context: Context,
  problems: Problem[],
): Record<string, FieldValue> {
  const { readers, columns, corrected } = context;
  const fields: Record<string, FieldValue> = {};
  const changed = new Set(corrected.cells.get(row.number)?.map(({ column }) => column));
  // A day that somebody wrote in the place of the stored one is read like any other text.
  const days = new Set(row.days.map((at) => columns[at]).filter((column) => !changed.has(column ?? "")));
  const unreadable = faultsLeft(row, context)
    .filter((fault) => fault.isUnreadable)
    .map((fault) => columns[fault.column]);
  const readable =
    unreadable.length === 0
      ? said
      : Object.fromEntries(
          Object.entries(said).map(([name, cell]) => [name, unreadable.includes(name) ? "" : cell]),
        );
  for (const { name, column, read, cellOf, isJoined } of readers) {
    const raw = cellOf(readable);
    if (raw === undefined || read === null) continue;
    const { value, problem } = read(raw, !isJoined && days.has(column));
    if (value !== null) fields[name] = value;
    if (problem !== null)
      problems.push(toProblem(place, problem.code, { column, field: name, raw, params: problem.params }));
  }
  return fields;
}

/** A row is kept whether or not its words show that it belongs here: a person decides. */
function unconcerned(
  cells: Readonly<Record<string, string>>,
  place: RowPlace,
  concerns: ListRecipe["concerns"],
): Problem[] {
  if (concerns === undefined) return [];
  const text = foldText(concerns.columns.map((column) => cells[column] ?? "").join(" "));
  if (concerns.words.some((word) => text.includes(foldText(word)))) return [];
  const columns = concerns.columns.join(", ");
  return [
    toProblem(place, "intake/not-shown-to-concern", {
      params: { words: concerns.words.join(", "), columns },
    }),
  ];
}

function undecodedCells(cells: Readonly<Record<string, string>>, place: RowPlace): Problem[] {
  return Object.entries(cells)
    .filter(([, cell]) => cell.includes("\ufffd"))
    .map(([column, raw]) => toProblem(place, "intake/replacement-character", { column, raw }));
}

function fieldNotices(fields: ListImport["fields"], recipe: ListRecipe): Notice[] {
  return fields.flatMap(({ name, kind }) => {
    if (knownFieldKind(name) !== null || recipe.fields[name]?.kind !== undefined) return [];
    const nearest = nearestName(name, Object.keys(FIELDS));
    const hint = nearest === null ? "" : `Did you mean “${nearest}”?`;
    return [toNotice("intake/unknown-field", { field: name, kind, hint })];
  });
}

function listsOf(records: readonly ListRecord[], listName: string): string[] {
  const lists = new Set(records.map(({ list }) => list));
  return lists.size === 0 ? [listName] : [...lists];
}
