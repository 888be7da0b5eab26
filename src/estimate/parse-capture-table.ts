/** Capture tables from rows of text and from people's memberships. */
import type { CaptureCell, CaptureTable } from "./capture-table.ts";
import { checkListNames, tableError } from "./table-check.ts";

export interface ParseCaptureTableOptions {
  /** Columns that are neither lists nor the count and are summed over, such as `place` or `period`. */
  readonly sumOver?: readonly string[];
  /** Name of the column of counts; `count` by default, in any case. */
  readonly countColumn?: string;
  /** File the rows come from, for error locators. */
  readonly file?: string;
}

/** One thing wrong with the rows. Rows are counted as lines of the file: row 1 is the header. */
export interface TableProblem {
  readonly code: string;
  readonly row: number;
  readonly column: string | null;
  readonly message: string;
}

export interface Stratum {
  /** Value of each stratum column. */
  readonly values: Readonly<Record<string, string>>;
  readonly table: CaptureTable;
}

/**
 * A capture table from split rows: a header of list names and the column of counts anywhere among them, then
 * one row per pattern with 1 or 0 for each list, in ASCII, Persian or Arabic digits. Empty rows are passed over; surrounding white space is not
 * part of a value.
 *
 * @throws InquestError whose code is that of the first problem, with all of them in `evidence.problems`:
 *   "estimate/no-header", "estimate/no-count-column", "estimate/two-count-columns", "estimate/list-count", "estimate/list-name",
 *   "estimate/unknown-column", "estimate/row-width", "estimate/not-a-list" (a column of other than 0 and 1),
 *   "estimate/not-binary", "estimate/count", "estimate/all-zero-row", "estimate/duplicate-pattern".
 * @example parseCaptureTable([["A", "B", "count"], ["1", "0", "12"], ["1", "1", "3"]])
 *   // { lists: ["A", "B"], cells: [{ pattern: 1, count: 12 }, { pattern: 3, count: 3 }] }
 */
export function parseCaptureTable(
  rows: readonly (readonly string[])[],
  options: ParseCaptureTableOptions = {},
): CaptureTable {
  const sumOver = options.sumOver ?? [];
  const parsed = readRows(rows, { ...options, strata: sumOver });
  return { lists: parsed.lists, cells: collect(parsed.entries) };
}

/**
 * One table per combination of values in the stratum columns, in the order of their first rows.
 *
 * @throws as {@link parseCaptureTable}; a pattern may stand once in each stratum.
 */
export function parseStrata(
  rows: readonly (readonly string[])[],
  options: Omit<ParseCaptureTableOptions, "sumOver"> & { readonly by: readonly string[] },
): readonly Stratum[] {
  const { lists, entries } = readRows(rows, { ...options, strata: options.by });
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = JSON.stringify(entry.strata);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => ({
    values: Object.fromEntries(options.by.map((name, i) => [name, group[0]?.strata[i] ?? ""])),
    table: { lists, cells: collect(group) },
  }));
}

export interface Memberships {
  readonly lists: readonly string[];
  /** One mask per person, bit j set when the person is on list j; people on no list (0) are passed over. */
  readonly memberships: Iterable<number>;
}

/**
 * Counts people by the lists they are on.
 *
 * @throws InquestError "estimate/pattern" for a mask with a list that does not exist, "estimate/list-count",
 *   "estimate/list-name".
 */
export function toCaptureTable({ lists, memberships }: Memberships): CaptureTable {
  checkListNames(lists);
  const entries: { pattern: number; count: number }[] = [];
  for (const pattern of memberships) {
    if (!Number.isInteger(pattern) || pattern < 0 || pattern >= 2 ** lists.length) {
      throw tableError("pattern", `Membership ${pattern} names a list beyond the ${lists.length} given.`, {
        pattern,
      });
    }
    if (pattern > 0) entries.push({ pattern, count: 1 });
  }
  return { lists, cells: collect(entries) };
}

/** Sums counts by pattern, ascending, without empty ones. */
function collect(entries: readonly CaptureCell[]): readonly CaptureCell[] {
  const counts = new Map<number, number>();
  for (const { pattern, count } of entries) counts.set(pattern, (counts.get(pattern) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => a - b)
    .map(([pattern, count]) => ({ pattern, count }));
}

interface Entry extends CaptureCell {
  readonly strata: readonly string[];
}

interface ReadOptions extends ParseCaptureTableOptions {
  readonly strata: readonly string[];
}

function readRows(rows: readonly (readonly string[])[], options: ReadOptions) {
  const header = (rows[0] ?? []).map((name) => name.trim());
  const columns = readHeader(header, options);
  const problems: TableProblem[] = findStrayColumns(rows, header, columns.lists);
  const stray = new Set(problems.map(({ column }) => column));
  const seen = new Map<string, number>();
  const entries: Entry[] = [];
  rows.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) return;
    const row = index + 1;
    const report = (what: string, column: string | null, message: string) =>
      void problems.push({ code: `estimate/${what}`, row, column, message: `line ${row}: ${message}` });
    if (cells.length !== header.length) {
      report(
        "row-width",
        null,
        `${cells.length} values under ${header.length} column names; give one per column.`,
      );
      return;
    }
    let pattern = 0;
    let readable = true;
    columns.lists.forEach((column, list) => {
      const value = readNumeral(cells[column]);
      const name = header[column] ?? "";
      if (value === "1") pattern |= 1 << list;
      else if (value !== "0" && !stray.has(name)) {
        readable = false;
        report("not-binary", name, `column "${name}" has "${value}"; write 1 for on the list, 0 for not.`);
      }
    });
    const text = readNumeral(cells[columns.count]);
    const countName = header[columns.count] ?? "count";
    if (!/^[0-9]{1,15}$/u.test(text)) {
      report(
        "count",
        countName,
        `column "${countName}" has "${text}"; give a whole number of 0 or more people.`,
      );
      return;
    }
    if (!readable || stray.size > 0) return;
    if (pattern === 0) {
      report(
        "all-zero-row",
        null,
        "it counts people on no list, who cannot have been counted; remove the row.",
      );
      return;
    }
    const strata = columns.strata.map((column) => cells[column]?.trim() ?? "");
    const key = JSON.stringify([pattern, strata]);
    const first = seen.get(key);
    if (first !== undefined) {
      report(
        "duplicate-pattern",
        null,
        `it repeats the pattern of line ${first}; add the two counts up in one row.`,
      );
      return;
    }
    seen.set(key, row);
    entries.push({ pattern, count: Number(text), strata });
  });
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more problems)` : "";
    const evidence = {
      ...(options.file === undefined ? {} : { file: options.file }),
      row: first.row,
      column: first.column,
      problems,
    };
    throw tableError(first.code.slice("estimate/".length), `${first.message}${more}`, evidence);
  }
  return { lists: columns.lists.map((column) => header[column] ?? ""), entries };
}

/** A cell that should hold a number, with Persian (U+06F0 on) and Arabic (U+0660 on) digits as ASCII ones. */
function readNumeral(cell: string | undefined): string {
  return (cell ?? "")
    .trim()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Where the lists, the count and the strata stand. */
function readHeader(header: readonly string[], { strata, countColumn = "count", file }: ReadOptions) {
  const evidence = { ...(file === undefined ? {} : { file }), row: 1, header };
  if (header.every((name) => name === "")) {
    throw tableError(
      "no-header",
      "The first row must name the lists and the column of counts; it is empty.",
      evidence,
    );
  }
  const [count = -1, second] = header.flatMap((name, i) =>
    name.toLowerCase() === countColumn.toLowerCase() ? [i] : [],
  );
  if (second !== undefined) {
    throw tableError(
      "two-count-columns",
      `Two columns hold counts, "${header[count]}" and "${header[second]}"; keep one of them.`,
      evidence,
    );
  }
  if (count < 0) {
    throw tableError(
      "no-count-column",
      `No column is named "${countColumn}" among ${header.map((name) => `"${name}"`).join(", ")}; name the column of counts so.`,
      evidence,
    );
  }
  const unknown = strata.find((name) => !header.includes(name));
  if (unknown !== undefined) {
    throw tableError(
      "unknown-column",
      `There is no column "${unknown}" in the header (${header.join(", ")}).`,
      evidence,
    );
  }
  const lists = header.map((_, i) => i).filter((i) => i !== count && !strata.includes(header[i] ?? ""));
  checkListNames(
    lists.map((column) => header[column] ?? ""),
    file,
  );
  return { count, lists, strata: strata.map((name) => header.indexOf(name)) };
}

/** Columns none of whose values is 0 or 1: most likely a stratum, not a list. */
function findStrayColumns(
  rows: readonly (readonly string[])[],
  header: readonly string[],
  lists: readonly number[],
): TableProblem[] {
  const body = rows.slice(1).filter((cells) => cells.length === header.length);
  if (body.length === 0) return [];
  return lists
    .filter((column) => !body.some((cells) => ["0", "1"].includes(readNumeral(cells[column]))))
    .map((column) => {
      const name = header[column] ?? "";
      const message = `Column "${name}" has no 0 or 1 (first value "${body[0]?.[column] ?? ""}"), so it is not a list; sum over it, split by it, or remove it.`;
      return { code: "estimate/not-a-list", row: 2, column: name, message };
    });
}
