/** The heading of a list: its column names, and a recipe's columns found among them. */
import { InquestError } from "../core/index.ts";
import { isBlankRow } from "./csv-rows.ts";
import { nearestName } from "./nearest-name.ts";
import type { ListRecipe } from "./recipe.ts";

export interface Heading {
  /** Without outer white space; each name once. */
  readonly columns: readonly string[];
  /** Names that had to be made up, because a heading was empty or stood twice. */
  readonly renamed: readonly string[];
}

/** Column names from the cells of the first row: `column 3` for an empty one, `name (2)` for a second `name`. */
export function toHeading(cells: readonly string[]): Heading {
  const columns = new Set<string>();
  const renamed: string[] = [];
  /** The last copy of each name: a table may have thousands of nameless columns. */
  const copies = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const wanted = cell.trim() || `column ${index + 1}`;
    let name = wanted;
    let copy = copies.get(wanted) ?? 1;
    while (columns.has(name)) {
      copy += 1;
      name = `${wanted} (${copy})`;
    }
    copies.set(wanted, copy);
    if (name !== cell.trim()) renamed.push(name);
    columns.add(name);
  }
  return { columns: [...columns], renamed };
}

/**
 * Checks that each column that the recipe names stands in the heading.
 *
 * @throws InquestError "intake/unknown-column" with the recipe's path, the columns there are and the nearest.
 */
export function requireColumns(
  recipe: ListRecipe,
  { columns }: Heading,
  names: { readonly listName: string; readonly fileName: string },
): void {
  const wanted: (readonly [path: string, column: string])[] = Object.entries(recipe.fields).flatMap(
    ([field, { column, join = [] }]) => [
      [`fields.${field}.column`, column] as const,
      ...join.map((each) => [`fields.${field}.join`, each] as const),
    ],
  );
  if (recipe.id !== undefined) wanted.push(["id", recipe.id]);
  if (recipe.listColumn !== undefined) wanted.push(["listColumn", recipe.listColumn]);
  for (const [member, column] of wanted) {
    if (columns.includes(column)) continue;
    const nearest = nearestName(column, columns);
    const path = `lists.${names.listName}.${member}`;
    throw new InquestError({
      code: "intake/unknown-column",
      reaction: "input",
      message: `The recipe's ${path} names the column "${column}", which ${names.fileName} does not have. ${nearest === null ? "" : `Did you mean "${nearest}"? `}Its columns are: ${columns.join(", ")}.`,
      evidence: { file: names.fileName, path, column, nearest, columns },
    });
  }
}

/**
 * @param headingRow - the line of the column names; the first row that says anything when left out.
 * @throws InquestError "intake/empty-file" when there is no heading at all, "intake/no-such-heading" when no row starts there.
 */
export function requireHeading<
  Row extends { readonly cells: readonly string[]; readonly flaw: unknown; readonly line: number },
>(
  rows: readonly Row[],
  fileName: string,
  headingRow?: number,
): { readonly heading: Row; readonly data: readonly Row[]; readonly above: number } {
  const isSaying = (row: Row) => row.flaw === "broken-quotes" || !isBlankRow(row.cells);
  const at = rows.findIndex((row) => (headingRow === undefined ? isSaying(row) : row.line === headingRow));
  const heading = rows[at];
  if (heading === undefined && headingRow !== undefined && rows.some(isSaying)) {
    throw new InquestError({
      code: "intake/no-such-heading",
      reaction: "input",
      message: `The recipe says that the column names of ${fileName} stand in line ${headingRow}, where no row begins. Give the number of the line, counted from 1.`,
      evidence: { file: fileName, headingRow },
    });
  }
  if (heading === undefined) {
    throw new InquestError({
      code: "intake/empty-file",
      reaction: "input",
      message: `${fileName} is empty. A list has a row of column names and a row for each person.`,
      evidence: { file: fileName },
    });
  }
  if (heading.flaw === "broken-quotes") {
    throw new InquestError({
      code: "intake/broken-heading",
      reaction: "input",
      message: `The first row of ${fileName}, with the column names, has a quotation mark that does not close. Correct it.`,
      evidence: { file: fileName },
    });
  }
  return { heading, data: rows.slice(at + 1), above: rows.slice(0, at).filter(isSaying).length };
}
