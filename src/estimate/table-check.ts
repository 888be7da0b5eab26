/** The rules every capture table obeys before it is estimated. */
import { InquestError } from "../core/pure.ts";
import type { CaptureCell, CaptureTable } from "./capture-table.ts";

/** Fewest and most lists of a table; sixteen keeps a fit over all patterns within memory and seconds. */
export const FEWEST_LISTS = 2;
export const MOST_LISTS = 16;

/**
 * The table in its one form: cells ascending by pattern, those without people left out.
 *
 * @throws InquestError "estimate/list-count", "estimate/list-name" (empty or twice), "estimate/pattern" (no
 *   list, or a list that does not exist), "estimate/duplicate-pattern", "estimate/count" (negative, not whole, or
 *   together more than a number can hold exactly), "estimate/empty-table" (nobody counted).
 */
export function checkTable(table: CaptureTable): CaptureTable {
  const { lists, cells } = table;
  checkListNames(lists);
  const patterns = new Set<number>();
  cells.forEach((cell, index) => {
    checkCell(cell, index, lists.length);
    if (patterns.has(cell.pattern)) {
      throw tableError(
        "duplicate-pattern",
        `Pattern ${cell.pattern} stands twice (again at cell ${index}); add the counts up.`,
        {
          cell: index,
        },
      );
    }
    patterns.add(cell.pattern);
  });
  const kept = cells.filter(({ count }) => count > 0).sort((a, b) => a.pattern - b.pattern);
  if (kept.length === 0) {
    throw tableError("empty-table", "The table counts nobody; there is nothing to estimate from.", {});
  }
  const total = kept.reduce((sum, { count }) => sum + count, 0);
  if (!Number.isSafeInteger(total)) {
    throw tableError(
      "count",
      `The table counts ${total} people in all, more than can be told one from another; look for a count that is an id or a date.`,
      { total },
    );
  }
  return { lists, cells: kept };
}

/**
 * Tables that are combined count the same people on the same lists, in any order.
 *
 * @throws InquestError "estimate/lists-differ" that names files and lists.
 */
export function checkSameLists(
  tables: readonly { readonly name: string; readonly table: Pick<CaptureTable, "lists"> }[],
): void {
  const keyOf = (lists: readonly string[]) => JSON.stringify([...lists].sort());
  const [first] = tables;
  const other = tables.find(({ table }) => keyOf(table.lists) !== keyOf(first?.table.lists ?? []));
  if (first === undefined || other === undefined) return;
  throw tableError(
    "lists-differ",
    `${first.name} has the lists ${first.table.lists.join(", ")}, ${other.name} has ${other.table.lists.join(", ")}. Several tables are the same people on the same lists under several linkages; estimate tables of different lists one by one.`,
    { tables: [first, other].map(({ name, table }) => ({ file: name, lists: table.lists })) },
  );
}

/**
 * @param file - the file that names the lists, for the message.
 * @throws InquestError "estimate/list-count" or "estimate/list-name".
 */
export function checkListNames(lists: readonly string[], file?: string): void {
  const evidence = { ...(file === undefined ? {} : { file }), lists };
  if (lists.length < FEWEST_LISTS || lists.length > MOST_LISTS) {
    throw tableError(
      "list-count",
      `A capture table has ${FEWEST_LISTS} to ${MOST_LISTS} lists, this one has ${lists.length} (${lists.join(", ")}); ${
        lists.length < FEWEST_LISTS ? "give one column per list" : "join lists that come from one another"
      }.`,
      evidence,
    );
  }
  const wrong = lists.find((name, index) => name.trim() === "" || lists.indexOf(name) !== index);
  if (wrong !== undefined) {
    throw tableError(
      "list-name",
      `List name "${wrong}" is empty or stands twice; name every list once.`,
      evidence,
    );
  }
}

function checkCell({ pattern, count }: CaptureCell, index: number, listCount: number): void {
  if (!Number.isInteger(pattern) || pattern <= 0 || pattern >= 2 ** listCount) {
    throw tableError(
      "pattern",
      `Cell ${index} has pattern ${pattern}; it must be 1 to ${2 ** listCount - 1}, as nobody on no list can be counted.`,
      { cell: index, pattern },
    );
  }
  if (!Number.isSafeInteger(count) || count < 0) {
    throw tableError("count", `Cell ${index} counts ${count} people; give a whole number of 0 or more.`, {
      cell: index,
      count,
    });
  }
}

export function tableError(
  what: string,
  message: string,
  evidence: Readonly<Record<string, unknown>>,
): InquestError {
  // "counts.csv, line 2: …", but "counts.csv: The first row …".
  const mark = message.startsWith("line ") ? ", " : ": ";
  const place = typeof evidence.file === "string" ? `${evidence.file}${mark}` : "";
  return new InquestError({
    code: `estimate/${what}`,
    reaction: "input",
    message: place + message,
    evidence,
  });
}
