/** What a person decided in the import of one file: the fields of its columns, corrections, and the recipe of both. */
import { useEffect, useMemo, useState } from "react";
import type {
  CorrectionsAsked,
  FieldRecipeView,
  ListRecipeView,
  RecipeAsked,
  TableAsked,
  TableView,
} from "../src/server/client.ts";
import { createDraftKeeper } from "./draft-keeper.ts";

export type ColumnSettings = Omit<FieldRecipeView, "column">;
export type CellCorrection = CorrectionsAsked["cells"][number];
export type RowLeftOut = CorrectionsAsked["leftOut"][number];

/** The field of a column, and how it is read. */
export interface ColumnChoice {
  readonly field: string;
  readonly settings: ColumnSettings;
}

/** In the order in which they were made. */
export type Correction =
  | { readonly is: "cell"; readonly cell: CellCorrection }
  | { readonly is: "row"; readonly row: RowLeftOut };

/** What a person chose, and may choose otherwise. */
interface ListChoices {
  /** The list whose recipe it began with; empty for the proposal. */
  readonly base: string;
  readonly of: ListRecipeView["of"];
  readonly id: string;
  readonly columns: ReadonlyMap<string, ColumnChoice>;
  readonly corrections: readonly Correction[];
  /** Why columns that are sealed by default harm nobody in the open; asked for only at the end. */
  readonly leaveOpen: string;
  /** The name of the list; null until somebody writes one. */
  readonly name: string | null;
}

/** What of it is kept for whoever comes back. */
interface Decided extends ListChoices {
  readonly start: ListRecipeView;
}

export const importDrafts = createDraftKeeper<Decided>(window);

/** A file in one way of reading it: columns and rows of another way are others. */
function placeOf(caseId: string, { source, sheet, encoding, delimiter, headingRow }: TableView): string {
  return JSON.stringify([caseId, source.id, sheet, encoding, delimiter, headingRow]);
}

export interface ListImportDraft extends ListChoices {
  /** Fields that two columns have. */
  readonly twice: readonly string[];
  /** Without the reason to leave columns open, which changes nothing of what is read. */
  readonly recipe: RecipeAsked;
  readonly begin: (base: string) => void;
  readonly setOf: (of: ListRecipeView["of"]) => void;
  readonly setId: (column: string) => void;
  readonly setColumn: (column: string, choice: ColumnChoice | null) => void;
  readonly correct: (correction: Correction) => void;
  readonly takeBack: (correction: Correction) => void;
  readonly setLeaveOpen: (reason: string) => void;
  readonly setName: (name: string) => void;
  /** It is imported: nothing of it is kept any more. */
  readonly end: () => void;
}

export function useListImport(caseId: string, table: TableView, asked: TableAsked): ListImportDraft {
  const place = placeOf(caseId, table);
  const [kept] = useState(() => importDrafts.draftOf(place));
  const [base, setBase] = useState(kept?.base ?? "");
  const [start, setStart] = useState<ListRecipeView>(() => kept?.start ?? proposedRecipe(table));
  const [of, setOf] = useState(kept?.of ?? start.of);
  const [id, setId] = useState(kept?.id ?? start.id ?? "");
  const [columns, setColumns] = useState(() => kept?.columns ?? choicesOf(start, table));
  const [corrections, setCorrections] = useState<readonly Correction[]>(kept?.corrections ?? []);
  const [leaveOpen, setLeaveOpen] = useState(kept?.leaveOpen ?? "");
  const [name, setName] = useState<string | null>(kept?.name ?? null);
  const [isEnded, setEnded] = useState(false);
  useEffect(() => {
    if (isEnded) return importDrafts.drop(place);
    const decided = { base, start, of, id, columns, corrections, leaveOpen, name };
    importDrafts.keep(place, decided, corrections.length > 0);
  }, [place, isEnded, base, start, of, id, columns, corrections, leaveOpen, name]);

  const recipe = useMemo(
    () => toRecipe({ table, asked, start, of, id, columns, corrections }),
    [table, asked, start, of, id, columns, corrections],
  );
  const fields = [...columns.values()].map(({ field }) => field);
  return {
    base,
    of,
    id,
    columns,
    corrections,
    leaveOpen,
    name,
    twice: [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))],
    recipe,
    begin(wanted) {
      const next = table.recipes.find(({ list }) => list === wanted)?.recipe ?? proposedRecipe(table);
      setBase(wanted);
      setStart(next);
      setOf(next.of);
      setId(next.id !== undefined && hasColumn(table, next.id) ? next.id : "");
      setColumns(choicesOf(next, table));
    },
    setOf,
    setId,
    setColumn: (column, choice) =>
      setColumns((before) => {
        const next = new Map(before);
        if (choice === null) next.delete(column);
        else next.set(column, choice);
        return next;
      }),
    correct: (correction) =>
      setCorrections((before) => [...before.filter((each) => !isSamePlace(each, correction)), correction]),
    takeBack: (correction) => setCorrections((before) => before.filter((each) => each !== correction)),
    setLeaveOpen,
    setName,
    end: () => setEnded(true),
  };
}

function isSamePlace(one: Correction, other: Correction): boolean {
  if (one.is === "row") return other.is === "row" && one.row.row === other.row.row;
  return other.is === "cell" && one.cell.row === other.cell.row && one.cell.column === other.cell.column;
}

function hasColumn({ columns }: TableView, wanted: string): boolean {
  return columns.some(({ column }) => column === wanted);
}

function proposedRecipe({ columns, id }: TableView): ListRecipeView {
  const fields = Object.fromEntries(
    columns.flatMap(({ field, recipe }) => (field === null || recipe === null ? [] : [[field, recipe]])),
  );
  return { of: "persons", fields, ...(id === null ? {} : { id }) };
}

/** What a recipe says of the columns that this table has. */
function choicesOf({ fields }: ListRecipeView, table: TableView): ReadonlyMap<string, ColumnChoice> {
  return new Map(
    Object.entries(fields).flatMap(([field, { column, join = [], ...settings }]) => {
      if (!hasColumn(table, column)) return [];
      const joined = join.filter((each) => hasColumn(table, each));
      const choice = { field, settings: joined.length === 0 ? settings : { ...settings, join: joined } };
      return [[column, choice] as const];
    }),
  );
}

interface RecipeParts {
  readonly table: TableView;
  readonly asked: TableAsked;
  readonly start: ListRecipeView;
  readonly of: ListRecipeView["of"];
  readonly id: string;
  readonly columns: ReadonlyMap<string, ColumnChoice>;
  readonly corrections: readonly Correction[];
}

function toRecipe(parts: RecipeParts): RecipeAsked {
  const { table, asked, start, of, id, columns, corrections } = parts;
  const { id: _, sheet: __, encoding: ___, delimiter: ____, headingRow: _____, ...rest } = start;
  const { listColumn, concerns, ...others } = rest;
  const isText = table.sheet === null;
  return {
    ...others,
    ...(listColumn !== undefined && hasColumn(table, listColumn) ? { listColumn } : {}),
    ...(concerns?.columns.every((column) => hasColumn(table, column)) === true ? { concerns } : {}),
    of,
    ...(id === "" ? {} : { id }),
    // What was found is said, so that the next release is read the same way.
    ...(isText ? { encoding: table.encoding, delimiter: table.delimiter ?? "," } : {}),
    ...(table.sheet === null || (asked.sheet === undefined && table.sheets?.length === 1)
      ? {}
      : { sheet: table.sheet }),
    ...(isPlainHeading(table) ? {} : { headingRow: table.headingRow }),
    fields: Object.fromEntries(
      [...columns].map(([column, { field, settings }]) => [field, { column, ...settings }]),
    ),
    ...(corrections.length === 0 ? {} : { corrections: toCorrections(table, corrections) }),
  };
}

/** Whether the column names stand in the first row that says anything. */
function isPlainHeading({ top, headingRow }: TableView): boolean {
  return top.find(({ cells }) => cells.some((cell) => cell.trim() !== ""))?.line === headingRow;
}

function toCorrections({ source }: TableView, corrections: readonly Correction[]): CorrectionsAsked {
  return {
    file: source.sha256,
    cells: corrections.flatMap((each) => (each.is === "cell" ? [each.cell] : [])),
    leftOut: corrections.flatMap((each) => (each.is === "row" ? [each.row] : [])),
  };
}
