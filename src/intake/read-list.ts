/** A list's file to its records, rejected rows and problems. */
import { foldText, hashBytes, type Sheet, toContentId } from "../core/index.ts";
import { findBrokenLines } from "./broken-lines.ts";
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
 * @throws InquestError "intake/unknown-column", and those of `readListTable`.
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
  const context = { sha256, fileName, listName, recipe, columns: heading.columns, readers };
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
  readonly cells: Readonly<Record<string, string>>;
}

interface SortedRows {
  readonly rows: readonly PlacedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly Problem[];
  readonly blank: number;
}

/** Parts the rows that have the heading's shape from those that do not. */
function sortRows(data: readonly TableRow[], context: Context): SortedRows {
  const { columns } = context;
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
    for (const { column, code, raw, params } of row.faults)
      problems.push(toProblem(place, code, { column: columns[column] ?? "", raw, params }));
    const isEmpty = row.flaw !== "broken-quotes" && isBlankRow(row.cells);
    if (isEmpty) {
      blank += 1;
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
    if (row.flaw === "broken-quotes") reject("intake/broken-quotes");
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
      rows.push({ row, place, cells: toCells(row, columns) });
    }
  }
  return { rows, rejected, problems, blank };
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
  const named = column === undefined ? [] : rows.map(({ cells }) => (cells[column] ?? "").trim());
  const isOneOfSeveral = named.includes(listName);
  for (const { row, place: at, cells } of rows) {
    const list = column === undefined ? listName : (cells[column] ?? "").trim();
    if (isOneOfSeveral && list !== listName) continue;
    if (list === "") {
      rejected.push(toRejectedRow(at, "intake/missing-list", { column: column ?? "", text: row.text }));
      continue;
    }
    const place = { ...at, list };
    const recordId = recipe.id === undefined ? String(place.row) : (cells[recipe.id] ?? "").trim();
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
    problems.push(...undecodedCells(cells, place), ...unconcerned(cells, place, recipe.concerns));
    const fields = readFields({ row, place, cells }, context, problems);
    records.push(toRecord({ row, place, cells }, { recordId, fields, sha256: context.sha256 }));
  }
  return { records, rejected, problems };
}

function toRecord(
  { row, place, cells }: PlacedRow,
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
  { row, place, cells }: PlacedRow,
  { readers, columns }: Context,
  problems: Problem[],
): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  const days = new Set(row.days.map((at) => columns[at]));
  const unreadable = row.faults.filter((fault) => fault.isUnreadable).map((fault) => columns[fault.column]);
  const readable =
    unreadable.length === 0
      ? cells
      : Object.fromEntries(
          Object.entries(cells).map(([name, cell]) => [name, unreadable.includes(name) ? "" : cell]),
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
