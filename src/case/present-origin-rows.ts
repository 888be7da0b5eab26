/** Where a value of a list comes from: its rows with file, import, the recipe's rule for each cell, and a footnote. */
import { isolate, pickLocal } from "../core/index.ts";
import { type FieldRecipe, ListRecipe } from "../intake/index.ts";
import { addressOf } from "../vault/index.ts";
import { type FoundRow, importOf } from "./find-row.ts";
import type { CaseHandle } from "./handle.ts";
import type { OriginCellView, OriginRowView } from "./origin-views.ts";
import type { CaseRecord } from "./persons.ts";
import { presentAct, SHORT_HASH } from "./present-origin-act.ts";
import type { TraceContext } from "./trace-rows.ts";
import { type FieldValueAsked, keyOfValue } from "./value-id.ts";

/** Rows of a person with their imports; of a field those that give the value. */
export function rowsOfPerson(
  members: readonly CaseRecord[],
  handle: Pick<CaseHandle, "state">,
  asked: FieldValueAsked | null,
): FoundRow[] {
  return members.flatMap(({ record }) => {
    const value = asked === null ? undefined : record.fields[asked.field];
    if (asked !== null && (value === undefined || keyOfValue(value) !== asked.key)) return [];
    const imported = importOf(record.list, handle);
    return imported === undefined ? [] : [{ record, imported }];
  });
}

/** @param field - only this one's cell is shown; null for all of them. */
export async function presentOriginRow(
  { record, imported }: FoundRow,
  field: string | null,
  context: TraceContext,
): Promise<OriginRowView | null> {
  const { handle, presenter } = context;
  const { state } = handle;
  const { value } = imported;
  const source = state.sources.get(value.source);
  if (source === undefined) return null;
  const act = presentAct(imported.leafIndex, context);
  const list = presenter.named(`list:${record.list}`);
  const { sha256, fileName, title } = source.value;
  return {
    id: record.id,
    list,
    row: record.row,
    source: { id: value.source, name: pickLocal(title, presenter.language) },
    sha256,
    recipeSha256: addressOf(value.recipe),
    cells: await presentCells({ record, imported }, field, context),
    imported: act,
    sealed: presentAct(source.leafIndex, context),
    footnote: presenter.translate("origin.footnote.row", {
      list: isolate(list.name),
      row: record.row,
      file: isolate(fileName),
      hash: sha256.slice(0, SHORT_HASH),
      by: isolate(act.by),
      on: act.on,
      leaf: act.leafIndex,
      id: record.id,
    }),
  };
}

async function presentCells(
  { record, imported: { value } }: FoundRow,
  field: string | null,
  { handle, presenter }: TraceContext,
): Promise<OriginCellView[]> {
  const recipe = ListRecipe.safeParse(
    JSON.parse(new TextDecoder().decode(await handle.read(value.recipe))),
  ).data;
  return Object.entries(record.fields)
    .filter(([name]) => field === null || name === field)
    .map(([name, { raw }]) => {
      const column = value.fields.find((each) => each.name === name)?.column ?? name;
      return {
        field: name,
        label: presenter.fieldLabel(name),
        raw,
        rule: ruleOf(column, recipe?.fields[name], presenter),
      };
    });
}

function ruleOf(
  column: string,
  recipe: FieldRecipe | undefined,
  { translate }: TraceContext["presenter"],
): string {
  const columns = [column, ...(recipe?.join ?? [])].map((each) => isolate(each)).join(" + ");
  const calendar = recipe?.calendar;
  if (calendar === undefined) return translate("origin.cell", { column: columns });
  return calendar === "by-year"
    ? translate("origin.cell.by-year", { column: columns })
    : translate("origin.cell.calendar", { column: columns, calendar: translate(`calendar.${calendar}`) });
}
