/** A row of an imported list by the id of its record, whatever the list is of. */
import type { ListRecord } from "../intake/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { CaseContents } from "./case-contents.ts";
import type { CaseHandle } from "./handle.ts";
import type { Recorded } from "./state.ts";

export interface FoundRow {
  readonly record: ListRecord;
  /** The import that it came with. */
  readonly imported: Recorded<ListImported>;
}

/** Lists of persons and of places stand in the contents; of the others the records are read when they are asked for. */
const READ_ON_ASKING: ReadonlySet<string> = new Set(["recommendations", "roll-calls", "votes"]);

/** By the id of its record, or that of a roll call. Undefined where no list that may be shown holds the row. */
export async function findRow(
  id: string,
  { handle, contents }: { readonly handle: CaseHandle; readonly contents: CaseContents },
): Promise<FoundRow | undefined> {
  const { state } = handle;
  if (!id.startsWith("rec-")) {
    const rollCall = contents.listedAppeals.rollCalls.rollCalls.find((each) => each.id === id);
    return rollCall === undefined ? undefined : findRow(rollCall.record, { handle, contents });
  }
  const held =
    contents.persons.records.find((each) => each.id === id)?.record ??
    contents.listedPlaces.find((each) => each.id === id);
  if (held !== undefined) return withImport(held, importOf(held.list, handle));
  const gone = contents.gone.find(({ record }) => record.id === id);
  if (gone !== undefined) {
    const imported = state.everyImport().find(({ value }) => value === gone.imported);
    return withImport(gone.record, imported);
  }
  for (const imported of state.lists.values()) {
    if (!READ_ON_ASKING.has(imported.value.of)) continue;
    const record = (await handle.records(imported.value.name)).find((each) => each.id === id);
    if (record !== undefined) return { record, imported };
  }
  return undefined;
}

/** The import that a list came with. */
export function importOf(list: string, { state }: Pick<CaseHandle, "state">) {
  return [...state.lists.values()].find(({ value }) => value.lists.includes(list));
}

function withImport(record: ListRecord, imported: FoundRow["imported"] | undefined): FoundRow | undefined {
  return imported === undefined ? undefined : { record, imported };
}
