/** The rows of the list that a sealed file became, a page at a time. */
import { InquestError } from "../core/index.ts";
import type { Source } from "../statements/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { CaseContents } from "./case-contents.ts";
import { findSource } from "./find-source.ts";
import type { CaseHandle } from "./handle.ts";
import { presentRecord } from "./present-people.ts";
import type { Presenter } from "./present-statement.ts";
import type { RowsView } from "./row-views.ts";
import type { Recorded } from "./state.ts";

/** Rows that the page of a source shows at once. */
export const ROWS_SHOWN = 100;

export interface RowsAsked {
  /** Rows that stand before those asked for. */
  readonly offset: number;
  readonly limit: number;
  /** The id of a record: the page of this length that holds it is given, wherever it begins. */
  readonly row?: string | undefined;
}

/** The imports that stand of a sealed file. */
export function importsOf({ state }: Pick<CaseHandle, "state">, source: Source) {
  return [...state.lists.values()].filter(({ value }) => value.source === source.id);
}

/**
 * @param id - of the source.
 * @throws InquestError "case/not-found" for a source of which no list was made, and for a row that is not on it.
 */
export async function presentRows(
  handle: CaseHandle,
  contents: CaseContents,
  id: string,
  asked: RowsAsked,
  presenter: Presenter,
): Promise<RowsView> {
  const { value: source } = findSource(handle.state, id);
  const [imported] = importsOf(handle, source);
  if (imported === undefined) throw notFound(`No list was made of ${source.fileName}.`, id);
  return rowsOf(handle, contents, imported, asked, presenter);
}

export async function rowsOf(
  handle: CaseHandle,
  contents: CaseContents,
  { value: list }: Recorded<ListImported>,
  { offset, limit, row }: RowsAsked,
  presenter: Presenter,
): Promise<RowsView> {
  const records =
    list.of === "persons"
      ? contents.persons.records.filter((each) => each.importName === list.name)
      : (await handle.records(list.name)).map((record) => ({ record }));
  const at = row === undefined ? -1 : records.findIndex(({ record }) => record.id === row);
  if (row !== undefined && at < 0) throw notFound(`The list ${list.name} has no row ${row}.`, row);
  const start = row === undefined ? offset : at - (at % limit);
  return {
    columns: list.columns,
    rows: records.slice(start, start + limit).map((each) => presentRecord(each, presenter)),
    offset: start,
    total: list.recordCount,
  };
}

function notFound(message: string, id: string): InquestError {
  return new InquestError({ code: "case/not-found", reaction: "not-found", message, evidence: { id } });
}
