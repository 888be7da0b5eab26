/** Tables made from a table: without a list, with two lists as one, of the people on one list. */
import type { CaptureTable } from "./capture-table.ts";
import { checkTable } from "./table-check.ts";

/** The same people without one list; those on that list alone are no longer counted. */
export function withoutList(table: CaptureTable, list: number): CaptureTable {
  return regroup(
    table.lists.filter((_, j) => j !== list),
    table.cells.map(({ pattern, count }) => ({ pattern: dropBit(pattern, list), count })),
  );
}

/** Two lists as one, at the place of the first; on it is who was on either. */
export function withMergedLists(table: CaptureTable, first: number, second: number): CaptureTable {
  return withListsJoined(table, [[first, second]]);
}

/** A column of a table whose lists are joined. */
export interface JoinedColumn {
  /** The names of its lists with plus signs between them. */
  readonly name: string;
  /** Indices of its lists in the table before. */
  readonly members: readonly number[];
}

/** The columns when groups of lists become one list each, at the place of the first of them. */
export function columnsJoined(
  lists: readonly string[],
  groups: readonly (readonly number[])[],
): readonly JoinedColumn[] {
  return lists.flatMap((_, list) => {
    const members = groups.find((each) => each.includes(list)) ?? [list];
    return members[0] === list ? [{ name: members.map((each) => lists[each] ?? "").join("+"), members }] : [];
  });
}

/** Groups of lists as one list each, at the place of the first of them; on it is who was on any. Its name is theirs with plus signs. */
export function withListsJoined(table: CaptureTable, groups: readonly (readonly number[])[]): CaptureTable {
  const columns = columnsJoined(table.lists, groups);
  const isOn = (pattern: number, column: readonly number[]) => column.some((list) => (pattern >> list) & 1);
  return regroup(
    columns.map(({ name }) => name),
    table.cells.map(({ pattern, count }) => ({
      pattern: columns.reduce((mask, { members }, bit) => mask | (isOn(pattern, members) ? 1 << bit : 0), 0),
      count,
    })),
  );
}

/** The people on one list, by the other lists: a population whose size is known. */
export function peopleOnList(
  table: CaptureTable,
  list: number,
): { readonly table: CaptureTable; readonly size: number } {
  const cells = table.cells.filter(({ pattern }) => (pattern >> list) & 1);
  return {
    table: withoutList({ lists: table.lists, cells }, list),
    size: cells.reduce((sum, { count }) => sum + count, 0),
  };
}

function dropBit(pattern: number, bit: number): number {
  const below = pattern & ((1 << bit) - 1);
  return below | ((pattern >> (bit + 1)) << bit);
}

/** Cells of one pattern added up, the unseen left out. */
function regroup(lists: readonly string[], cells: CaptureTable["cells"]): CaptureTable {
  const counts = new Map<number, number>();
  for (const { pattern, count } of cells) {
    if (pattern !== 0) counts.set(pattern, (counts.get(pattern) ?? 0) + count);
  }
  return {
    lists,
    cells: [...counts].map(([pattern, count]) => ({ pattern, count })).sort((a, b) => a.pattern - b.pattern),
  };
}

/** The table without lists that hold nobody; patterns, and other masks of its lists, move together. */
export function dropEmptyLists(table: CaptureTable): {
  readonly kept: CaptureTable;
  readonly dropped: readonly string[];
  readonly compress: (mask: number) => number;
} {
  const used = table.cells.reduce((mask, { pattern }) => mask | pattern, 0);
  const indices = table.lists.map((_, list) => list);
  const keep = indices.filter((list) => ((used >> list) & 1) === 1);
  if (keep.length === indices.length) return { kept: table, dropped: [], compress: (mask) => mask };
  const compress = (pattern: number) =>
    keep.reduce((mask, list, at) => mask | (((pattern >> list) & 1) << at), 0);
  return {
    kept: {
      lists: keep.map((list) => table.lists[list] ?? ""),
      cells: table.cells.map(({ pattern, count }) => ({ pattern: compress(pattern), count })),
    },
    dropped: indices.filter((list) => !keep.includes(list)).map((list) => table.lists[list] ?? ""),
    compress,
  };
}

/**
 * The table as every method reads it: checked, and without lists that hold nobody. Draws made for it can be handed
 * to the estimate of the table as it was.
 *
 * @throws InquestError "estimate/…" as {@link checkTable}.
 */
export function keepUsableLists(table: CaptureTable): CaptureTable {
  return checkTable(dropEmptyLists(checkTable(table)).kept);
}
