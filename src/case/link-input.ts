/** What linkage is given of list records. */
import { type ListRecord, toComparableValue } from "../intake/index.ts";
import type { LinkField, LinkInput } from "../linkage/index.ts";
import type { CaseState } from "./state.ts";

/** List records in the shape that linkage takes. */
export function toLinkInput(records: readonly ListRecord[], fields: readonly LinkField[]): LinkInput {
  return {
    fields,
    records: records.map((record) => ({
      list: record.list,
      recordId: record.recordId,
      values: fields.map((field) => toComparableValue(record, field.name)),
    })),
  };
}

/** Names of the imports whose rows are persons. */
export function personImports(state: CaseState): string[] {
  return [...state.lists.values()]
    .filter(({ value }) => value.of === "persons")
    .map(({ value }) => value.name);
}
