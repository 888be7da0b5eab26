/** A recipe proposed from a table: a field for each column, by the words of its heading and by its values. */

import {
  type ColumnShape,
  type DateShape,
  dateShapeOf,
  type LetterScript,
  sayingCells,
  shapeOf,
} from "./column-shape.ts";
import { FIELDS, type FieldName } from "./fields.ts";
import { calendarOfHeading, type HeadingMeaning, meaningOfHeading } from "./heading-words.ts";
import type { FieldRecipe } from "./recipe.ts";

export interface ColumnProposal {
  readonly column: string;
  /** Null for a column that no field is proposed for; its cells stay in the record all the same. */
  readonly field: FieldName | null;
  /** Why: the words of the heading, the values alone, or nothing. */
  readonly why: "heading" | "values" | "none";
  readonly shape: ColumnShape;
  /** How its dates are read, where they are some. */
  readonly dates: DateShape | null;
}

export interface RecipeProposal {
  /** In the order of the table. */
  readonly columns: readonly ColumnProposal[];
  /** The column that names the rows: every row has another value there; null when none does. */
  readonly id: string | null;
  /** Settings for `fields` of a recipe, by field. */
  readonly fields: Readonly<Record<string, FieldRecipe>>;
}

export interface TableToMap {
  /** Each name once. */
  readonly columns: readonly string[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** Shares above which values speak for themselves. */
const MOSTLY = 0.8;
const NEARLY_ALL = 0.9;
/** A heading that names an event, over cells of which fewer are dates, means the place. */
const HARDLY = 0.2;

/**
 * Proposes a recipe; a person looks at it. Nothing is guessed that the table does not show: a column whose heading is not
 * known gets a field only where its values are unmistakable, and each field goes to one column.
 */
export function proposeRecipe({ columns, rows, today }: TableToMap): RecipeProposal {
  const looked = columns.map((column, index) => {
    const cells = sayingCells(rows.map((row) => row[index] ?? ""));
    return { column, cells, shape: shapeOf(cells), meaning: meaningOfHeading(column) };
  });
  const script = tableScript(looked.map(({ shape }) => shape));
  const withDates = looked.map((each) => {
    const around = { said: calendarOfHeading(each.column), script, today };
    return { ...each, dates: dateShapeOf(each.cells, around) };
  });
  const id = withDates.find(({ meaning }, index) => meaning?.kind === "id" && namesRows(rows, index));
  const taken = new Set<FieldName>();
  const take = (field: FieldName | null): FieldName | null => {
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const byHeading = withDates.map(({ meaning, dates, shape }) => take(fieldOfMeaning(meaning, dates, shape)));
  const nameAt = byHeading.indexOf("name");
  // Beside a column of family names, "name" is the given one.
  if (nameAt >= 0 && taken.has("family") && !taken.has("given") && isShort(withDates[nameAt]?.shape))
    byHeading[nameAt] = take("given");
  const proposals = withDates.map((each, index): ColumnProposal => {
    const { column, shape, dates } = each;
    const headed = byHeading[index] ?? null;
    const field =
      headed ?? (each === id ? null : take(secondWriting(each, taken) ?? fieldOfValues(each, taken)));
    const why = field === null ? "none" : headed === null ? "values" : "heading";
    return { column, field, why, shape, dates: isDate(field) || dates.readable >= MOSTLY ? dates : null };
  });
  return {
    columns: proposals,
    id: id?.column ?? null,
    fields: Object.fromEntries(
      proposals.flatMap((each) => (each.field === null ? [] : [[each.field, toFieldRecipe(each)] as const])),
    ),
  };
}

/** Whether every row has another value there. */
function namesRows(rows: TableToMap["rows"], index: number): boolean {
  const values = rows.map((row) => (row[index] ?? "").trim());
  return rows.length > 0 && new Set(values).size === rows.length && !values.includes("");
}

interface Looked {
  readonly meaning: HeadingMeaning | null;
  readonly shape: ColumnShape;
  readonly dates: DateShape;
}

function fieldOfMeaning(
  meaning: HeadingMeaning | null,
  dates: DateShape,
  shape: ColumnShape,
): FieldName | null {
  if (meaning === null || meaning.kind === "id") return null;
  if (meaning.kind === "field") return meaning.field;
  const isPlace = shape.filled > 0 && dates.readable < HARDLY;
  return isPlace ? meaning.place : (meaning.date ?? meaning.place);
}

/** A second column of names in another script is the same name written again. */
function secondWriting({ meaning, shape }: Looked, taken: ReadonlySet<FieldName>): FieldName | null {
  const isName = meaning?.kind === "field" && meaning.field === "name";
  return isName && taken.has("name") && shape.script === "latin" ? "nameLatin" : null;
}

function fieldOfValues({ meaning, shape }: Looked, taken: ReadonlySet<FieldName>): FieldName | null {
  if (meaning !== null || shape.filled < 3) return null;
  if (shape.sexes >= NEARLY_ALL) return "sex";
  const isNameless = !taken.has("name") && !taken.has("given");
  const areNames = shape.fullNames >= NEARLY_ALL && shape.distinct >= shape.filled * MOSTLY;
  return isNameless && areNames ? "name" : null;
}

function isShort(shape: ColumnShape | undefined): boolean {
  return shape !== undefined && shape.fullNames < 0.5;
}

function isDate(field: FieldName | null): boolean {
  return field !== null && FIELDS[field] === "date";
}

function toFieldRecipe({ column, field, shape, dates }: ColumnProposal): FieldRecipe {
  if (field === null) return { column };
  if (FIELDS[field] === "name") return { column, ...(shape.script === null ? {} : { script: shape.script }) };
  if (!isDate(field) || dates === null) return { column };
  return {
    column,
    calendar: dates.calendar,
    ...(dates.dateOrder === "dmy" ? {} : { dateOrder: dates.dateOrder }),
    ...(dates.precision === "day" ? {} : { precision: dates.precision }),
  };
}

/** The script of most columns that have letters: what the list is written in. */
function tableScript(shapes: readonly ColumnShape[]): LetterScript | null {
  const counts = new Map<LetterScript, number>();
  for (const { script } of shapes) if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  const arabic = (counts.get("persian") ?? 0) + (counts.get("arabic") ?? 0);
  if (arabic > 0) return (counts.get("persian") ?? 0) > 0 ? "persian" : "arabic";
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
